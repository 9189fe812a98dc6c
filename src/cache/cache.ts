import { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import { nobody, type Observer } from '../observer.js';
import { RedisAdmissionRecords } from '../redis/admission-records.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { CacheReader, Track, Witness } from './cache-reader.js';
import { LoadLeases } from './load-leases.js';
import { defaultMemoryBytes, MemoryStore } from './memory-store.js';
import { ReadThrough, type ReadThroughParts } from './read-through.js';
import { TagVersions } from './tag-versions.js';
import { createTieredStore, type TieredStoreSettings } from './tiered-store.js';
import { WholeAnswers, type WholeAnswersSettings } from './whole-answers.js';

export interface CacheSettings {
  /** Null: memory only. */
  readonly redis: RedisLink | null;
  readonly admissionMs: number;
  /** A quarter of it is for whole answers. */
  readonly memoryBytes?: number;
  /** Longer than any load may take; without it each replica loads for itself. */
  readonly longestLoadMs?: number;
  readonly now: () => number;
  /** From 0 up to 1, for the jitter of lifetimes. */
  readonly random?: () => number;
  readonly observer?: Observer;
}

/** One for the process. Hands out what asks for admission and nothing else: there is no way to an entry past it. */
export interface Cache {
  /** To be told of each upstream 2xx and 401. */
  readonly admission: Admission;
  /** One for each request. `track` is given all waiting for Redis and for loads of other requests. */
  readerFor(viewer: Viewer, witness?: Witness, track?: Track): CacheReader;
  /** Of one kind; one for the process. */
  openAnswers<Answer>(bytesOf: (answer: Answer) => number): WholeAnswers<Answer>;
  /** What of it is in this process. */
  readonly memory: { readonly entries: number; readonly bytes: number };
  /** Resolves when no write and no renewal is under way. */
  idle(): Promise<void>;
}

const shareOfAnswers = 1 / 4;

/** Never throws for the sake of Redis: without it the cache starts in memory and picks it up later. */
export function createCache(settings: CacheSettings): Cache {
  const { redis, admissionMs, now, random = Math.random, observer = nobody } = settings;
  const admission = new Admission({ admissionMs, records: redis === null ? null : new RedisAdmissionRecords(redis), now, observer });
  const memoryBytes = settings.memoryBytes ?? defaultMemoryBytes;
  const answersBytes = Math.ceil(memoryBytes * shareOfAnswers);
  const memory = new MemoryStore(Math.max(1, memoryBytes - answersBytes));
  const opened: Pick<WholeAnswers<unknown>, 'entries' | 'bytes' | 'clear'>[] = [];
  const onGap = () => opened.forEach((answers) => answers.clear());
  const parts = redis === null ? alone(memory) : tiered({ link: redis, memory, now, onGap, observer });
  const leases = redis === null || settings.longestLoadMs === undefined ? null : new LoadLeases({ link: redis, lastsMs: settings.longestLoadMs });
  const readThrough = new ReadThrough({ ...parts, leases, now, random, observer });
  return {
    admission,
    readerFor: (viewer, witness = () => () => undefined, track = (waiting) => waiting) =>
      readThrough.readerFor(admission.accessFor(viewer), witness, track),
    openAnswers: (bytesOf) => {
      const answers = new WholeAnswers({ admission, versions: parts.versions, isBelieved: parts.isBelieved, now, maxBytes: answersBytes, bytesOf });
      opened.push(answers);
      return answers;
    },
    get memory() {
      const kept = [memory, ...opened];
      return { entries: sum(kept.map(({ entries }) => entries)), bytes: sum(kept.map(({ bytes }) => bytes)) };
    },
    idle: () => readThrough.idle(),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

interface Tiers extends Pick<ReadThroughParts, 'store' | 'versions' | 'notices'>, Pick<WholeAnswersSettings<unknown>, 'isBelieved'> {}

function alone(memory: MemoryStore): Tiers {
  return { store: memory, versions: new TagVersions({ isShared: false }), notices: null, isBelieved: () => true };
}

function tiered(settings: TieredStoreSettings): Tiers {
  const tiers = createTieredStore(settings);
  return { ...tiers, isBelieved: (entry) => tiers.store.isBelieved(entry) };
}
