import type { GraphiqlSamples } from '../server/graphiql.js';
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
export function sampleVariables({ examples, people, identities, tasks }: Tenant): Readonly<Record<string, Record<string, unknown>>> {
  const { campaigns, certifications, items } = examples;
  const certificationId = certifications.reassigned;
  const team = [...identities.values()].filter(({ managerId }) => managerId === people.manager).map(({ id }) => id);
  const delegation = { identityId: people.otherReviewer, configType: 'CERTIFICATIONS' };
  return {
    CertificationDetail: { certificationId },
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
