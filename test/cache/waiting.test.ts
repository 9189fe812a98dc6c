import { beforeEach, describe, expect, test } from '@jest/globals';
import { Admission } from '../../src/auth/admission.js';
import type { Load } from '../../src/cache/cached.js';
import { MemoryStore } from '../../src/cache/memory-store.js';
import { ReadThrough, type CacheReader, type Track } from '../../src/cache/read-through.js';
import type { Store } from '../../src/cache/store.js';
import { TagVersions } from '../../src/cache/tag-versions.js';
import { Certifications, certifications, type Certification } from './replica.js';
import { aViewer, createClock, later, type Later } from './support.js';

/** What is tracked at the moment. */
let waiting: number;
let answer: Later<Certification[]>;
const slow: Load<Certification> = () => answer.promise;

const track: Track = async (promise) => {
  waiting += 1;
  try {
    return await promise;
  } finally {
    waiting -= 1;
  }
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  waiting = 0;
  answer = later();
});

/** Of one process; the requests of one viewer. */
function createReaders(store: Store): () => CacheReader {
  const { now } = createClock();
  const admission = new Admission({ admissionMs: 60_000, records: null, now });
  const readThrough = new ReadThrough({ store, versions: new TagVersions({ isShared: false }), notices: null, now, random: () => 0 });
  admission.admit(aViewer());
  return () => readThrough.readerFor(admission.accessFor(aViewer()), () => () => undefined, track);
}

describe('a request that waits', () => {
  test('for its own load is tracked', async () => {
    const reading = createReaders(new MemoryStore())().getMany(certifications, ['a'], slow);
    await settled();
    expect(waiting).toBe(1);
    answer.resolve([{ id: 'a', version: 1 }]);
    await reading;
    expect(waiting).toBe(0);
  });

  test('for the load of another one is tracked', async () => {
    const createReader = createReaders(new MemoryStore());
    const first = createReader().getMany(certifications, ['a'], slow);
    await settled();
    const second = createReader().getMany(certifications, ['a'], new Certifications().load);
    await settled();
    expect(waiting).toBe(2);
    answer.resolve([{ id: 'a', version: 7 }]);
    await expect(second).resolves.toEqual([{ id: 'a', version: 7 }]);
    await first;
    expect(waiting).toBe(0);
  });

  test('for the store is tracked', async () => {
    const found = later<null[]>();
    const store = Object.assign(new MemoryStore(), { getMany: () => found.promise });
    const reading = createReaders(store)().getMany(certifications, ['a'], new Certifications().load);
    await settled();
    expect(waiting).toBe(1);
    found.resolve([null]);
    await reading;
    expect(waiting).toBe(0);
  });
});
