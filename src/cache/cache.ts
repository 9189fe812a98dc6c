import { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import type { Logger } from '../logger.js';
import type { CacheReader, ReportOutcome } from './cache-reader.js';
import { defaultMemoryBytes, MemoryStore } from './memory-store.js';
import { ReadThrough } from './read-through.js';
import { RedisAdmissionRecords } from './redis-admission-records.js';
import { RedisLink } from './redis-link.js';
import { RedisStore } from './redis-store.js';
import { TieredStore } from './tiered-store.js';

export interface CacheSettings {
  /** `redis://` or `rediss://`; null: memory only. */
  readonly redisUrl: string | null;
  readonly admissionMs: number;
  readonly memoryBytes?: number;
  readonly now: () => number;
  readonly logger: Logger;
  /** From 0 up to 1, for the jitter of lifetimes. */
  readonly random?: () => number;
}

/** One for the process. Hands out readers and nothing else: there is no way to an entry past admission. */
export interface Cache {
  /** To be told of each upstream 2xx and 401. */
  readonly admission: Admission;
  /** One for each request. */
  readerFor(viewer: Viewer, report?: ReportOutcome): CacheReader;
  /** Redis is configured and cannot be asked. */
  readonly isRedisAway: boolean;
  /** Resolves when the first attempt to reach Redis has succeeded or failed; nothing has to wait for it. */
  firstContact(): Promise<void>;
  /** Resolves when no write and no renewal is under way. */
  idle(): Promise<void>;
  close(): void;
}

/** Never throws for the sake of Redis: without it the cache starts in memory and picks it up later. */
export function createCache(settings: CacheSettings): Cache {
  const { redisUrl, admissionMs, now, logger, random = Math.random } = settings;
  const memory = new MemoryStore(settings.memoryBytes ?? defaultMemoryBytes);
  const link = redisUrl === null ? null : new RedisLink({ url: redisUrl, now, logger });
  const store = link === null ? memory : new TieredStore({ memory, redis: new RedisStore(link, now), link, now });
  const admission = new Admission({ admissionMs, records: link === null ? null : new RedisAdmissionRecords(link), now });
  const readThrough = new ReadThrough({ store, now, random });
  return {
    admission,
    readerFor: (viewer, report = () => undefined) => readThrough.readerFor(admission.accessFor(viewer), report),
    get isRedisAway() {
      return link?.isAway ?? false;
    },
    firstContact: async () => link?.firstContact(),
    idle: () => readThrough.idle(),
    close: () => link?.close(),
  };
}
