import type { RedisLink } from '../../redis/redis-link.js';
import { boundsOf, type CallLimit, type CallsByKind, type Taken } from './call-window.js';
import type { RemoteCallWindow } from './shared-call-window.js';

/**
 * KEYS: the window (a sorted set of calls by the time they left, or were over) and its pause. ARGV: window in ms, most calls, most with
 * fan-out, single calls wanted, fan-out calls wanted, the name that the members begin with. One clock for all replicas:
 * the server's. Both keys are of one slot.
 */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, most, mostWithFanOut = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window - 1)
redis.call('ZREMRANGEBYSCORE', KEYS[1], now + 1000, '+inf')
local used = redis.call('ZCARD', KEYS[1])
local paused = math.max(0, redis.call('PTTL', KEYS[2]))
local single, fanOut = 0, 0
if paused == 0 then
  single = math.max(0, math.min(tonumber(ARGV[4]), most - used))
  fanOut = math.max(0, math.min(tonumber(ARGV[5]), mostWithFanOut - used - single))
end
for call = 1, single + fanOut do
  redis.call('ZADD', KEYS[1], now, ARGV[6] .. ':' .. call)
end
used = used + single + fanOut
if single + fanOut > 0 then redis.call('PEXPIRE', KEYS[1], window + 1000) end
local function leavesIn(rank)
  if rank < 0 or rank >= used then return 0 end
  return redis.call('ZRANGE', KEYS[1], rank, rank, 'WITHSCORES')[2] + window - now + 1
end
return { single, fanOut, math.max(paused, leavesIn(used - most)), math.max(paused, leavesIn(used - mostWithFanOut)), math.max(0, most - used), leavesIn(0) }
`;

/** KEYS: the window. ARGV: window in ms, then the members that are over now. */
const finishScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for call = 2, #ARGV do
  redis.call('ZADD', KEYS[1], now, ARGV[call])
end
redis.call('PEXPIRE', KEYS[1], ARGV[1] + 1000)
return 1
`;

/** KEYS: the window. ARGV: window in ms, then a member and the age of its call in ms, each. What is there stays as it is. */
const reportScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for call = 2, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], 'NX', now - math.floor(ARGV[call + 1]), ARGV[call])
end
redis.call('PEXPIRE', KEYS[1], ARGV[1] + 1000)
return 1
`;

/** A longer pause is not cut short by another replica's. */
const pauseScript = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 1
`;

const mostAttempts = 3;

/** The sliding window that all replicas share. */
export class RedisCallWindow implements RemoteCallWindow {
  readonly #link: RedisLink;
  readonly #keys: readonly [window: string, pause: string];
  readonly #bounds: CallsByKind;
  readonly #windowMs: number;

  /** `name` must hold hashes and fixed words only, so that nobody's claims shape a key. */
  constructor(link: RedisLink, name: string, limit: CallLimit) {
    this.#link = link;
    this.#keys = [`v1:calls:{${name}}`, `v1:calls:{${name}}:pause`];
    this.#bounds = boundsOf(limit);
    this.#windowMs = limit.windowMs;
  }

  /** Undefined when Redis is away. One that is slow once is asked again: its grant is lost, which errs on the safe side. */
  async take(wanted: CallsByKind, id: string): Promise<Taken | undefined> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const reply = await this.#ask(wanted, id);
      if (Array.isArray(reply) && reply.length === 6) return takenOf(reply.map(Number));
      if (this.#link.isAway) return undefined;
    }
    return undefined;
  }

  async finish(calls: readonly string[]): Promise<void> {
    await this.#link.run((client) => client.eval(finishScript, 1, this.#keys[0], this.#windowMs, ...calls));
  }

  async giveBack(calls: readonly string[]): Promise<void> {
    await this.#link.run((client) => client.zrem(this.#keys[0], ...calls));
  }

  async pause(ms: number): Promise<void> {
    await this.#link.run((client) => client.eval(pauseScript, 1, this.#keys[1], Math.max(1, Math.ceil(ms))));
  }

  async report(calls: readonly { readonly id: string; readonly ageMs: number }[]): Promise<void> {
    const members = calls.flatMap(({ id, ageMs }) => [id, ageMs]);
    await this.#link.run((client) => client.eval(reportScript, 1, this.#keys[0], this.#windowMs, ...members));
  }

  #ask({ single, fanOut }: CallsByKind, id: string): Promise<unknown> {
    const numbers = [this.#windowMs, this.#bounds.single, this.#bounds.fanOut, single, fanOut];
    return this.#link.run((client) => client.eval(takeScript, 2, ...this.#keys, ...numbers, id));
  }
}

function takenOf([single = 0, fanOut = 0, singleWaitMs = 0, fanOutWaitMs = 0, left = 0, refillsInMs = 0]: number[]): Taken {
  return { granted: { single, fanOut }, waitMs: { single: singleWaitMs, fanOut: fanOutWaitMs }, left, refillsInMs };
}
