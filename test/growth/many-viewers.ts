import { createCache } from '../../src/cache/cache.js';
import { viewerKeys } from '../../src/cache/cache-key.js';
import type { Cached } from '../../src/cache/cached.js';
import { defaultMemoryBytes } from '../../src/cache/memory-store.js';
import { aViewer } from '../cache/support.js';
import { measure, tell, type Held } from './measure.js';

export interface Measured {
  readonly boundMiB: number;
  readonly before: Held;
  readonly half: Held;
  readonly end: Held;
  /** Of how many viewers the cache still has everything. */
  readonly viewersKept: number;
}

interface Certification {
  readonly id: string;
  readonly name: string;
  readonly reviewers: readonly { readonly id: string; readonly name: string }[];
}

const viewers = 10_000;
const entriesEach = 10;
const certificationsInAll = 5000;
const hourMs = 3_600_000;

const certifications: Cached<Certification> = {
  keys: viewerKeys('certification', 'v2025'),
  lifetime: { freshMs: hourMs, staleMs: 0 },
  absentMs: 0,
  tags: (id) => ['certs', `cert:${id}`],
};

const cache = createCache({ redis: null, admissionMs: hourMs, now: Date.now });
let loads = 0;

/** A new object each time, as from an upstream's answer. */
async function load(ids: readonly string[]): Promise<Certification[]> {
  loads += 1;
  return ids.map((id) => ({ id, name: `Manager Access Review ${id}`, reviewers: [1, 2, 3, 4, 5, 6].map((place) => ({ id: `${place}-${id}`.padEnd(32, '0'), name: `Reviewer ${place} of ${id}` })) }));
}

async function read(viewer: number): Promise<void> {
  const caller = aViewer({ identity_id: `identity-${viewer}`, jti: `token-${viewer}` });
  cache.admission.admit(caller);
  const ids = Array.from({ length: entriesEach }, (_, place) => String((viewer * 7 + place * 501) % certificationsInAll).padStart(32, 'c'));
  await cache.readerFor(caller).getMany(certifications, ids, load);
}

async function readAll(from: number, to: number): Promise<void> {
  for (let viewer = from; viewer < to; viewer += 1) await read(viewer);
  await cache.idle();
}

const before = await measure();
await readAll(0, viewers / 2);
const half = await measure();
await readAll(viewers / 2, viewers);
const end = await measure();
loads = 0;
let viewersKept = 0;
// From the newest on: the others have made room for them.
for (let viewer = viewers - 1; loads === 0; viewer -= 1, viewersKept += 1) await read(viewer);
tell({ boundMiB: defaultMemoryBytes / 2 ** 20, before, half, end, viewersKept: viewersKept - 1 } satisfies Measured);
