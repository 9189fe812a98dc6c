import type { AccessReviewItem, Certification } from '../../src/sandbox/model.js';
import { createTenant } from '../../src/sandbox/tenant.js';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

/** In front of a tenant with the review story: 320 items of one reviewer, and a few of two others. */
export function startReviewGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  return startTestGateway({ ...options, upstream: { tenant: createTenant({ reviewStory: true }), ...options.upstream } });
}

export function storyOf({ upstream }: TestGateway, whose: 'ofReviewer' | 'ofOtherReviewer' | 'ofManager' = 'ofReviewer'): Certification {
  const { quarterEnd } = upstream.tenant.examples;
  if (quarterEnd === null) throw new Error('the tenant has no review story');
  return upstream.tenant.certification(quarterEnd[whose]);
}

export function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Sorted as the upstream does: without regard to case, null last, and equal rows in the order of the certification. */
export function sortedBy<Row>(rows: readonly Row[], ...keys: readonly ((row: Row) => string | null)[]): Row[] {
  const compare = (a: string | null, b: string | null) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    return left < right ? -1 : Number(left > right);
  };
  return rows.toSorted((a, b) => keys.map((key) => compare(key(a), key(b))).find((order) => order !== 0) ?? 0);
}

/** What items of the story can be sorted and filtered by. */
export function keysOf({ upstream: { tenant } }: TestGateway) {
  const { entitlements, accessProfiles } = tenant.access;
  return {
    identityName: (item: AccessReviewItem) => tenant.identity(item.identityId).name,
    accessName: (item: AccessReviewItem) => item.access.name,
    accessType: (item: AccessReviewItem): string => item.access.type,
    entitlementSource: (item: AccessReviewItem) => entitlements.get(item.access.id)?.source.name ?? null,
    accessProfileSource: (item: AccessReviewItem) => accessProfiles.get(item.access.id)?.source.name ?? null,
  };
}
