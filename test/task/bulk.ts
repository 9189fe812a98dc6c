import { createTenant, type TenantOptions } from '../../src/sandbox/tenant.js';
import type { AccessReviewItem, Certification } from '../../src/sandbox/model.js';
import type { RecordedRequest } from '../../src/sandbox/upstream.js';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

export const reassignItems = `mutation ($input: ReassignAccessReviewItemsInput!) { reassignAccessReviewItems(input: $input) {
  outcomes { item { id } reviewer { id } outcome message task { id status } userError { __typename code message detailCode } }
  progress { taskCount finishedCount failedCount isFinished tasks { id } }
  userErrors { __typename code message field ... on IgaLimitExceededError { limit actual } ... on IgaNotPermittedError { requiredScope } }
} }`;

export interface Outcome {
  readonly item: { readonly id: string };
  readonly reviewer: { readonly id: string };
  readonly outcome: string;
  readonly message: string | null;
  readonly task: { readonly id: string; readonly status: string } | null;
  readonly userError: { readonly code: string; readonly message: string } | null;
}

export interface Progress {
  readonly taskCount: number;
  readonly finishedCount: number;
  readonly failedCount: number;
  readonly isFinished: boolean;
  readonly tasks: readonly { readonly id: string }[];
}

export interface Reassignment {
  readonly reassignToId: string;
  readonly itemIds: readonly string[];
}

/** In front of a tenant with the review story: a certification of the persona `reviewer` with 320 open items about 40 identities. */
export function startBulkGateway(options: TestGatewayOptions & { readonly tenant?: TenantOptions } = {}): Promise<TestGateway> {
  const { tenant = {}, ...others } = options;
  return startTestGateway({ ...others, upstream: { ...others.upstream, tenant: createTenant({ reviewStory: true, ...tenant }) } });
}

/** The story's large certification. */
export function largeCertification({ upstream }: TestGateway): Certification {
  const { examples } = upstream.tenant;
  if (examples.quarterEnd === null) throw new Error('the tenant has no review story');
  return upstream.tenant.certification(examples.quarterEnd.ofReviewer);
}

/** Identities that have nothing to do with the certification, and no rule that leads on from them. */
export function strangersTo({ upstream }: TestGateway, { items, reviewer }: Certification, count: number): string[] {
  const { identities, configurations } = upstream.tenant;
  const involved = new Set([reviewer.id, ...items.map(({ identityId }) => identityId)]);
  return [...identities.keys()].filter((id) => !involved.has(id) && !configurations.has(id)).slice(0, count);
}

export const idsOf = (items: readonly AccessReviewItem[]): string[] => items.map(({ id }) => id);

/** All that was asked to change something, in order. */
export function writesTo({ upstream }: TestGateway): readonly RecordedRequest[] {
  return upstream.requests.filter(({ method }) => method === 'POST');
}

/** What a recorded write was to move. */
export function movedBy({ body }: RecordedRequest): string[] {
  return (body as { reassign: { id: string }[] }).reassign.map(({ id }) => id);
}

/** The certifications that reassignments have made out of this one. */
export function madeOutOf({ upstream }: TestGateway, { id }: Certification): Certification[] {
  return [...upstream.tenant.certifications.values()].filter(({ reassignment }) => reassignment?.fromId === id);
}

/** Fills the certification with open items; each is about an identity, and about an entitlement of its own unless it is named. */
export function fill({ upstream }: TestGateway, certification: Certification, plan: readonly { readonly identityId: string; readonly access?: string }[]): void {
  const { entitlements } = upstream.tenant.access;
  const [model] = entitlements.values();
  if (model === undefined) throw new Error('the tenant has no entitlements');
  certification.items = plan.map(({ identityId, access }, index) => {
    const id = access ?? `entitlement-${index}`;
    entitlements.set(id, { ...model, id, name: id });
    return {
      id: `filled-${index}`,
      identitySummaryId: `summary-${identityId}`,
      identityId,
      access: { type: 'ENTITLEMENT', id, name: id },
      newAccess: false,
      decision: null,
      comments: null,
      permissions: [],
    };
  });
}
