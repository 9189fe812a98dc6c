import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { CacheOutcomes } from '../../cache/cache-outcomes.js';
import type { Logger } from '../../logger.js';
import type { Observer, OperationFacts, OperationOutcome, Transport } from '../../observer.js';
import type { Trace } from '../../tracing/trace.js';
import { rootFieldsOf, type RootFields } from './root-fields.js';
import type { Results } from './results.js';

/** What every operation of a gateway is recorded by. */
export interface Recording {
  readonly observer: Observer;
  /** Then every name is of the manifest; else a client can invent any number of them. */
  readonly hasPersistedOnly: boolean;
}

/** What a record tells of an operation. Its texts are the document's, and hold on to that. */
export interface KnownOperation {
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly name: string | null;
  readonly rootFields: RootFields;
}

export interface RecordedOperation {
  readonly transport: Transport;
  /** Null where the document cannot be read, is not valid, or has no operation of that name. */
  readonly operation: KnownOperation | null;
  readonly results: Results;
  readonly outcome: OperationOutcome;
  readonly calls: { readonly sent: number; readonly longestWaitMs: number; readonly longestCallMs: number };
  readonly cache: CacheOutcomes['counts'];
  readonly startedAtMs: number;
  readonly logger: Logger;
  readonly trace: Trace;
  /** For the log: what its transport can say of it besides. */
  readonly more: Readonly<Record<string, number>>;
}

/** The document's own, and as long as its author likes. */
const longestName = 100;

/** What is not the client's doing. */
const faults: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'RATE_LIMITED', 'UPSTREAM_CONTRACT', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']);

/** Of a valid document. */
export function knownOperation(document: DocumentNode, node: OperationDefinitionNode): KnownOperation {
  return { type: node.operation, name: node.name?.value ?? null, rootFields: rootFieldsOf(document, node) };
}

/** The end of an operation, whatever its transport: one line in the log, one count, the end of its span. Never its variables. */
export function recordOperation(recorded: RecordedOperation, { observer, hasPersistedOnly }: Recording): void {
  const durationMs = performance.now() - recorded.startedAtMs;
  const { transport, operation, results, outcome } = recorded;
  const facts: OperationFacts = {
    transport,
    type: operation?.type ?? null,
    persistedName: hasPersistedOnly ? (operation?.name ?? null) : null,
    outcome,
    errorCodes: [...results.codes],
    rootFields: rootFieldFactsOf(recorded),
    durationMs,
  };
  observer.operationOver(facts);
  writeLine(recorded, facts);
  endSpan(recorded, facts);
}

function rootFieldFactsOf({ operation, results }: RecordedOperation): OperationFacts['rootFields'] {
  const facts = new Map<string, { readonly name: string; hasFailed: boolean }>();
  if (operation === null) return [];
  for (const [key, name] of operation.rootFields) {
    const fact = facts.get(name);
    const hasFailed = results.hasFailed(key);
    if (fact === undefined) facts.set(name, { name, hasFailed });
    else fact.hasFailed ||= hasFailed;
  }
  return [...facts.values()];
}

function writeLine(recorded: RecordedOperation, { transport, type, outcome, errorCodes, rootFields, durationMs }: OperationFacts): void {
  const { operation, calls, cache, logger, more } = recorded;
  logger.info(
    {
      transport,
      operationName: operation?.name?.slice(0, longestName) ?? null,
      operationType: type,
      rootFields: rootFields.map(({ name }) => name),
      outcome,
      ...more,
      errorCodes,
      upstreamCalls: calls.sent,
      longestWaitMs: Math.round(calls.longestWaitMs),
      longestCallMs: Math.round(calls.longestCallMs),
      cache,
      durationMs: Math.round(durationMs),
    },
    'graphql request',
  );
}

function endSpan({ trace, calls, more }: RecordedOperation, { transport, type, persistedName, outcome, errorCodes, rootFields }: OperationFacts): void {
  if (!trace.isRecorded) return;
  const [field, ...others] = rootFields;
  const what = field !== undefined && others.length === 0 ? field.name : `${rootFields.length} fields`;
  if (type !== null) trace.rename(`${type} ${persistedName ?? what}`);
  const attributes = {
    'certification_gateway.transport': transport,
    'certification_gateway.outcome': outcome,
    'certification_gateway.root_fields': rootFields.map(({ name }) => name),
    'certification_gateway.error_codes': [...errorCodes],
    'certification_gateway.upstream_calls': calls.sent,
    ...(type === null ? {} : { 'graphql.operation.type': type }),
    ...(persistedName === null ? {} : { 'graphql.operation.name': persistedName }),
    ...(more['status'] === undefined ? {} : { 'http.response.status_code': more['status'] }),
  };
  trace.end(attributes, errorCodes.find((code) => faults.has(code)) ?? null);
}
