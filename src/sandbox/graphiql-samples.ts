import type { GraphiqlSamples } from '../server/graphiql.js';
import type { AccessReviewItem } from './model.js';
import type { Tenant, Upstream } from './upstream.js';

/** What GraphiQL offers to try: the personas, and variables for the example operations. */
export function graphiqlSamples({ personas, tenant }: Upstream): GraphiqlSamples {
  return {
    // The first one is preselected, and the first tab is a reviewer's inbox.
    personas: personas
      .toSorted((a, b) => Number(b.key === 'reviewer') - Number(a.key === 'reviewer'))
      .map(({ key, name, description, token }) => ({ key, name, description, token })),
    variables: sampleVariables(tenant),
  };
}

/** By operation: ids of the tenant for each of examples/*.graphql that takes any. */
export function sampleVariables(tenant: Tenant): Readonly<Record<string, Record<string, unknown>>> {
  const { examples, people, identities, tasks } = tenant;
  const { campaigns, certifications, items, quarterEnd } = examples;
  const certificationId = certifications.reassigned;
  const team = [...identities.values()].filter(({ managerId }) => managerId === people.manager).map(({ id }) => id);
  const reviewed = quarterEnd?.ofReviewer ?? certifications.overdue;
  const campaignId = quarterEnd?.campaignId ?? campaigns.managerReview;
  const openItems = openItemsOf(tenant, reviewed);
  const delegation = { identityId: people.otherReviewer, configType: 'CERTIFICATIONS' };
  return {
    CertificationDetail: { certificationId },
    ReviewCertification: { certificationId: reviewed, filter: { isCompleted: false } },
    ReviewSubjects: { certificationId: reviewed },
    DecideItems: {
      input: {
        certificationId: reviewed,
        decisions: openItems.map(({ id }, index) =>
          index === 0 ? { itemId: id, decision: 'REVOKE', comments: 'Not used for a year.' } : { itemId: id, decision: 'APPROVE', comments: 'Needed for the closing.' },
        ),
      },
    },
    ReassignItems: {
      input: {
        certificationId: reviewed,
        reassignments: [{ reassignToId: examples.identities.nothingSetUp, itemIds: openItems.map(({ id }) => id) }],
        reason: 'You know these systems better.',
      },
    },
    ReassignItemsProgress: { taskIds: [examples.tasks.succeeded, examples.tasks.failed] },
    SignOff: { certificationId: certifications.decided },
    CampaignDecisions: { campaignId },
    EscalateToManagers: { campaignId },
    Escalate: {
      input: {
        campaignId: campaigns.managerReview,
        certificationIds: [certifications.overdue],
        reassignToId: people.manager,
        reason: 'Overdue: please see to it.',
      },
    },
    CampaignBoard: { campaignId: campaigns.managerReview },
    ReviewerWorkloads: { campaignId: campaigns.managerReview },
    ReassignDialog: { certificationId },
    ReassignCandidate: { candidateId: examples.identities.shortChain },
    Reassign: {
      input: {
        certificationId: items.manyPermissions.certificationId,
        items: [{ id: items.manyPermissions.itemId, type: 'ITEM' }],
        reassignToId: people.otherReviewer,
        reason: 'on leave until Monday',
      },
    },
    ReassignProgress: { taskId: examples.tasks.succeeded, certificationId: tasks.get(examples.tasks.succeeded)?.targetId },
    ReassignOutcome: { taskId: examples.tasks.succeeded, certificationId: tasks.get(examples.tasks.succeeded)?.targetId },
    DelegationSettings: { identityId: examples.identities.shortChain },
    Delegate: { input: { ...delegation, reassignToId: people.reviewer, endsAt: '2030-01-01T00:00:00Z' } },
    TakeBack: { input: delegation },
    TeamDelegations: { identityIds: team },
    SetTenantSwitch: { isEnabled: true },
    WhoEndsUp: { identityId: examples.identities.shortChain },
    ItemPermissions: { certificationId: items.permissions.certificationId, itemId: items.permissions.itemId },
    RunningTasks: { targetIds: [certifications.withPendingTask, certificationId] },
  };
}

/** Some that can be decided, or handed to anybody but the persona they may be about. */
function openItemsOf(tenant: Tenant, certificationId: string): AccessReviewItem[] {
  const { items } = tenant.certification(certificationId);
  return items.filter(({ decision, identityId }) => decision === null && identityId !== tenant.examples.identities.nothingSetUp).slice(0, 3);
}
