import type { ErrorCode } from '../errors.js';
import type { Observer, OperationFacts, OperationOutcome, Transport } from '../observer.js';
import { beginAtZero, type Instruments } from './instruments.js';

/** Names of the fields of `Query`, `Mutation` and `Subscription`. */
export type RootFieldNames = ReadonlySet<string>;

/** Of the gateway's own, of GraphQL's and of Apollo's; the compiler sees that none of the first is missing. */
const codes: Readonly<Record<ErrorCode | 'BAD_REQUEST' | 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'OPERATION_RESOLUTION_FAILURE', true>> = {
  BAD_REQUEST: true,
  BAD_USER_INPUT: true,
  COST_LIMIT_EXCEEDED: true,
  FORBIDDEN: true,
  GRAPHQL_PARSE_FAILED: true,
  GRAPHQL_VALIDATION_FAILED: true,
  INTERNAL_SERVER_ERROR: true,
  NOT_FOUND: true,
  OPERATION_RESOLUTION_FAILURE: true,
  PERSISTED_OPERATION_REQUIRED: true,
  PERSISTED_QUERY_NOT_FOUND: true,
  RATE_LIMITED: true,
  UNAUTHENTICATED: true,
  UPSTREAM_CONTRACT: true,
  UPSTREAM_REJECTED: true,
  UPSTREAM_TIMEOUT: true,
  UPSTREAM_UNAVAILABLE: true,
};

/** From an answer out of memory to the longest that a request may take by default. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30];

const noType = 'none';
const otherWord = 'other';

/** What clients ask for, and what becomes of it. */
export function operationMetrics(instruments: Instruments, rootFieldNames: RootFieldNames): Pick<Observer, 'operationOver' | 'eventSent' | 'requestRefused'> {
  const operations = instruments.counter('operations', 'Operations that are over, or that GraphQL has refused.', ['type', 'transport', 'outcome']);
  const durations = instruments.durations('operation_duration', 'Time of queries and mutations.', ['type', 'outcome'], buckets);
  const errors = instruments.counter('operation_errors', 'Operations with an error of the code; once for each code.', ['code']);
  const rootFields = instruments.counter('root_fields', 'Root fields that operations had, by whether an error came of one.', ['type', 'field', 'outcome']);
  const persisted = instruments.counter('persisted_operations', 'Operations of the manifest that are over.', ['operation', 'outcome']);
  const persistedSeconds = instruments.counter('persisted_operation_seconds', 'Time that operations of the manifest took, added up.', ['operation']);
  const events = instruments.counter('subscription_events', 'Results that subscriptions have sent.');
  const refusals = instruments.counter('refusals', 'Requests that were refused before GraphQL, or failed there, by code and HTTP status.', ['transport', 'code', 'status']);
  beginAtZero(errors, 'code', Object.keys(codes));
  for (const labels of everyOperation()) operations.inc(labels, 0);
  for (const labels of refusalsToWatch) refusals.inc(labels, 0);

  const countPersisted = (operation: string, { outcome, durationMs }: OperationFacts) => {
    persisted.inc({ operation, outcome });
    persistedSeconds.inc({ operation }, durationMs / 1000);
  };
  return {
    operationOver: (facts) => {
      const { type, transport, outcome, persistedName, durationMs } = facts;
      operations.inc({ type: type ?? noType, transport, outcome });
      if (type === 'query' || type === 'mutation') durations.observe({ type, outcome }, durationMs / 1000);
      for (const code of facts.errorCodes) errors.inc({ code: Object.hasOwn(codes, code) ? code : otherWord });
      for (const { name, hasFailed } of facts.rootFields) {
        const field = rootFieldNames.has(name) ? name : otherWord;
        rootFields.inc({ type: type ?? noType, field, outcome: hasFailed ? 'failed' : 'ok' });
      }
      if (persistedName !== null) countPersisted(persistedName, facts);
    },
    eventSent: () => events.inc(),
    requestRefused: (transport, code, status) => refusals.inc({ transport, code, status: String(status) }),
  };
}

/** Those that an alert adds to others. */
const refusalsToWatch = [
  { transport: 'http', code: 'UNAUTHENTICATED', status: '401' },
  { transport: 'http', code: 'RATE_LIMITED', status: '429' },
  { transport: 'http', code: 'RATE_LIMITED', status: '503' },
  { transport: 'http', code: 'INTERNAL_SERVER_ERROR', status: '500' },
] as const satisfies readonly { transport: Transport; code: ErrorCode; status: string }[];

function everyOperation(): { type: string; transport: Transport; outcome: OperationOutcome }[] {
  const transports: readonly Transport[] = ['http', 'websocket', 'event-stream'];
  const outcomes: readonly OperationOutcome[] = ['ok', 'partial', 'failed', 'cancelled'];
  const types = transports.flatMap((transport) => (transport === 'http' ? ['query', 'mutation'] : ['query', 'mutation', 'subscription']).map((type) => ({ type, transport })));
  return [
    ...types.flatMap((labels) => outcomes.map((outcome) => ({ ...labels, outcome }))),
    ...transports.map((transport) => ({ type: noType, transport, outcome: 'refused' as const })),
  ];
}
