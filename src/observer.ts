import type { ErrorCode } from './errors.js';

export type Transport = 'http' | 'websocket' | 'event-stream';

/**
 * `ok`: no errors. `partial`: some root field has a value, and there are errors. `failed`: errors and nothing else. `refused`: not
 * begun. `cancelled`: its client has gone, or wants no more.
 */
export type OperationOutcome = 'ok' | 'partial' | 'failed' | 'refused' | 'cancelled';

export interface OperationFacts {
  readonly transport: Transport;
  /** Null where the document cannot be read, or has no such operation. */
  readonly type: 'query' | 'mutation' | 'subscription' | null;
  /** Of an operation of the manifest; null for one of a client's making, whose name may be anything. */
  readonly persistedName: string | null;
  readonly outcome: OperationOutcome;
  /** Each once. */
  readonly errorCodes: readonly string[];
  /** Fields of `Query`, `Mutation` or `Subscription`, each once. */
  readonly rootFields: readonly { readonly name: string; readonly hasFailed: boolean }[];
  readonly durationMs: number;
}

/** What the upstream answered, or how it did not. */
export type CallOutcome = '2xx' | '3xx' | '4xx' | '401' | '403' | '404' | '429' | '5xx' | 'timeout' | 'unreachable' | 'too_large' | 'cancelled';

/** In which calls wait: what somebody waits for, or one for each row of a list. */
export type Line = 'single' | 'fan_out';

/** Why a call never left: `time`: it could not have been back; `left`: nobody waits for it; `token`: the upstream has just refused it. */
export type UnsentReason = 'budget' | 'time' | 'left' | 'upstream_down' | 'token';

export type RepeatReason = '429' | '502' | '503' | '504' | 'unreachable';

/** `revoked`: a token that was admitted has been refused. */
export type TokenJudgement = 'admitted' | 'refused' | 'revoked';

export type RedisFailure = 'timeout' | 'refusal' | 'connection';

/**
 * Hears what happens in the gateway, in the gateway's words: those who do it do not know who counts it. Every word that it is told
 * is one of a known few (operations and fields of the upstream, resources, tags, codes): no id, no token, no text of a client's.
 */
export interface Observer {
  /** An operation is over, or was refused by GraphQL itself. */
  operationOver(operation: OperationFacts): void;
  /** A subscription's client is told something. */
  eventSent(): void;
  /** A request went no further than the front door, or failed there. The code that is none of ours is Apollo's. */
  requestRefused(transport: Transport, code: ErrorCode | 'BAD_REQUEST', status: number): void;
  /** A call's turn has come after so long. */
  callWaited(line: Line, waitedMs: number): void;
  /** Each attempt. */
  callOver(operation: string, outcome: CallOutcome, durationMs: number): void;
  callNotMade(operation: string, reason: UnsentReason): void;
  callRepeated(reason: RepeatReason): void;
  upstreamDown(): void;
  /** So many times in one answer; `field` is a path such as `[].reviewer.id`. */
  answerWasOdd(operation: string, field: string, problem: string, times: number): void;
  tokenJudged(judgement: TokenJudgement): void;
  /** So many keys of a resource were answered like this. */
  cacheAnswered(resource: string, outcome: 'hit' | 'stale' | 'miss' | 'off', keys: number): void;
  /** Of the keys that memory did not have. */
  redisLookedUp(found: number, missing: number): void;
  /** After a change; `kind` is a tag without its id. */
  tagRaised(kind: string): void;
  redisFailed(failure: RedisFailure): void;
  redisReturned(): void;
}

const nothing = (): void => undefined;

/** For a gateway that nobody counts. */
export const nobody: Observer = {
  operationOver: nothing,
  eventSent: nothing,
  requestRefused: nothing,
  callWaited: nothing,
  callOver: nothing,
  callNotMade: nothing,
  callRepeated: nothing,
  upstreamDown: nothing,
  answerWasOdd: nothing,
  tokenJudged: nothing,
  cacheAnswered: nothing,
  redisLookedUp: nothing,
  tagRaised: nothing,
  redisFailed: nothing,
  redisReturned: nothing,
};
