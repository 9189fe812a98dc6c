import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDayOfCalendar } from '../upstream/answer-reader.js';

const inputForm = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;

/** Answers are canonical already: mapping has seen to it. Inputs need a zone: a local time is no instant (Q27). */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize(value) {
    if (typeof value === 'string') return value;
    throw new TypeError('DateTime is answered from canonical text');
  },
  parseValue: parseInput,
  parseLiteral: (node) => parseInput(node.kind === Kind.STRING ? node.value : null),
});

/** Canonical UTC text. */
function parseInput(value: unknown): string {
  const [, day = ''] = typeof value === 'string' ? (inputForm.exec(value) ?? []) : [];
  const date = new Date(isDayOfCalendar(day) ? String(value) : NaN);
  // The year 1 is the upstream's word for "no date".
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() <= 1) {
    throw new GraphQLError('DateTime takes an RFC 3339 text with its zone, such as 2026-03-01T09:00:00Z or 2026-03-01T10:00:00+01:00.');
  }
  return date.toISOString();
}
