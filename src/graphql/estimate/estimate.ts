import {
  getVariableValues,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Generation } from '../../upstream/generation.js';
import type { Costs } from './cost.js';
import { Walk } from './walk.js';

/** What an operation can take, by itself alone: no cache enters into it. */
export interface Estimate {
  /** Upstream calls. */
  readonly calls: number;
  /** Objects in the lists of the answer. */
  readonly rows: number;
  /** The fields that make the calls, dearest first. A call that several share is the first one's. */
  readonly fields: readonly FieldEstimate[];
  /** The list with the most rows; null without one. */
  readonly longestList: ListEstimate | null;
}

export interface FieldEstimate {
  /** As the answer names it, without positions in lists: `certifications.nodes.reviewers`. */
  readonly path: string;
  readonly calls: number;
}

export interface ListEstimate {
  readonly path: string;
  readonly rows: number;
}

export interface EstimateOptions {
  readonly schema: GraphQLSchema;
  /** Valid, and within the limits of documents: the work grows with its fields, fragments written out. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly generation: Generation;
  readonly costs: Costs;
}

const nothing: Estimate = { calls: 0, rows: 0, fields: [], longestList: null };

/** Never refuses: what the executor is going to refuse is estimated as nothing. */
export function estimateOf({ schema, document, operation, variables, generation, costs }: EstimateOptions): Estimate {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const root = schema.getRootType(operation.operation);
  if (coerced === undefined || !root) return nothing;
  const walk = new Walk({ schema, fragments: fragmentsOf(document), variableValues: coerced, generation, costs });
  const rows = walk.run(operation, root);
  const fields = [...walk.callsByPath].map(([path, calls]) => ({ path, calls })).sort((a, b) => b.calls - a.calls);
  const lists = [...walk.rowsByPath].map(([path, most]) => ({ path, rows: most })).sort((a, b) => b.rows - a.rows);
  return { calls: fields.reduce((sum, field) => sum + field.calls, 0), rows, fields, longestList: lists[0] ?? null };
}

type Fragments = Record<string, FragmentDefinitionNode>;

const fragmentsByDocument = new WeakMap<DocumentNode, Fragments>();

/** The same document comes again and again, parsed once. */
function fragmentsOf(document: DocumentNode): Fragments {
  const known = fragmentsByDocument.get(document);
  if (known !== undefined) return known;
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(definitions.map((node) => [node.name.value, node]));
  fragmentsByDocument.set(document, fragments);
  return fragments;
}
