import { tagsChannel } from '../../src/cache/tag-notices.js';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { describeWithRedis, eventually, startRedis, type TestRedis } from '../support/redis.js';
import { startWay, type Way } from '../support/way.js';
import { Certifications, certifications, startReplica, type Certification, type Replica } from './replica.js';
import { createClock, later, type Clock } from './support.js';

/** Two replicas on one Redis; new for each test. */
export class Pair {
  redis!: TestRedis;
  /** The one by which `one` reaches Redis. */
  way!: Way;
  clock!: Clock;
  upstream!: Certifications;
  one!: Replica;
  other!: Replica;

  async start(): Promise<void> {
    const { redis } = this;
    await redis.restart();
    await eventually(() => redis.client.status === 'ready');
    this.way = await startWay(redis.url);
    this.clock = createClock();
    this.upstream = new Certifications();
    this.one = await this.startReplica(this.way.url);
    this.other = await this.startReplica();
  }

  startReplica(url = this.redis.url, isDeaf = false): Promise<Replica> {
    return startReplica({ urls: [url], upstream: this.upstream, clock: this.clock, isDeaf });
  }

  stop(): void {
    this.one.close();
    this.other.close();
    this.way.close();
  }

  /** What Redis was asked since CONFIG RESETSTAT, but for what tests ask: `['1 mget']`. */
  async commands(): Promise<string[]> {
    const stats = await this.redis.client.info('commandstats');
    return [...stats.matchAll(/cmdstat_(\w+):calls=(\d+)/g)]
      .map(([, name, calls]) => `${calls} ${name}`)
      .filter((line) => !/ (info|ping|config)/.test(line))
      .sort();
  }

  /** Neither hears what the other raises. */
  async deafen(): Promise<void> {
    await this.redis.client.acl('SETUSER', 'default', '-subscribe');
    await this.redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await eventually(() => [this.one, this.other].every(({ link }) => link?.isListeningTo(tagsChannel) === false));
  }

  isBack(replica: Replica): () => Promise<boolean> {
    return async () => {
      this.clock.pass(1000);
      await replica.read('unknown');
      return replica.link?.isAway === false && replica.link.isListeningTo(tagsChannel);
    };
  }
}

export function describePair(name: string, suite: (pair: Pair) => void): void {
  describeWithRedis(name, () => {
    const pair = new Pair();
    beforeAll(async () => {
      pair.redis = await startRedis();
    });
    afterAll(() => pair.redis.stop());
    beforeEach(() => pair.start());
    afterEach(() => pair.stop());
    suite(pair);
  });
}

/** A load that has begun in a replica, of what was there before. */
export async function aSlowLoad(replica: Replica, id: string): Promise<{ finish: () => Promise<void> }> {
  const begun = later<void>();
  const answer = later<Certification[]>();
  const reading = replica.readerOf().getMany(certifications, [id], () => (begun.resolve(), answer.promise));
  await begun.promise;
  return {
    async finish() {
      answer.resolve([{ id, version: 1 }]);
      await reading;
      await replica.cache.idle();
    },
  };
}

export function linesOf({ log }: Replica): string[] {
  return log.lines.map(({ level, msg }) => `${level} ${msg}`);
}
