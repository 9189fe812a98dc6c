import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { GatewayError, type ErrorCode } from '../errors.js';
import { RedisIdempotencyRecords } from '../redis/idempotency-records.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { CertificationTaskModel } from './mapping.js';

/** What came of it: a task, or an error after which nobody knows. */
export type Outcome = { readonly task: CertificationTaskModel } | { readonly unknown: { readonly code: ErrorCode; readonly message: string } };

export interface IdempotencyRecord {
  /** SHA-256 of what was asked for. */
  readonly input: string;
  /** The process that does it. */
  readonly owner: string;
  /** Null while it is under way, and for ever if its process has died meanwhile. */
  readonly outcome: Outcome | null;
}

const keptMs = 10 * 60_000;
const mostRecords = 20_000;

/**
 * What was done under which key, for ten minutes: in this process and, where there is a Redis, for all replicas. A key
 * that cannot be checked there is refused: whoever sends one relies on it. One for the process.
 */
export class IdempotencyKeys {
  readonly #shared: RedisIdempotencyRecords | null;
  readonly #owner = randomUUID();
  /** What this process does, or has done: it counts before what Redis says, which may have missed how it has ended. */
  readonly #own: LRUCache<string, IdempotencyRecord>;

  constructor({ redis, now }: { readonly redis: RedisLink | null; readonly now: () => number }) {
    this.#shared = redis === null ? null : new RedisIdempotencyRecords(redis);
    this.#own = new LRUCache({ max: mostRecords, ttl: keptMs, ttlResolution: 0, perf: { now } });
  }

  /** Null when the key was free and is the caller's now, to be settled or released; else what is done under it. Throws UPSTREAM_UNAVAILABLE. */
  async claim(name: string, input: string): Promise<IdempotencyRecord | null> {
    const own = this.#own.get(name);
    if (own !== undefined) return own;
    const record = { input, owner: this.#owner, outcome: null };
    this.#own.set(name, record);
    if (this.#shared === null) return null;
    const text = await this.#shared.claim(name, JSON.stringify(record), keptMs);
    if (text === null) return null;
    const there = text === undefined ? null : readRecord(text);
    if (there !== null && this.#isUnused(there)) {
      await this.#shared.write(name, JSON.stringify(record), keptMs);
      return null;
    }
    this.#own.delete(name);
    if (there === null) throw unchecked();
    return there;
  }

  /** For whoever waits for `record` to have an outcome. Null when the key is free: nothing was done. Throws as `claim`. */
  async findAgain(name: string, record: IdempotencyRecord): Promise<IdempotencyRecord | null> {
    const own = this.#own.get(name);
    if (own !== undefined) return own;
    // What this process knows nothing of any more it has given up.
    if (this.#shared === null || record.owner === this.#owner) return null;
    const text = await this.#shared.find(name);
    if (text === null) return null;
    // While Redis is away, nobody can tell more than before.
    return (text === undefined ? null : readRecord(text)) ?? record;
  }

  async settle(name: string, input: string, outcome: Outcome): Promise<void> {
    const record = { input, owner: this.#owner, outcome };
    this.#own.set(name, record);
    await this.#shared?.write(name, JSON.stringify(record), keptMs);
  }

  /** Nothing was done. */
  async release(name: string): Promise<void> {
    await this.#shared?.release(name);
    this.#own.delete(name);
  }

  /** A claim of this process that it knows nothing of was not answered in time, or not taken back: nothing was done under it. */
  #isUnused({ owner, outcome }: IdempotencyRecord): boolean {
    return owner === this.#owner && outcome === null;
  }
}

/** Null when another release has written it, and nobody can tell what was done. */
function readRecord(text: string): IdempotencyRecord | null {
  try {
    const record = JSON.parse(text) as Partial<IdempotencyRecord> | null;
    if (typeof record?.input !== 'string' || typeof record.owner !== 'string' || record.outcome === undefined) return null;
    return { input: record.input, owner: record.owner, outcome: record.outcome };
  } catch {
    return null;
  }
}

/** Going on without the guarantee would be silent: a client that does not need it leaves the key out. */
function unchecked(): GatewayError {
  return new GatewayError(
    'UPSTREAM_UNAVAILABLE',
    'The idempotency key cannot be checked at the moment, and nothing was started. Send the same again in a moment, or without a key.',
    { retryAfterSeconds: 1 },
  );
}
