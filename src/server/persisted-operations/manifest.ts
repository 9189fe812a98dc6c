import { readFileSync } from 'node:fs';
import { GraphQLError, Kind, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { describeExceeded, DocumentGate, type DocumentLimits } from '../limits/document-limits.js';
import { validationRules } from '../validation-rules.js';
import type { PersistedOperations } from './find-persisted.js';

/** What every document of a manifest has to pass: the same as one that a client sends. */
export interface ManifestChecks {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  readonly isIntrospectionOn: boolean;
}

/** One line for each thing that is wrong with a manifest. */
export class ManifestError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ManifestError';
    this.problems = problems;
  }
}

const text = (error: string) => z.string({ error }).min(1, { error });

const operationShape = z.object({
  // Where it is a hash, `documentId` has it behind this prefix.
  id: text('must be a text').regex(/^(?!sha256:)[\x21-\x7e]{1,256}$/, {
    error: 'must be 1 to 256 visible ASCII characters, without the prefix "sha256:"',
  }),
  name: text('must be a text'),
  type: z.enum(['query', 'mutation', 'subscription'], { error: 'must be "query", "mutation" or "subscription"' }),
  body: text('must be a text'),
});

type ManifestOperation = z.infer<typeof operationShape>;

/** As Apollo's tools write it; what else stands in it is not read. */
const manifestShape = z.object(
  {
    format: z.literal('apollo-persisted-query-manifest', { error: 'must be "apollo-persisted-query-manifest"' }),
    version: z.literal(1, { error: 'must be 1' }),
    operations: z.array(operationShape, { error: 'must be a list' }).min(1, { error: 'is empty: nothing would be answered' }),
  },
  { error: 'must be a JSON object' },
);

/** Reads a file. Throws ManifestError with everything that is wrong with it, by the names of its operations. */
export function readManifest(path: string, checks: ManifestChecks): PersistedOperations {
  const result = manifestShape.safeParse(readJson(path));
  if (!result.success) throw new ManifestError(result.error.issues.map((issue) => [...issue.path, issue.message].join(' ')));
  const { operations } = result.data;
  const ids = operations.map(({ id }) => id);
  const gate = new DocumentGate(checks.limits);
  const problems = operations.flatMap((operation, index) => {
    const problem = ids.indexOf(operation.id) < index ? 'has the id of an operation before it' : problemOf(operation, gate, checks);
    return problem === null ? [] : [`operation "${operation.name}" (${operation.id}) ${problem}`];
  });
  if (problems.length > 0) throw new ManifestError(problems);
  return new Map(operations.map(({ id, body }) => [id, body]));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new ManifestError(['is not JSON']);
    const code = typeof error === 'object' && error !== null && 'code' in error ? ` (${String(error.code)})` : '';
    throw new ManifestError([`names a file that cannot be read${code}`]);
  }
}

function problemOf({ name, type, body }: ManifestOperation, gate: DocumentGate, checks: ManifestChecks): string | null {
  const exceeded = gate.check(body);
  if (exceeded !== null) return `has ${describeExceeded(exceeded)}`;
  const document = parsed(body);
  if (document instanceof GraphQLError) return `does not parse: ${document.message}`;
  const [operation, ...others] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined || others.length > 0) return 'must hold exactly one operation';
  if (operation.name?.value !== name || operation.operation.toString() !== type) return `is not the ${type} that its body holds`;
  const [error] = validate(checks.schema, document, [...specifiedRules, ...validationRules(checks.isIntrospectionOn)]);
  return error === undefined ? null : `is not valid: ${error.message}`;
}

function parsed(body: string): DocumentNode | GraphQLError {
  try {
    return parse(body);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
