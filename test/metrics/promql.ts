import { parser } from '@prometheus-io/lezer-promql';

export interface Selector {
  /** As a sample has it: with `_bucket`, `_sum`, `_count`. */
  readonly metric: string;
  /** Those that it must have a value of. */
  readonly labels: string[];
}

export interface Query {
  readonly selectors: readonly Selector[];
  /** By which results are told apart. */
  readonly groupings: readonly string[];
}

/** By Prometheus' own grammar. Throws SyntaxError for what is no PromQL. */
export function readPromql(text: string): Query {
  const selectors: Selector[] = [];
  const groupings: string[] = [];
  parser.parse(text).iterate({
    enter: ({ name, type, from, to, node }) => {
      if (type.isError) throw new SyntaxError(`no PromQL at ${from}: ${text}`);
      const identifier = name === 'VectorSelector' ? node.getChild('Identifier') : null;
      if (identifier !== null) selectors.push({ metric: text.slice(identifier.from, identifier.to), labels: [] });
      if (name !== 'LabelName') return;
      if (node.parent?.name === 'GroupingLabels') groupings.push(text.slice(from, to));
      else selectors.at(-1)?.labels.push(text.slice(from, to));
    },
  });
  return { selectors, groupings };
}
