import { checkedCertificationQuery, checkedReviewerQuery } from '../certification/list-query.js';
import { checkedItemQuery } from '../review/list-query.js';
import type { Clients } from './clients.js';
import type { Known } from './known.js';

/** Enough to find one worth asking about. */
const page = { offset: 0, limit: 25 } as const;
export const somePage = { ...page, count: false } as const;

/** The questions whose answers name what the others ask about. */

export async function askCertifications({ certification, generation }: Clients, known: Known): Promise<void> {
  const { rows } = await certification.listCertifications(checkedCertificationQuery({}, generation), { ...page, count: true });
  // Not all operations take those of governance groups (Q49).
  const ofPeople = rows.map(({ model }) => model).filter(({ reviewer }) => reviewer?.type === 'IDENTITY');
  const chosen = ofPeople.find(({ phase }) => phase === 'ACTIVE') ?? ofPeople[0] ?? rows[0]?.model;
  known.certificationId ??= chosen?.id ?? null;
  if (known.reviewerIds.length === 0) known.reviewerIds = [...new Set(ofPeople.flatMap(({ reviewer }) => reviewer?.id ?? []))];
}

export async function askReviewers({ certification }: Clients, known: Known, certificationId: string): Promise<void> {
  const { rows } = await certification.listReviewers(checkedReviewerQuery(certificationId, {}), somePage);
  known.reviewerIds = [...new Set([...known.reviewerIds, ...rows.map(({ model }) => model.id)])];
}

export async function askPendingTasks({ task }: Clients, known: Known): Promise<void> {
  const { rows } = await task.listPending({ reviewerId: null, ids: null, targetIds: null, types: null }, somePage);
  const tasks = rows.map(({ model }) => model);
  const found = tasks.find(({ targetType }) => targetType === 'CERTIFICATION') ?? tasks[0];
  if (found === undefined) return;
  known.task ??= { taskId: found.id, certificationId: found.targetType === 'CERTIFICATION' ? found.targetId : null };
}

export async function askItems({ review }: Clients, known: Known, certificationId: string): Promise<void> {
  const { rows } = await review.listItems(checkedItemQuery(certificationId, {}), somePage);
  const items = rows.map(({ model }) => model);
  const found = items.find(({ access }) => access?.__typename === 'AccessReviewEntitlement' && access.hasPermissions === true) ?? items[0];
  if (found !== undefined) known.item = { certificationId, itemId: found.id };
}

export async function askConfigurations({ reassignment, generation }: Clients, known: Known): Promise<void> {
  const { rows } =
    generation.contract === 'beta'
      ? await reassignment.listConfigurations({ offset: 0, limit: 20, count: false })
      : await reassignment.listAllConfigurations();
  known.configured.set(generation.name, rows.map(({ model }) => model.id));
  const routed = rows.find(({ model }) => model.configDetails.some(({ configType }) => configType === 'CERTIFICATIONS'));
  known.routedIdentityId ??= routed?.model.id ?? null;
}
