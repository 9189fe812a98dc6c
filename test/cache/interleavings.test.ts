import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tagsChannel } from '../../src/cache/tag-notices.js';
import type { Viewer } from '../../src/auth/viewer.js';
import { tagKeyOf, viewerKeys } from '../../src/cache/cache-key.js';
import type { Cached } from '../../src/cache/cached.js';
import { createRandom } from '../support/random-operations.js';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';
import { startWay, type Way } from '../support/way.js';
import { Certifications, startReplica, type Replica } from './replica.js';
import { aViewer, createClock, later, type Clock } from './support.js';

interface Seen {
  readonly owner: string;
  readonly id: string;
  readonly version: number;
}

const seen: Cached<Seen> = {
  keys: viewerKeys('seen', null),
  lifetime: { freshMs: 60_000, staleMs: 60_000 },
  absentMs: 0,
  tags: (id) => ['all', `one:${id}`],
};
const ids = ['a', 'b', 'c'];
const viewers = [aViewer({ identity_id: 'ada' }), aViewer({ identity_id: 'bob' }), aViewer({ tenant_id: 'other' })];
const stepsOfARun = 400;

/** A process, and what it has been told: no read of it may be older than that. */
interface Told {
  readonly replica: Replica;
  readonly way: Way;
  /** By tenant and id. */
  readonly floors: Map<string, number>;
}

/** Steps by chance over two processes on one Redis, beside a model of what each may answer. */
class Run {
  readonly #random: () => number;
  readonly #redis: TestRedis;
  readonly #clock: Clock;
  readonly #processes: readonly Told[];
  /** What the upstream has, by tenant and id. */
  readonly #truth = new Map<string, number>();
  readonly #slowLoads: (() => void)[] = [];
  readonly #underWay: Promise<unknown>[] = [];
  readonly #failures: unknown[] = [];
  #isFinishing = false;
  readonly trace: string[] = [];

  constructor(seed: number, redis: TestRedis, clock: Clock, processes: readonly Told[]) {
    this.#random = createRandom(seed);
    this.#redis = redis;
    this.#clock = clock;
    this.#processes = processes;
  }

  async step(): Promise<void> {
    const index = this.#below(this.#processes.length);
    const told = this.#processes[index];
    if (told === undefined) throw new Error('unreachable: there are two');
    const [viewer, id, chance] = [this.#oneOf(viewers), this.#oneOf(ids), this.#random()];
    this.trace.push(`${index} ${chance.toFixed(3)} ${viewers.indexOf(viewer)} ${id}`);
    await this.#act(chance, told, viewer, id);
    // Now and then all that can go on goes on; what waits for a slow load stays behind.
    if (this.#random() < 0.7) await this.#redis.client.ping();
    for (let turn = this.#below(5); turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  async #act(chance: number, told: Told, viewer: Viewer, id: string): Promise<void> {
    if (chance < 0.45) this.#go(this.#read(told, viewer, id));
    else if (chance < 0.58) this.#go(this.#read(told, viewer, id, true));
    else if (chance < 0.68) this.#slowLoads.splice(this.#below(this.#slowLoads.length), 1)[0]?.();
    else if (chance < 0.84) await this.#change(told, viewer, id);
    else if (chance < 0.88) this.#go(this.#change(told, viewer, id));
    else if (chance < 0.92) this.#clock.pass(this.#oneOf([10, 1000, 5001, 61_000]));
    else if (chance < 0.94) await this.#redis.client.del(tagKeyOf(viewer, `one:${id}`));
    else if (chance < 0.95) await this.#redis.client.flushall();
    else if (chance < 0.96) await this.#redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    else if (chance < 0.98) told.way.cut();
    else told.way.mend();
  }

  /** In the end, both see all: nothing that was raised is lost. */
  async finish(): Promise<void> {
    this.#isFinishing = true;
    for (const { way } of this.#processes) way.mend();
    for (const finishLoad of this.#slowLoads.splice(0)) finishLoad();
    await Promise.all(this.#underWay);
    if (this.#failures.length > 0) throw this.#failures[0];
    for (const told of this.#processes) {
      await eventually(async () => {
        this.#clock.pass(1000);
        const { replica } = told;
        const versions = await Promise.all(ids.map((id) => this.#read(told, viewers[0] ?? aViewer(), id)));
        const isRight = versions.every((version, index) => version === this.#truthOf(viewers[0] ?? aViewer(), ids[index] ?? ''));
        return replica.link?.isAway === false && replica.link.isListeningTo(tagsChannel) && isRight;
      }, 15_000);
    }
  }

  #go(work: Promise<unknown>): void {
    this.#underWay.push(work.catch((error: unknown) => this.#failures.push(error)));
  }

  async #read({ replica, floors }: Told, viewer: Viewer, id: string, isSlow = false): Promise<number> {
    const key = `${viewer.tenantKey} ${id}`;
    const floor = floors.get(key) ?? 1;
    const [answer] = await replica.readerOf(viewer).getMany(seen, [id], async () => {
      const loaded = [{ owner: viewer.hash, id, version: this.#truthOf(viewer, id) }];
      if (!isSlow || this.#isFinishing) return loaded;
      const finished = later<void>();
      this.#slowLoads.push(() => finished.resolve());
      await finished.promise;
      return loaded;
    });
    expect(answer).toMatchObject({ owner: viewer.hash, id });
    const { version } = answer as Seen;
    expect(version).toBeGreaterThanOrEqual(floor);
    return version;
  }

  async #change({ replica, floors }: Told, viewer: Viewer, id: string): Promise<void> {
    const key = `${viewer.tenantKey} ${id}`;
    const version = this.#truthOf(viewer, id) + 1;
    this.#truth.set(key, version);
    const reader = replica.readerOf(viewer);
    const raised = reader.invalidate([`one:${id}`]);
    floors.set(key, version);
    await raised;
    if (this.#random() < 0.5) await reader.keep(seen, id, { owner: viewer.hash, id, version });
  }

  #truthOf(viewer: Viewer, id: string): number {
    return this.#truth.get(`${viewer.tenantKey} ${id}`) ?? 1;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new Error('unreachable: there is at least one');
    return item;
  }
}

describeWithRedis('whatever happens in whichever order,', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  const seeds = process.env['SEED'] === undefined ? [1, 2, 3, 4, 5, 6, 7, 8] : [Number(process.env['SEED'])];

  test.each(seeds.map((seed) => [seed]))('nobody reads what is older than a raise they were told of, or somebody else\'s (seed %d)', async (seed) => {
    await redis.client.flushall();
    const clock = createClock();
    const processes = await Promise.all(
      [0, 1].map(async (): Promise<Told> => {
        const way = await startWay(redis.url);
        const replica = await startReplica({ urls: [way.url], upstream: new Certifications(), clock });
        return { replica, way, floors: new Map() };
      }),
    );
    const run = new Run(seed, redis, clock, processes);
    try {
      for (let step = 0; step < stepsOfARun; step += 1) await run.step();
      await run.finish();
    } catch (error) {
      throw new Error(`seed ${seed}, after the steps\n${run.trace.join('\n')}`, { cause: error });
    } finally {
      for (const { replica, way } of processes) {
        replica.close();
        way.close();
      }
    }
  });
});
