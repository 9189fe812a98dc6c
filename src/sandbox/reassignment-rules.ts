import type { ConfigurationDetail, WorkType } from './model.js';
import type { Tenant } from './tenant.js';

/** How many rules are followed from one identity. */
export const maxDepth = 5;

export interface Step {
  readonly from: string;
  readonly to: string;
  readonly type: 'AUTOMATIC_REASSIGNMENT' | 'SELF_REVIEW_DELEGATION';
}

interface FollowOptions {
  readonly ignoresSelfReview?: boolean;
}

/** Where work of one type goes from an identity right now, hop by hop; empty where it stays. */
export function followRules(
  tenant: Tenant,
  identityId: string,
  configType: WorkType,
  nowMs: number,
  { ignoresSelfReview = true }: FollowOptions = {},
): Step[] {
  const steps: Step[] = [];
  let from = identityId;
  while (steps.length < maxDepth) {
    const step = nextStep(tenant, from, configType, nowMs, ignoresSelfReview);
    if (step === null) break;
    steps.push(step);
    from = step.to;
  }
  return steps;
}

/**
 * The identities of the circle that a rule `fromId` → `toId` would close, or null. Dates do not matter: rules that do not
 * overlap today may tomorrow.
 */
export function findLoop(tenant: Tenant, fromId: string, toId: string, configType: WorkType): string[] | null {
  const path = [fromId];
  let next: string | undefined = toId;
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    next = ruleOf(tenant, next, configType)?.targetId;
  }
  return next === fromId ? [...path, fromId] : null;
}

export function ruleOf(tenant: Tenant, identityId: string, configType: WorkType): ConfigurationDetail | undefined {
  return tenant.configurations.get(identityId)?.find((detail) => detail.configType === configType);
}

function nextStep(
  tenant: Tenant,
  from: string,
  configType: WorkType,
  nowMs: number,
  ignoresSelfReview: boolean,
): Step | null {
  const rule = ruleOf(tenant, from, configType);
  // Switched off, rules are kept and not applied.
  if (rule !== undefined && isRunning(rule, nowMs) && !tenant.configurationSwitch.disabled)
    return { from, to: rule.targetId, type: 'AUTOMATIC_REASSIGNMENT' };
  const delegate = ignoresSelfReview ? undefined : tenant.selfReviewDelegations.get(from);
  return delegate === undefined ? null : { from, to: delegate, type: 'SELF_REVIEW_DELEGATION' };
}

function isRunning({ startDate, endDate }: ConfigurationDetail, nowMs: number): boolean {
  return Date.parse(startDate) <= nowMs && (endDate === null || nowMs < Date.parse(endDate));
}
