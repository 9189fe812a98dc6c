import { GatewayError, hasCode } from '../errors.js';
import type { CertificationTaskModel } from './mapping.js';
import { isSameSighting, sightingOf, type Sighting } from './sighting.js';
import type { Heard, TaskPoll, TaskReader } from './task-poll.js';
import type { TaskName, TaskPolls } from './task-polls.js';

export interface WatchParts {
  readonly polls: TaskPolls;
  readonly name: TaskName;
  readonly reader: TaskReader;
  /** How the reader has just read it; null: it has not. */
  readonly first: CertificationTaskModel | null;
  /** Told of the end before the watcher is. */
  readonly onEnd: (task: CertificationTaskModel) => Promise<void>;
}

/** How long nothing can be seen of a task before its watchers are told so. */
const patienceMs = 60_000;

/**
 * How a task stands, then one value for each change that a client could see, to its end; null, and no more, when there is
 * none, or none any more, that the reader may see. Ends when `signal` aborts. Throws as the reader's own read; of what
 * fails later only UNAUTHENTICATED and FORBIDDEN at once, anything else when it has lasted for a minute.
 */
export async function* watchTask({ polls, name, reader, first, onEnd }: WatchParts, signal: AbortSignal): AsyncGenerator<CertificationTaskModel | null> {
  const { poll, close } = polls.open(name);
  try {
    let shown: CertificationTaskModel | null = null;
    let task = await firstOf(poll, reader, first);
    let news = poll.listen(reader);
    const readAnew = async () => {
      const read = await poll.readBy(reader);
      // What was told before is older.
      news = poll.listen(reader);
      return read;
    };
    const patience = new Patience(polls.now);
    while (task !== null) {
      if (task.isFinished) {
        poll.leave(reader);
        await onEnd(task);
      }
      if (task !== shown) yield task;
      if (task.isFinished) return;
      shown = task;
      poll.join(reader);
      const heard = await news.next(signal);
      if (heard === null) return;
      task = await patience.bear(taskOf(heard, shown, readAnew), shown);
    }
    yield null;
  } finally {
    poll.leave(reader);
    close();
  }
}

async function firstOf(poll: TaskPoll, reader: TaskReader, first: CertificationTaskModel | null): Promise<CertificationTaskModel | null> {
  if (first !== null) return poll.readBy(reader, () => Promise.resolve(first));
  const sighting = await poll.findSighting(reader);
  return sighting === null || hasTexts(sighting) ? poll.readBy(reader) : withoutTexts(sighting);
}

/** `shown` itself when nothing has changed. Texts each reader reads in its own language; most tasks have none. */
async function taskOf(heard: Heard, shown: CertificationTaskModel, read: () => Promise<CertificationTaskModel | null>): Promise<CertificationTaskModel | null> {
  if ('failure' in heard) throw heard.failure;
  if ('refusal' in heard) {
    if (heard.refusal !== null) throw heard.refusal;
    return null;
  }
  const { sighting } = heard;
  if (isSameSighting(sighting, sightingOf(shown))) return shown;
  if (sighting !== null && !hasTexts(sighting)) return withoutTexts(sighting);
  const task = await read();
  return task !== null && isSameSighting(sightingOf(task), sightingOf(shown)) ? shown : task;
}

function hasTexts({ errorCount }: Sighting): boolean {
  return errorCount > 0;
}

function withoutTexts({ task }: Sighting): CertificationTaskModel {
  return { ...task, errors: [] };
}

/** Bears failures that may pass, until nothing was seen for a minute. */
class Patience {
  readonly #now: () => number;
  #seenAtMs: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#seenAtMs = now();
  }

  async bear<Seen>(look: Promise<Seen>, before: Seen): Promise<Seen> {
    try {
      const seen = await look;
      this.#seenAtMs = this.#now();
      return seen;
    } catch (error) {
      if (isFinal(error) || this.#now() - this.#seenAtMs > patienceMs) throw error;
      return before;
    }
  }
}

/** Asking again would not help. */
export function isFinal(error: unknown): boolean {
  return !(error instanceof GatewayError) || hasCode(error, 'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT');
}
