import type { Observer, RedisFailure, TokenJudgement } from '../observer.js';
import { beginAtZero, type Instruments } from './instruments.js';

type Told = 'cacheAnswered' | 'redisLookedUp' | 'tagRaised' | 'tokenJudged' | 'redisFailed' | 'redisReturned';

const judgements: readonly TokenJudgement[] = ['admitted', 'refused', 'revoked'];
const failures: readonly RedisFailure[] = ['timeout', 'refusal', 'connection'];

/** What is remembered, for whom it may be read, and Redis. */
export function cacheMetrics(instruments: Instruments): Pick<Observer, Told> {
  const lookups = instruments.counter('cache_lookups', 'Keys that were looked up, by how they were answered.', ['resource', 'outcome']);
  const inRedis = instruments.counter('cache_redis_lookups', 'Keys that memory did not have fresh and Redis was asked for.', ['result']);
  const invalidations = instruments.counter('cache_invalidations', 'Tags that changes have made old, without the ids in them.', ['tag']);
  const admissions = instruments.counter('admissions', 'What the upstream has said of tokens: accepted anew, refused, or refused after it had been accepted.', ['outcome']);
  const redisFailures = instruments.counter('redis_failures', 'Commands that Redis has not carried out.', ['reason']);
  const returns = instruments.counter('redis_connects', 'How often Redis could be asked, or could be asked again.');
  beginAtZero(admissions, 'outcome', judgements);
  beginAtZero(redisFailures, 'reason', failures);
  return {
    cacheAnswered: (resource, outcome, keys) => lookups.inc({ resource: withoutGeneration(resource), outcome }, keys),
    redisLookedUp: (found, missing) => {
      inRedis.inc({ result: 'found' }, found);
      inRedis.inc({ result: 'missing' }, missing);
    },
    tagRaised: (tag) => invalidations.inc({ tag }),
    tokenJudged: (outcome) => admissions.inc({ outcome }),
    redisFailed: (reason) => redisFailures.inc({ reason }),
    redisReturned: () => returns.inc(),
  };
}

/** `certification@v2025`: a gateway has one, and a dashboard is to survive its change. */
function withoutGeneration(resource: string): string {
  return resource.split('@', 1)[0] ?? resource;
}
