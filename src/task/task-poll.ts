import { hasCode, type GatewayError } from '../errors.js';
import type { CertificationTaskModel } from './mapping.js';
import { News, type Listener } from './news.js';
import type { Pause } from '../upstream/pause.js';
import { isSameSighting, sightingOf, type Sighting } from './sighting.js';

/** One watcher's way to the task, with the watcher's own token. */
export interface TaskReader {
  /** The same for those with one token and one address of the task: what one of them may read, all may. */
  readonly grantName: string;
  /** Has the upstream accepted this very token, and not refused it since? */
  isAdmitted(): Promise<boolean>;
  /** Null when there is none that this token may see. Throws as the upstream fails, and in bounded time. */
  read(): Promise<CertificationTaskModel | null>;
}

/**
 * What a reader hears: how the task was seen, or that it was, which the reader has to read for itself; why nothing could
 * be seen; or that there is nothing more to hear for its token, with the reason or null for a task that is not there.
 */
export type Heard = { readonly sighting: Sighting | null } | { readonly failure: Error } | { readonly refusal: Error | null };

type Look = { readonly sighting: Sighting } | { readonly failure: Error } | { readonly refusal: Error | null; readonly grantName: string };

/** Where replicas take turns. */
export interface SharedLooks {
  takeTurn(ms: number): Promise<boolean>;
  tell(sighting: Sighting, tookMs: number): void;
}

export interface TaskPollSettings {
  /** Null: no other replica. */
  readonly shared: SharedLooks | null;
  readonly now: () => number;
  readonly pause: Pause;
  /** Between two looks: the least after a change, the most after a long time without one. */
  readonly paceMs: Pace;
}

export interface Pace {
  readonly least: number;
  readonly most: number;
}

interface Seen {
  readonly sighting: Sighting;
  readonly startedAtMs: number;
}

const slowDownBy = 1.5;

/** The pace after a look without a change. */
export function slowedDown(paceMs: number, { most }: Pace): number {
  return Math.min(paceMs * slowDownBy, most);
}

const grantLastsMs = 5 * 60_000;

/**
 * Looks at one task for all who follow it in this process, and takes turns with the other replicas: one upstream call
 * a pace. The call is made with the token of one of those who follow; when it leaves, or its token is refused, the
 * next one's is taken. What was seen is told to those alone whose own token has read the task.
 */
export class TaskPoll {
  readonly #settings: TaskPollSettings;
  readonly #news = new News<Look>();
  /** Those who have read the task, in the order in which they are asked to look. */
  readonly #readers = new Set<TaskReader>();
  /** When each token has read the task last. */
  readonly #grantedAtMs = new Map<string, number>();
  #seen: Seen | null = null;
  #lookedAtMs: number;
  #dueAtMs: number;
  #paceMs: number;
  #alone = new AbortController();

  constructor(settings: TaskPollSettings) {
    this.#settings = settings;
    this.#paceMs = settings.paceMs.least;
    this.#lookedAtMs = settings.now();
    this.#dueAtMs = this.#lookedAtMs + this.#paceMs;
  }

  /** From now on. */
  listen(reader: TaskReader): Listener<Heard> {
    const looks = this.#news.listen();
    return {
      next: async (signal) => {
        for (;;) {
          const look = await looks.next(signal);
          if (look === null || 'failure' in look) return look;
          if ('sighting' in look) return (await this.#mayBeTold(reader)) ? look : { sighting: null };
          if (look.grantName === reader.grantName) return look;
        }
      },
    };
  }

  /** What was seen last; null for a reader whose token has not read the task within five minutes. */
  async findSighting(reader: TaskReader): Promise<Sighting | null> {
    return (await this.#mayBeTold(reader)) ? (this.#seen?.sighting ?? null) : null;
  }

  /** With the reader's own token: how it is answered holds for all of that token, and what it sees for all who follow. */
  async readBy(reader: TaskReader, read = () => reader.read()): Promise<CertificationTaskModel | null> {
    const startedAtMs = this.#settings.now();
    try {
      const task = await read();
      if (task === null) {
        this.#refuse(reader, null);
      } else {
        this.#grantedAtMs.set(reader.grantName, this.#settings.now());
        this.#take(sightingOf(task), startedAtMs);
      }
      return task;
    } catch (error) {
      if (isRefusal(error)) this.#refuse(reader, error);
      throw error;
    }
  }

  /** From now on the reader, which has read the task, can be asked to look. */
  join(reader: TaskReader): void {
    const isFirst = this.#readers.size === 0;
    this.#readers.add(reader);
    if (!isFirst) return;
    this.#alone = new AbortController();
    void this.#run(this.#alone.signal);
  }

  leave(reader: TaskReader): void {
    this.#readers.delete(reader);
    if (this.#readers.size === 0) this.#alone.abort();
  }

  /** What another replica has seen, `tookMs` after it began to look. */
  hear(sighting: Sighting, tookMs: number): void {
    const before = this.#seen;
    this.#take(sighting, this.#settings.now() - tookMs);
    this.#planNext(before);
  }

  async #mayBeTold(reader: TaskReader): Promise<boolean> {
    const grantedAtMs = this.#grantedAtMs.get(reader.grantName) ?? -Infinity;
    return this.#settings.now() - grantedAtMs <= grantLastsMs && (await reader.isAdmitted());
  }

  async #run(alone: AbortSignal): Promise<void> {
    const { now, pause } = this.#settings;
    while (!alone.aborted) {
      const leftMs = this.#dueAtMs - now();
      if (leftMs > 0) await pause(leftMs, alone);
      else if (await this.#isOurTurn()) await this.#lookByTurns(alone);
    }
  }

  async #isOurTurn(): Promise<boolean> {
    const { shared, now, paceMs } = this.#settings;
    if (shared === null || (await shared.takeTurn(this.#paceMs))) return true;
    // Who has the turn tells what it sees. It may have ended, or its words be lost on the way.
    if (now() - this.#lookedAtMs > 2 * this.#paceMs + paceMs.least) return true;
    this.#dueAtMs = now() + paceMs.least;
    return false;
  }

  async #lookByTurns(alone: AbortSignal): Promise<void> {
    const { shared, now } = this.#settings;
    for (const reader of this.#readers) {
      // All have left; whoever has come since has a run of their own.
      if (alone.aborted) return;
      const before = this.#seen;
      const startedAtMs = now();
      try {
        const task = await this.readBy(reader);
        if (task === null) continue;
        this.#planNext(before);
        shared?.tell(sightingOf(task), now() - startedAtMs);
        return;
      } catch (error) {
        // All of its token have been told; or it has left while it looked.
        if (isRefusal(error) || !this.#readers.has(reader)) continue;
        this.#fail(reader, error);
        return;
      }
    }
  }

  /** The next time another one is asked: each OAuth client has a budget of its own. */
  #fail(reader: TaskReader, error: unknown): void {
    this.#readers.delete(reader);
    this.#readers.add(reader);
    this.#slowDown();
    this.#news.tell({ failure: error instanceof Error ? error : new Error('a task could not be read', { cause: error }) });
  }

  /** Tells of a change. An answer that was on its way for long is older than what was seen meanwhile. */
  #take(sighting: Sighting, startedAtMs: number): void {
    if (this.#seen !== null && startedAtMs < this.#seen.startedAtMs) return;
    const isChange = !isSameSighting(sighting, this.#seen?.sighting ?? null);
    this.#seen = { sighting, startedAtMs };
    if (isChange) this.#news.tell({ sighting });
  }

  /** After a look. Those who follow hear of one without a change as well: the task can be seen. */
  #planNext(before: Seen | null): void {
    this.#lookedAtMs = this.#settings.now();
    const sighting = this.#seen?.sighting ?? null;
    if (sighting === null || !isSameSighting(before?.sighting ?? null, sighting)) {
      this.#setPace(this.#settings.paceMs.least);
    } else {
      this.#slowDown();
      this.#news.tell({ sighting });
    }
  }

  #slowDown(): void {
    this.#setPace(slowedDown(this.#paceMs, this.#settings.paceMs));
  }

  #setPace(paceMs: number): void {
    this.#paceMs = paceMs;
    this.#dueAtMs = this.#settings.now() + paceMs;
  }

  #refuse({ grantName }: TaskReader, refusal: Error | null): void {
    this.#grantedAtMs.delete(grantName);
    for (const reader of this.#readers) if (reader.grantName === grantName) this.leave(reader);
    this.#news.tell({ refusal, grantName });
  }
}

function isRefusal(error: unknown): error is GatewayError {
  return hasCode(error, 'UNAUTHENTICATED', 'FORBIDDEN');
}
