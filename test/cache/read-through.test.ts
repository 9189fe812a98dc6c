import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Admission } from '../../src/auth/admission.js';
import type { Viewer } from '../../src/auth/viewer.js';
import { tenantKeys, viewerKeys } from '../../src/cache/cache-key.js';
import type { Cached, Load } from '../../src/cache/cached.js';
import { MemoryStore } from '../../src/cache/memory-store.js';
import { ReadThrough, type CacheReader, type Witness } from '../../src/cache/read-through.js';
import { TagVersions } from '../../src/cache/tag-versions.js';
import { aViewer, createClock, later, type Clock } from './support.js';

interface Model {
  readonly id: string;
  readonly version: number;
}

const minute = 60_000;
const certifications: Cached<Model> = {
  keys: viewerKeys('certification', 'beta'),
  lifetime: { freshMs: 10 * minute, staleMs: 20 * minute },
  absentMs: minute,
};
const names: Cached<Model> = { ...certifications, keys: tenantKeys('identity-name', null) };

let clock: Clock;
let admission: Admission;
let readThrough: ReadThrough;
let outcomes: string[];
/** What the upstream answers at the moment. */
let version: number;
/** The ids of each load. */
let loads: string[][];

beforeEach(() => {
  clock = createClock();
  admission = new Admission({ admissionMs: 60 * minute, records: null, now: clock.now });
  readThrough = aReadThrough();
  [outcomes, loads, version] = [[], [], 1];
});

function aReadThrough(random = () => 0): ReadThrough {
  return new ReadThrough({ store: new MemoryStore(), versions: new TagVersions({ isShared: false }), notices: null, now: clock.now, random });
}

function readerOf(viewer: Viewer): CacheReader {
  const witness: Witness = (resource) => (counts) => void outcomes.push(...[...counts].map(([outcome, count]) => `${count} ${outcome} ${resource}`));
  return readThrough.readerFor(admission.accessFor(viewer), witness, (waiting) => waiting);
}

function admitted(viewer = aViewer()): CacheReader {
  admission.admit(viewer);
  return readerOf(viewer);
}

const load: Load<Model> = async (ids) => {
  loads.push([...ids]);
  return ids.map((id) => (id === 'absent' ? null : { id, version }));
};
const failing: Load<Model> = async (ids) => {
  loads.push([...ids]);
  return ids.map(() => new Error('refused'));
};
const read = (reader: CacheReader, ...ids: string[]) => reader.getMany(certifications, ids, load);
/** Until all that can go on has gone on: everything here is in memory. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is asked for', () => {
  test('is loaded once and then served', async () => {
    const reader = admitted();
    await expect(read(reader, 'a', 'b')).resolves.toEqual([{ id: 'a', version: 1 }, { id: 'b', version: 1 }]);
    version = 2;
    await expect(read(reader, 'b', 'a')).resolves.toEqual([{ id: 'b', version: 1 }, { id: 'a', version: 1 }]);
    expect(loads).toEqual([['a', 'b']]);
    expect(outcomes).toEqual(['2 miss certification@beta', '2 hit certification@beta']);
  });

  test('is loaded as far as it is missing, in one call', async () => {
    const reader = admitted();
    await read(reader, 'b');
    await expect(read(reader, 'a', 'b', 'c')).resolves.toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(loads).toEqual([['b'], ['a', 'c']]);
  });

  test('may be asked for twice', async () => {
    await expect(read(admitted(), 'a', 'a')).resolves.toMatchObject([{ id: 'a' }, { id: 'a' }]);
    expect(loads).toEqual([['a']]);
  });
});

describe('by the clock, an entry is', () => {
  test('served while it is fresh, then served and renewed, then loaded anew', async () => {
    const reader = admitted();
    await read(reader, 'a');
    version = 2;
    clock.pass(10 * minute - 1);
    await expect(read(reader, 'a')).resolves.toMatchObject([{ version: 1 }]);
    clock.pass(1);
    await expect(read(reader, 'a')).resolves.toMatchObject([{ version: 1 }]);
    await readThrough.idle();
    await expect(read(reader, 'a')).resolves.toMatchObject([{ version: 2 }]);
    version = 3;
    clock.pass(30 * minute);
    await expect(read(reader, 'a')).resolves.toMatchObject([{ version: 3 }]);
    expect(outcomes.map((outcome) => outcome.split(' ')[1])).toEqual(['miss', 'hit', 'stale', 'hit', 'miss']);
    expect(loads).toHaveLength(3);
  });

  test('renewed once, however many ask meanwhile', async () => {
    const reader = admitted();
    await read(reader, 'a');
    clock.pass(10 * minute);
    const renewal = later<Model[]>();
    const slow = jest.fn<Load<Model>>(() => renewal.promise);
    await Promise.all(Array.from({ length: 20 }, () => reader.getMany(certifications, ['a'], slow)));
    for (let request = 0; request < 5; request += 1) await reader.getMany(certifications, ['a'], slow);
    renewal.resolve([{ id: 'a', version: 2 }]);
    await readThrough.idle();
    expect(slow).toHaveBeenCalledTimes(1);
  });

  test('renewed behind the answer, which does not wait for it', async () => {
    const reader = admitted();
    await read(reader, 'a');
    clock.pass(10 * minute);
    const renewal = later<Model[]>();
    await expect(reader.getMany(certifications, ['a'], () => renewal.promise)).resolves.toMatchObject([{ version: 1 }]);
    renewal.resolve([{ id: 'a', version: 2 }]);
    await readThrough.idle();
    await expect(read(reader, 'a')).resolves.toMatchObject([{ version: 2 }]);
  });

  test('served on when its renewal fails, and not renewed again for five seconds', async () => {
    const reader = admitted();
    await read(reader, 'a');
    clock.pass(10 * minute);
    for (let request = 0; request < 5; request += 1) {
      await expect(reader.getMany(certifications, ['a'], failing)).resolves.toMatchObject([{ version: 1 }]);
      await readThrough.idle();
    }
    expect(loads).toHaveLength(2);
    clock.pass(5000);
    await reader.getMany(certifications, ['a'], failing);
    expect(loads).toHaveLength(3);
  });

  test('kept as long as its value says', async () => {
    const byState: Cached<Model> = { ...certifications, lifetime: ({ id }) => ({ freshMs: id === 'signed' ? 60 * minute : minute, staleMs: 0 }) };
    const reader = admitted();
    await reader.getMany(byState, ['signed', 'open'], load);
    clock.pass(minute);
    await reader.getMany(byState, ['signed', 'open'], load);
    expect(loads).toEqual([['signed', 'open'], ['open']]);
  });

  test('kept up to a tenth less long, by chance', async () => {
    readThrough = aReadThrough(() => 0.999_999);
    const reader = admitted();
    await read(reader, 'a');
    clock.pass(9 * minute);
    await read(reader, 'a');
    expect(outcomes[1]).toBe('1 stale certification@beta');
  });
});

describe('an absence', () => {
  test('is known for its own time', async () => {
    const reader = admitted();
    await read(reader, 'absent');
    clock.pass(minute - 1);
    await expect(read(reader, 'absent')).resolves.toEqual([null]);
    expect(outcomes[1]).toBe('1 hit certification@beta');
    clock.pass(1);
    await read(reader, 'absent');
    expect(loads).toHaveLength(2);
  });

  test('is not kept where it has no time', async () => {
    const reader = admitted();
    for (let request = 0; request < 2; request += 1) await reader.getMany({ ...certifications, absentMs: 0 }, ['absent'], load);
    expect(loads).toHaveLength(2);
  });
});

describe('a failure', () => {
  test('of one id is its own, and is not kept', async () => {
    const reader = admitted();
    const half: Load<Model> = async (ids) => ids.map((id) => (id === 'bad' ? new Error('refused') : { id, version: 1 }));
    const answers = await reader.getMany(certifications, ['good', 'bad'], half);
    expect(answers).toEqual([{ id: 'good', version: 1 }, new Error('refused')]);
    await expect(read(reader, 'good', 'bad')).resolves.toEqual([{ id: 'good', version: 1 }, { id: 'bad', version: 1 }]);
    expect(loads).toEqual([['bad']]);
  });

  test('of the whole load is each id\'s', async () => {
    const answers = await admitted().getMany(certifications, ['a', 'b'], async () => Promise.reject(new Error('down')));
    expect(answers).toEqual([new Error('down'), new Error('down')]);
    await expect(read(admitted(), 'a')).resolves.toMatchObject([{ version: 1 }]);
  });

  test('is what a load has that answers for fewer ids than it was asked', async () => {
    const answers = await admitted().getMany(certifications, ['a', 'b'], async () => [null]);
    expect(answers).toEqual([expect.any(Error), expect.any(Error)]);
  });
});

describe('requests at the same time', () => {
  test('share one load for each key', async () => {
    const [one, other] = [admitted(), admitted(aViewer({ jti: 'renewed token' }))];
    const upstream = later<Model[]>();
    const slow = jest.fn<Load<Model>>(() => upstream.promise);
    const first = one.getMany(certifications, ['a', 'b'], slow);
    await settled();
    const second = other.getMany(certifications, ['b', 'c'], load);
    await settled();
    expect(loads).toEqual([['c']]);
    upstream.resolve([{ id: 'a', version: 7 }, { id: 'b', version: 7 }]);
    await expect(first).resolves.toMatchObject([{ version: 7 }, { version: 7 }]);
    await expect(second).resolves.toMatchObject([{ id: 'b', version: 7 }, { id: 'c', version: 1 }]);
    expect(slow).toHaveBeenCalledTimes(1);
  });

  test('fifty equal ones are one load', async () => {
    await Promise.all(Array.from({ length: 50 }, () => read(admitted(), 'a')));
    expect(loads).toEqual([['a']]);
  });

  test('do not fail with the one that loads for them: they try themselves, together', async () => {
    const upstream = later<Model[]>();
    const first = admitted().getMany(certifications, ['a', 'absent'], () => upstream.promise);
    await settled();
    const others = Array.from({ length: 10 }, () => read(admitted(), 'a', 'absent'));
    await settled();
    upstream.reject(new Error('its client has left'));
    await expect(first).resolves.toEqual([expect.any(Error), expect.any(Error)]);
    for (const other of others) await expect(other).resolves.toEqual([{ id: 'a', version: 1 }, null]);
    expect(loads).toEqual([['a', 'absent']]);
  });

  test('do not each ask an upstream that is down', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => admitted().getMany(certifications, ['a'], failing)));
    expect(all.flat()).toEqual(Array.from({ length: 50 }, () => new Error('refused')));
    expect(loads).toHaveLength(2);
  });

  test('of viewers with other rights share nothing', async () => {
    await Promise.all([read(admitted(), 'a'), read(admitted(aViewer({ identity_id: 'bob' })), 'a')]);
    await read(admitted(aViewer({ authorities: ['ORG_ADMIN'] })), 'a');
    expect(loads).toHaveLength(3);
  });

  test('of one tenant share what has tenant scope, of two tenants nothing', async () => {
    await admitted().getMany(names, ['a'], load);
    await admitted(aViewer({ identity_id: 'bob' })).getMany(names, ['a'], load);
    expect(loads).toHaveLength(1);
    await admitted(aViewer({ tenant_id: 'other' })).getMany(names, ['a'], load);
    expect(loads).toHaveLength(2);
  });
});

describe('a token that is not admitted', () => {
  const forged = aViewer({ jti: 'made up' });

  test.each([['viewer', certifications], ['tenant', names]])('reads nothing of a warm cache, in %s scope', async (_scope, cached) => {
    await admitted().getMany(cached, ['a'], load);
    const answers = await readerOf(forged).getMany(cached, ['a'], failing);
    expect(answers).toEqual([new Error('refused')]);
    expect(outcomes[1]).toMatch(/^1 off/);
  });

  test.each([['viewer', certifications], ['tenant', names]])('joins nothing in flight of others, in %s scope', async (_scope, cached) => {
    const upstream = later<Model[]>();
    const victim = admitted().getMany(cached, ['a'], () => upstream.promise);
    await settled();
    await expect(readerOf(forged).getMany(cached, ['a'], failing)).resolves.toEqual([new Error('refused')]);
    upstream.resolve([{ id: 'a', version: 1 }]);
    await victim;
  });

  test('is joined in flight by nobody else', async () => {
    const upstream = later<Model[]>();
    const attempt = readerOf(forged).getMany(certifications, ['a'], () => upstream.promise);
    await settled();
    await expect(read(admitted(), 'a')).resolves.toMatchObject([{ version: 1 }]);
    upstream.resolve([{ id: 'a', version: 666 }]);
    await attempt;
    await expect(read(admitted(), 'a')).resolves.toMatchObject([{ version: 1 }]);
  });

  test('shares what is in flight with itself', async () => {
    const fresh = aViewer({ jti: 'fresh' });
    await Promise.all([read(readerOf(fresh), 'a'), read(readerOf(fresh), 'a')]);
    expect(loads).toHaveLength(1);
  });

  test('writes nothing', async () => {
    await read(readerOf(forged), 'a');
    await read(admitted(), 'a');
    expect(loads).toHaveLength(2);
  });

  test('has its answer kept once the upstream has accepted it, and reads from then on', async () => {
    const fresh = aViewer({ jti: 'fresh' });
    const reader = readerOf(fresh);
    const accepted: Load<Model> = async (ids) => {
      admission.admit(fresh);
      return load(ids);
    };
    await reader.getMany(certifications, ['a'], accepted);
    await read(reader, 'a');
    expect(outcomes).toEqual(['1 off certification@beta', '1 hit certification@beta']);
  });

  test('is one that has been refused since, in the middle of a request', async () => {
    const viewer = aViewer();
    const reader = admitted(viewer);
    await read(reader, 'a');
    admission.revoke(viewer);
    await expect(reader.getMany(certifications, ['a'], failing)).resolves.toEqual([new Error('refused')]);
  });
});

test.each([
  ['of another shape', { id: 'a', version: NaN }],
  ['that cannot even be looked into', { id: 'a' }],
])('an entry %s is a miss', async (_what, stored) => {
  const isValue = (json: unknown): json is Model => (json as Model).version.toFixed(0) !== 'NaN';
  const reader = admitted();
  await reader.getMany(names, ['a'], async () => [stored as unknown as Model]);
  await expect(reader.getMany({ ...names, isValue }, ['a'], load)).resolves.toEqual([{ id: 'a', version: 1 }]);
});
