import type { Certification } from '../../../src/sandbox/model.js';
import type { Tenant, Upstream } from '../../../src/sandbox/upstream.js';
import type { Balancer } from './balancer.js';
import { followToEnd } from './follower.js';
import { post, problemOf, tokenOfSomebodyNew, type Answered, type NotAnswered } from './load.js';
import type { Tally } from './tally.js';

export interface ReassignerParts {
  readonly balancer: Balancer;
  readonly tally: Tally;
  readonly upstream: Upstream;
}

// Without an idempotency key: those are refused while Redis is away.
const query = `mutation Reassign($input: ReassignCertificationInput!) {
  reassignCertification(input: $input) { task { id type } userErrors { message } }
}`;

/**
 * Reassigns one item after the other, each time following the task to its end: a change now and then. Failed as well
 * when the stand-in has not made exactly one change of it.
 */
export function startReassigning(parts: ReassignerParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    const token = tokenOfSomebodyNew(parts.upstream, 'administrator', 'reassigner');
    for (const certification of reassignable(parts.upstream.tenant)) {
      if (stopping.signal.aborted) return;
      await reassignOne(parts, certification, token);
    }
    throw new Error('the tenant has no more certifications to reassign from');
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function reassignOne(parts: ReassignerParts, { id: certificationId, items, reviewer }: Certification, token: string): Promise<void> {
  const { balancer, tally, upstream } = parts;
  const [item] = items;
  if (item === undefined) throw new Error('unreachable: it has items');
  const input = { certificationId, items: [{ id: item.id, type: 'ITEM' }], reassignToId: newReviewer(upstream.tenant, [item.identityId, reviewer.id]), reason: `rehearsal of ${certificationId}` };
  const { seat, done } = await balancer.pick();
  const sent = tally.send();
  const answer = await post(seat, { query, variables: { input } }, token);
  done();
  tally.countMutation();
  const taskId = taskIdOf(answer);
  const problem = taskId === null ? problemOf(answer, {}) : null;
  if (problem !== null || taskId === null) return sent.failed(seat.name, `mutation: ${problem}`);
  sent.answered(seat.name);
  await followToEnd({ balancer, tally, token, taskId });
  const made = [...upstream.tenant.certifications.values()].filter(({ reassignment }) => reassignment?.comment === input.reason);
  if (made.length !== 1) tally.send().failed(seat.name, `mutation: made ${made.length} certifications`);
}

function taskIdOf(answer: Answered | NotAnswered): string | null {
  if ('problem' in answer) return null;
  const data = answer.body.data as { reassignCertification: { task: { id: string; type: string } | null } | null } | null | undefined;
  return data?.reassignCertification?.task?.id ?? null;
}

/** Of people that no question is about. */
function reassignable(tenant: Tenant): Certification[] {
  const personas: readonly string[] = Object.values(tenant.people);
  return [...tenant.certifications.values()].filter(
    ({ phase, reviewer, reviewerIds, items, reassignment }) =>
      phase === 'ACTIVE' && reviewer.type === 'IDENTITY' && reassignment === null && items.length > 0 && !reviewerIds.some((id) => personas.includes(id)),
  );
}

/** Nobody who has handed work on to others, so that the item stays there. */
function newReviewer(tenant: Tenant, others: readonly string[]): string {
  const personas: readonly string[] = Object.values(tenant.people);
  const found = [...tenant.identities.keys()].find((id) => !personas.includes(id) && !others.includes(id) && !tenant.configurations.has(id));
  if (found === undefined) throw new Error('the tenant has nobody to reassign to');
  return found;
}
