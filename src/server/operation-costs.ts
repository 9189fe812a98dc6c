import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Costs } from '../graphql/estimate/cost.js';
import { estimateOf, type Estimate } from '../graphql/estimate/estimate.js';
import { exceeded, type CostLimits } from '../graphql/estimate/exceeded.js';
import type { Generation } from '../upstream/generation.js';

export interface OperationCostsSettings {
  readonly schema: GraphQLSchema;
  readonly generation: Generation;
  readonly costs: Costs;
  readonly limits: CostLimits;
}

/** What an operation can take, known before it starts: one that could not be answered in its time is not begun. */
export class OperationCosts {
  readonly #settings: OperationCostsSettings;

  constructor(settings: OperationCostsSettings) {
    this.#settings = settings;
  }

  /** For a valid operation. Throws COST_LIMIT_EXCEEDED, with the fields that cost most. */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Estimate {
    const { limits, ...parts } = this.#settings;
    const estimate = estimateOf({ ...parts, document, operation, variables });
    const refusal = exceeded(estimate, limits);
    if (refusal !== null) throw refusal;
    return estimate;
  }
}
