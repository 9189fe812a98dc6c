import type { BudgetLoad } from '../upstream/budget/upstream-budget.js';

/** What is so at the moment of a scrape, and is told by nobody. */
export interface GatewayState {
  readonly requestsInFlight: number;
  readonly webSockets: number;
  readonly eventStreams: number;
  readonly subscriptions: number;
  readonly budget: BudgetLoad;
  readonly isUpstreamDown: boolean;
  readonly memory: { readonly entries: number; readonly bytes: number };
  /** Null: there is none. */
  readonly isRedisAway: boolean | null;
}
