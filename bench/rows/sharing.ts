import { ask, askAtOnce, graphqlOf, mustAgree } from '../load.js';
import { counted, type Finding, type Findings } from '../report/findings.js';
import type { Stage } from '../stage.js';
import { certificationsWithReviewers } from './operation.js';

const atOnce = 50;

/** What equal questions cost: at the same time, and in another replica. */
export async function sharing(stage: Stage): Promise<Findings> {
  const upstream = await stage.upstream();
  const apiUrl = `${upstream.origin}/v2025`;
  const work = '50 equal queries at once, one viewer, cold';

  async function equalQueries(origin: string): Promise<number> {
    const question = certificationsWithReviewers(50, await upstream.token());
    const { calls, result: answers } = await upstream.during(() => askAtOnce(origin, Array.from({ length: atOnce }, () => question)));
    for (const answer of answers) mustAgree(work, answer, answers[0] ?? answer);
    return calls;
  }

  const gateway = await stage.gateway(apiUrl);
  const peer = await stage.server('bench/peer/main.js', { SAILPOINT_API_URL: apiUrl });
  const peerCalls = await equalQueries(peer.origin);
  return {
    findings: [
      counted(work, await equalQueries(gateway.origin), 51, `; the peer ${peerCalls.toLocaleString('en')}`),
      ...(await secondReplica(stage)),
    ],
    tables: [],
    pictures: [],
  };
}

async function secondReplica(stage: Stage): Promise<Finding[]> {
  const redis = await stage.findRedis();
  if (redis === null) return [];
  const upstream = await stage.upstream();
  const environment = { REDIS_URL: redis.url };
  const [first, second] = [await stage.gateway(`${upstream.origin}/v2025`, environment), await stage.gateway(`${upstream.origin}/v2025`, environment)];
  const question = certificationsWithReviewers(50, await upstream.token());
  const read = await ask(first.origin, question);
  // What the first one keeps, it keeps behind its answer.
  await ask(first.origin, question);
  const { calls, result: again } = await upstream.during(() => ask(second.origin, question));
  if (graphqlOf(again).errors === undefined) mustAgree('the second replica', again, read);
  return [counted('a second replica on the same Redis, of what the first one has read', calls, 0)];
}
