interface Limit {
  /** The environment variable that sets it. */
  readonly variable: string;
  readonly default: number;
  /** The range that may be set: below it nothing works, above it the limit protects nobody. */
  readonly least: number;
  readonly most: number;
}

/**
 * Every limit of a request. Every screen of examples/ has at most a depth of 6, 54 fields and 3 aliases; GraphiQL's
 * introspection has a depth of 15 and 229 fields. docs/limits.md says what each counts.
 */
export const limitTable = {
  tokens: { variable: 'LIMIT_TOKENS', default: 10_000, least: 100, most: 1_000_000 },
  // The parser calls itself for each bracket.
  nesting: { variable: 'LIMIT_NESTING', default: 60, least: 10, most: 500 },
  depth: { variable: 'LIMIT_DEPTH', default: 15, least: 3, most: 100 },
  aliases: { variable: 'LIMIT_ALIASES', default: 50, least: 1, most: 10_000 },
  fields: { variable: 'LIMIT_FIELDS', default: 2000, least: 10, most: 100_000 },
  repeats: { variable: 'LIMIT_REPEATS', default: 100, least: 0, most: 100_000 },
  directives: { variable: 'LIMIT_DIRECTIVES', default: 100, least: 1, most: 10_000 },
  directivesEach: { variable: 'LIMIT_DIRECTIVES_EACH', default: 5, least: 1, most: 100 },
  mutationFields: { variable: 'LIMIT_MUTATION_FIELDS', default: 10, least: 1, most: 100 },
  rows: { variable: 'LIMIT_ROWS', default: 100_000, least: 100, most: 10_000_000 },
  bodyBytes: { variable: 'LIMIT_BODY_BYTES', default: 1_048_576, least: 1024, most: 16_777_216 },
  headerBytes: { variable: 'LIMIT_HEADER_BYTES', default: 16_384, least: 4096, most: 131_072 },
  inFlight: { variable: 'LIMIT_IN_FLIGHT', default: 500, least: 1, most: 100_000 },
  connections: { variable: 'LIMIT_CONNECTIONS', default: 1000, least: 1, most: 100_000 },
  operationsPerToken: { variable: 'LIMIT_OPERATIONS_PER_TOKEN', default: 50, least: 1, most: 10_000 },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limitTable;

export type Limits = Readonly<Record<LimitName, number>>;

/** The limits as a function of their table's rows, under the same names. */
export function limitsFrom(valueOf: (limit: Limit) => number): Limits {
  const entries = Object.entries(limitTable).map(([name, limit]) => [name, valueOf(limit)] as const);
  return Object.fromEntries(entries) as unknown as Limits;
}

export const defaultLimits: Limits = limitsFrom((limit) => limit.default);
