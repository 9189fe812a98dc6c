import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type AskOptions, type TestGateway } from '../support/gateway.js';

/** One file for each screen, as people paste it; every test runs what the examples folder holds. */
function screen(name: string): string {
  return readFileSync(new URL(`../../examples/${name}.graphql`, import.meta.url), 'utf8');
}

describe.each(['beta', 'v2025'] as const)('screens on %s, nothing cached', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  async function run(name: string, variables: Record<string, unknown>, options: AskOptions, calls: number) {
    const answer = await gateway.ask(screen(name), variables, options);
    expect(answer.errors).toBeUndefined();
    expect(gateway.upstream.requests).toHaveLength(calls);
    expect(answer.upstreamCalls).toBe(calls);
    return answer.data;
  }

  test('a reviewer’s inbox of 25 rows takes 1 call', async () => {
    const { certifications } = await run('ReviewerInbox', {}, { as: 'reviewer' }, 1);
    expect(certifications.nodes).toHaveLength(25);
    expect(certifications.totalCount).toBeGreaterThan(25);
  });

  test('my campaigns, 70 certifications of mine, take 1 call', async () => {
    const { certifications } = await run('MyCampaigns', {}, { as: 'reviewer' }, 1);
    expect(certifications.summary.isComplete).toBe(true);
    const counts = certifications.summary.campaignWorkloads.map((workload: { certificationCount: number }) => workload.certificationCount);
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(certifications.totalCount);
  });

  test('a certification in detail takes 2 calls: itself and its reviewers', async () => {
    const id = gateway.upstream.tenant.examples.certifications.reassigned;
    const { certification } = await run('CertificationDetail', { certificationId: id }, { as: 'reviewer' }, 2);
    expect(certification.id).toBe(id);
    expect(certification.reviewers.nodes).toHaveLength(5);
    expect(certification.reassignment.previousReviewer.name).toEqual(expect.any(String));
  });

  test('a campaign board of 400 certifications takes 2 calls', async () => {
    const campaignId = gateway.upstream.tenant.examples.campaigns.managerReview;
    const { certifications } = await run('CampaignBoard', { campaignId }, {}, 2);
    expect(certifications.nodes).toHaveLength(25);
    expect(certifications.summary).toMatchObject({ certificationCount: certifications.totalCount, isComplete: true });
    expect(certifications.totalCount).toBeGreaterThan(390);
  });

  test('a later page of the board, beyond the first 250, takes the same 2 calls', async () => {
    const campaignId = gateway.upstream.tenant.examples.campaigns.managerReview;
    const { certifications } = await run('CampaignBoard', { campaignId, offset: 240 }, {}, 2);
    expect(certifications.nodes).toHaveLength(25);
  });

  test('workloads of 400 certifications’ reviewers take 2 calls', async () => {
    const campaignId = gateway.upstream.tenant.examples.campaigns.managerReview;
    const { certifications } = await run('ReviewerWorkloads', { campaignId }, {}, 2);
    const overdue = certifications.summary.reviewerWorkloads.map((workload: { overdueCount: number }) => workload.overdueCount);
    expect(overdue.length).toBeGreaterThan(5);
    expect(overdue).toEqual(overdue.toSorted((a: number, b: number) => b - a));
  });

  test('50 certifications named by another subgraph take 1 call', async () => {
    const ids = [...gateway.upstream.tenant.certifications.values()]
      .filter(({ reviewer }) => reviewer.type === 'IDENTITY')
      .slice(0, 50)
      .map(({ id }) => id);
    const answer = await gateway.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Certification { id name } } }',
      { representations: ids.map((id) => ({ __typename: 'Certification', id })) },
    );
    expect(answer.data._entities.map((entity: { id: string }) => entity.id)).toEqual(ids);
    expect(answer.upstreamCalls).toBe(1);
  });

  test('two lists of one operation that want the same rows share 1 call, and their certifications’ reviewers', async () => {
    const answer = await gateway.ask(`{
      inbox: certifications(first: 20) { nodes { id dueAt reviewers { nodes { id name } } } }
      board: certifications(first: 20) { nodes { id phase reviewers { nodes { id email } } } }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.upstreamCalls).toBe(1 + 20);
  });
});
