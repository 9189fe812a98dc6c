import { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import { RedisAdmissionRecords } from '../redis/admission-records.js';
import type { RedisLink } from '../redis/redis-link.js';
import type { CacheReader, ReportOutcome, Track } from './cache-reader.js';
import { LoadLeases } from './load-leases.js';
import { defaultMemoryBytes, MemoryStore } from './memory-store.js';
import { ReadThrough, type ReadThroughParts } from './read-through.js';
import { TagVersions } from './tag-versions.js';
import { createTieredStore } from './tiered-store.js';

export interface CacheSettings {
  /** Null: memory only. */
  readonly redis: RedisLink | null;
  readonly admissionMs: number;
  readonly memoryBytes?: number;
  /** Longer than any load may take; without it each replica loads for itself. */
  readonly longestLoadMs?: number;
  readonly now: () => number;
  /** From 0 up to 1, for the jitter of lifetimes. */
  readonly random?: () => number;
}

/** One for the process. Hands out readers and nothing else: there is no way to an entry past admission. */
export interface Cache {
  /** To be told of each upstream 2xx and 401. */
  readonly admission: Admission;
  /** One for each request. `track` is given all waiting for Redis and for loads of other requests. */
  readerFor(viewer: Viewer, report?: ReportOutcome, track?: Track): CacheReader;
  /** Resolves when no write and no renewal is under way. */
  idle(): Promise<void>;
}

/** Never throws for the sake of Redis: without it the cache starts in memory and picks it up later. */
export function createCache(settings: CacheSettings): Cache {
  const { redis, admissionMs, now, random = Math.random } = settings;
  const admission = new Admission({ admissionMs, records: redis === null ? null : new RedisAdmissionRecords(redis), now });
  const memory = new MemoryStore(settings.memoryBytes ?? defaultMemoryBytes);
  const parts = redis === null ? alone(memory) : createTieredStore({ link: redis, memory, now });
  const leases = redis === null || settings.longestLoadMs === undefined ? null : new LoadLeases({ link: redis, lastsMs: settings.longestLoadMs });
  const readThrough = new ReadThrough({ ...parts, leases, now, random });
  return {
    admission,
    readerFor: (viewer, report = () => undefined, track = (waiting) => waiting) =>
      readThrough.readerFor(admission.accessFor(viewer), report, track),
    idle: () => readThrough.idle(),
  };
}

function alone(memory: MemoryStore): Pick<ReadThroughParts, 'store' | 'versions' | 'notices'> {
  return { store: memory, versions: new TagVersions({ isShared: false }), notices: null };
}
