import { tagsChannel } from '../../src/cache/tag-notices.js';
import type { Viewer } from '../../src/auth/viewer.js';
import { createCache, type Cache } from '../../src/cache/cache.js';
import { viewerKeys } from '../../src/cache/cache-key.js';
import type { Cached, Load } from '../../src/cache/cached.js';
import type { CacheReader } from '../../src/cache/read-through.js';
import { RedisLink } from '../../src/redis/redis-link.js';
import { eventually } from '../support/redis.js';
import { aViewer, createTestLog, type Clock, type TestLog } from './support.js';

export interface Certification {
  readonly id: string;
  readonly version: number;
}

const minuteMs = 60_000;

export const certifications: Cached<Certification> = {
  keys: viewerKeys('certification', 'beta'),
  lifetime: { freshMs: 10 * minuteMs, staleMs: 20 * minuteMs },
  absentMs: minuteMs,
  tags: (id) => ['certs', `cert:${id}`],
};

/** What the upstream has, and how often it was asked. */
export class Certifications {
  readonly #versions = new Map<string, number>();
  loads: (readonly string[])[] = [];

  change(...ids: string[]): void {
    for (const id of ids) this.#versions.set(id, this.version(id) + 1);
  }

  version(id: string): number {
    return this.#versions.get(id) ?? 1;
  }

  readonly load: Load<Certification> = async (ids) => {
    this.loads.push(ids);
    return ids.map((id) => ({ id, version: this.version(id) }));
  };
}

/** One process with a cache. */
export interface Replica {
  readonly cache: Cache;
  readonly link: RedisLink | null;
  readonly log: TestLog;
  readerOf(viewer?: Viewer): CacheReader;
  /** The version that it answers. */
  read(id: string, viewer?: Viewer): Promise<number | null>;
  /** As after a mutation: the upstream has changed it, and says so. */
  change(...ids: string[]): Promise<void>;
  close(): void;
}

export interface ReplicaSettings {
  /** Null: memory only. */
  readonly urls: readonly string[] | null;
  readonly upstream: Certifications;
  readonly clock: Clock;
  readonly memoryBytes?: number;
  /** Redis does not let it subscribe. */
  readonly isDeaf?: boolean;
}

/** Where loads are counted, a machine under load must not make misses. */
const commandTimeoutMs = 2000;

export async function startReplica({ urls, upstream, clock: { now }, memoryBytes, isDeaf = false }: ReplicaSettings): Promise<Replica> {
  const log = createTestLog();
  const link = urls === null ? null : new RedisLink({ urls, now, logger: log.logger, commandTimeoutMs });
  const cache = createCache({ redis: link, admissionMs: 60 * minuteMs, now, random: () => 0, ...(memoryBytes === undefined ? {} : { memoryBytes }) });
  await link?.firstContact();
  if (link?.isAway === false && !isDeaf) await eventually(() => link.isListeningTo(tagsChannel));
  const readerOf = (viewer = aViewer()): CacheReader => {
    cache.admission.admit(viewer);
    return cache.readerFor(viewer);
  };
  return {
    cache,
    link,
    log,
    readerOf,
    async read(id, viewer) {
      const [answer] = await readerOf(viewer).getMany(certifications, [id], upstream.load);
      await cache.idle();
      if (answer instanceof Error) throw answer;
      return answer?.version ?? null;
    },
    async change(...ids) {
      upstream.change(...ids);
      await readerOf().invalidate(ids.map((id) => `cert:${id}`));
    },
    close: () => link?.close(),
  };
}
