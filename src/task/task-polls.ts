import { createHash } from 'node:crypto';
import type { RedisLink } from '../redis/redis-link.js';
import { RedisTaskLooks } from '../redis/task-looks.js';
import { pause, type Pause } from '../upstream/pause.js';
import { readSighting } from './sighting.js';
import { TaskPoll, type Pace, type SharedLooks } from './task-poll.js';

export interface TaskPollsSettings {
  /** Where replicas share what they see; null: this process is the only one. */
  readonly redis: RedisLink | null;
  readonly now: () => number;
  readonly pause?: Pause | undefined;
  readonly paceMs?: Pace | undefined;
}

/** What a task is called in its tenant: the same for all who may follow it. */
export interface TaskName {
  readonly tenantKey: string;
  readonly generationName: string;
  readonly taskId: string;
}

const usualPaceMs: Pace = { least: 1000, most: 5000 };

/** The tasks that somebody follows: one for the process. */
export class TaskPolls {
  readonly now: () => number;
  readonly pause: Pause;
  /** Between two looks at what somebody waits for. */
  readonly paceMs: Pace;
  readonly #stopping = new AbortController();
  readonly #looks: RedisTaskLooks | null;
  readonly #polls = new Map<string, { readonly poll: TaskPoll; users: number }>();

  constructor({ redis, now, pause: givenPause = pause, paceMs = usualPaceMs }: TaskPollsSettings) {
    this.now = now;
    this.pause = givenPause;
    this.paceMs = paceMs;
    this.#looks = redis === null ? null : new RedisTaskLooks(redis, (name, look) => this.#hear(name, look));
  }

  /** Aborts when the process is about to stop. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Requests that wait for the end of a task are answered as it stands. */
  stop(): void {
    this.#stopping.abort();
  }

  /** The task's one poll; `close` is to be called once, by whoever has opened it. */
  open(task: TaskName): { readonly poll: TaskPoll; readonly close: () => void } {
    const name = createHash('sha256').update(JSON.stringify([task.tenantKey, task.generationName, task.taskId])).digest('hex');
    const entry = this.#polls.get(name) ?? { poll: this.#create(name), users: 0 };
    this.#polls.set(name, entry);
    entry.users += 1;
    return {
      poll: entry.poll,
      close: () => {
        entry.users -= 1;
        if (entry.users === 0) this.#polls.delete(name);
      },
    };
  }

  #create(name: string): TaskPoll {
    const looks = this.#looks;
    const shared: SharedLooks | null =
      looks === null
        ? null
        : {
            takeTurn: (ms) => looks.takeTurn(name, ms),
            tell: (sighting, tookMs) => void looks.tell(name, { sighting, tookMs }),
          };
    return new TaskPoll({ shared, now: this.now, pause: this.pause, paceMs: this.paceMs });
  }

  #hear(name: string, look: unknown): void {
    const poll = this.#polls.get(name)?.poll;
    if (poll === undefined || typeof look !== 'object' || look === null || !('sighting' in look) || !('tookMs' in look)) return;
    const sighting = readSighting(look.sighting);
    if (sighting !== null && typeof look.tookMs === 'number') poll.hear(sighting, look.tookMs);
  }
}
