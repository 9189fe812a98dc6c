import type { GatewayState } from './gateway-state.js';
import type { Instruments } from './instruments.js';

/** Gauges: what is so at the moment of a scrape. */
export function stateMetrics(instruments: Instruments, state: () => GatewayState): void {
  instruments.gauge('requests_in_flight', 'GraphQL requests being answered; a subscription until it is under way.', () => state().requestsInFlight);
  instruments.gauges('connections_open', 'WebSockets and event streams.', 'transport', () => {
    const { webSockets, eventStreams } = state();
    return { websocket: webSockets, 'event-stream': eventStreams };
  });
  instruments.gauge('subscriptions_open', 'Subscriptions under way.', () => state().subscriptions);
  instruments.gauge('upstream_budget_calls', 'Calls that may leave in a window, for each OAuth client.', () => state().budget.calls);
  instruments.gauge('upstream_budget_left_calls', 'Of these, what was last seen left, of the OAuth client that has least.', () => state().budget.left);
  instruments.gauges('upstream_calls_waiting', 'Calls that wait for their turn.', 'line', () => {
    const { single, fanOut } = state().budget.waiting;
    return { single, fan_out: fanOut };
  });
  instruments.gauge('upstream_calls_in_flight', 'Calls that have left and are not answered.', () => state().budget.underWay);
  instruments.gauge('upstream_breaker_open', '1 while the upstream counts as down and calls fail at once.', () => Number(state().isUpstreamDown));
  instruments.gauge('cache_memory_entries', 'Answers in memory.', () => state().memory.entries);
  instruments.gauge('cache_memory_bytes', 'Memory that they take, estimated.', () => state().memory.bytes);
  if (state().isRedisAway === null) return;
  instruments.gauge('redis_up', '0 while Redis is away.', () => Number(state().isRedisAway === false));
}
