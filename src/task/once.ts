import { createHash } from 'node:crypto';
import type { Viewer } from '../auth/viewer.js';
import { badUserInput, GatewayError, hasUnknownOutcome } from '../errors.js';
import type { Deadline } from '../upstream/deadline.js';
import type { IdempotencyKeys, IdempotencyRecord, Outcome } from './idempotency-keys.js';
import type { CertificationTaskModel } from './mapping.js';
import type { Pause } from '../upstream/pause.js';

export interface OnceParts {
  readonly keys: IdempotencyKeys;
  readonly viewer: Viewer;
  /** Has the upstream accepted the caller's very token? */
  readonly isAdmitted: () => Promise<boolean>;
  readonly generationName: string;
  readonly pause: Pause;
  /** Of the request. */
  readonly deadline: Deadline;
  /** Aborts when the client has gone. */
  readonly left: AbortSignal;
}

const lookEveryMs = 100;
/** What is left of the request's time to read what is pending, and to answer. */
const answerWithinMs = 2000;

/**
 * Starts something once under a key, however often and wherever it is sent. The key is the caller's own: of the viewer,
 * once the upstream has accepted the token; until then claims prove nothing, and it is the token's. Both are looked at, so
 * that a call which was the token's first is found by the second.
 */
export class Once {
  readonly #parts: OnceParts;

  constructor(parts: OnceParts) {
    this.#parts = parts;
  }

  /**
   * The first call's task. Throws as `start`, with the first one's error when its outcome is unknown; BAD_USER_INPUT when
   * the key was used with another input; UPSTREAM_UNAVAILABLE when the key cannot be checked.
   */
  async start(key: string, input: unknown, start: () => Promise<CertificationTaskModel>): Promise<CertificationTaskModel> {
    const inputHash = hashOf(input);
    for (;;) {
      const names = await this.#namesOf(key);
      const taken = await this.#claimAll(names, inputHash);
      if (taken === null) return this.#startNow(key, names, inputHash, start);
      const outcome = await this.#outcomeOf(taken.name, taken.record, inputHash);
      if (outcome !== null) return taskOf(outcome);
      // The first one was refused, and nothing done.
    }
  }

  async #startNow(key: string, claimed: readonly string[], input: string, start: () => Promise<CertificationTaskModel>): Promise<CertificationTaskModel> {
    const { keys } = this.#parts;
    const started = await start().then(
      (task) => ({ task }),
      (error: unknown) => ({ error }),
    );
    const outcome = outcomeOf(started);
    if (outcome === null) {
      await this.#releaseAll(claimed);
    } else {
      // The answer may have admitted the token: from now on the key is looked for under the viewer's name as well.
      const names = new Set([...claimed, ...(await this.#namesOf(key))]);
      await Promise.all([...names].map((name) => keys.settle(name, input, outcome)));
    }
    if ('error' in started) throw started.error;
    return started.task;
  }

  /** Null when all are the caller's now, else the one that is not. */
  async #claimAll(names: readonly string[], input: string): Promise<{ name: string; record: IdempotencyRecord } | null> {
    const claimed: string[] = [];
    try {
      for (const name of names) {
        const record = await this.#parts.keys.claim(name, input);
        if (record !== null) {
          await this.#releaseAll(claimed);
          return { name, record };
        }
        claimed.push(name);
      }
      return null;
    } catch (error) {
      await this.#releaseAll(claimed);
      throw error;
    }
  }

  /** Waits for it, as long as the request may take. Null when there was none: it was released. */
  async #outcomeOf(name: string, first: IdempotencyRecord, input: string): Promise<Outcome | null> {
    const { keys, pause, deadline, left } = this.#parts;
    let record: IdempotencyRecord | null = first;
    while (record !== null) {
      if (record.input !== input) throw usedForAnother();
      if (record.outcome !== null) return record.outcome;
      if (left.aborted || deadline.atMs - performance.now() < answerWithinMs) return stillUnderWay;
      await pause(lookEveryMs, left);
      record = await keys.findAgain(name, record);
    }
    return null;
  }

  async #releaseAll(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#parts.keys.release(name)));
  }

  async #namesOf(key: string): Promise<string[]> {
    const { viewer, generationName, isAdmitted } = this.#parts;
    const ofToken = hashOf(['token', viewer.token.hash, generationName, key]);
    return (await isAdmitted()) ? [ofToken, hashOf(['viewer', viewer.tenantKey, viewer.hash, generationName, key])] : [ofToken];
  }
}

const stillUnderWay: Outcome = {
  unknown: { code: 'UPSTREAM_TIMEOUT', message: 'The first request with this idempotency key has no answer yet.' },
};

/** Null when nothing was done. */
function outcomeOf(started: { readonly task: CertificationTaskModel } | { readonly error: unknown }): Outcome | null {
  if ('task' in started) return started;
  const { error } = started;
  return hasUnknownOutcome(error) ? { unknown: { code: error.code, message: error.message } } : null;
}

function taskOf(outcome: Outcome): CertificationTaskModel {
  if ('task' in outcome) return outcome.task;
  throw new GatewayError(outcome.unknown.code, outcome.unknown.message, { outcome: 'unknown' });
}

function usedForAnother(): GatewayError {
  const argument = 'input.idempotencyKey';
  return badUserInput(argument, `${argument} was sent with another input in the last ten minutes; a new reassignment needs a new key.`);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
