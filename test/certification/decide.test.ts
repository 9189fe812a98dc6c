import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTenant } from '../../src/sandbox/tenant.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const decide = `mutation ($input: DecideAccessReviewItemsInput!) { decideAccessReviewItems(input: $input) {
  certification { id isCompleted progress { decisionsMade decisionsTotal } campaign { name } }
  userErrors { __typename code message field detailCode ... on IgaLimitExceededError { limit actual } ... on IgaTargetNotFoundError { targetId } ... on IgaNotPermittedError { requiredScope } }
} }`;

interface Verdict {
  readonly itemId: string;
  readonly decision: 'APPROVE' | 'REVOKE';
  readonly comments?: string | null;
  readonly revokeAt?: string;
  readonly isBulk?: boolean;
  readonly recommendation?: object;
}

describe.each(['v2025', 'v1'] as const)('deciding on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation, upstream: { tenant: createTenant({ reviewStory: true }) }, settings: { upstreamTimeoutMs: 300 } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  function story() {
    const { quarterEnd } = gateway.upstream.tenant.examples;
    if (quarterEnd === null) throw new Error('the tenant has no review story');
    return gateway.upstream.tenant.certification(quarterEnd.ofReviewer);
  }

  const ask = (decisions: readonly Verdict[], certificationId = story().id) =>
    gateway.ask(decide, { input: { certificationId, decisions } }, { as: 'reviewer', headers: { 'accept-language': 'de' } });
  const calls = () => gateway.upstream.requests.map(({ method, operation }) => `${method} ${operation}`);
  const itemAt = (index: number) => story().items[index] as { id: string; decision: string | null; comments: string | null };

  async function refused(decisions: readonly Verdict[], expected: object[], made: string[] = []) {
    const answer = await ask(decisions);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.decideAccessReviewItems.certification).toBeNull();
    expect(answer.data.decideAccessReviewItems.userErrors).toEqual(expected.map((error) => expect.objectContaining(error)));
    expect(calls()).toEqual(made);
  }

  test('250 commented verdicts are one call, sent as they are, and answered with the certification', async () => {
    const decisions = story().items.slice(0, 250).map(({ id }, index): Verdict => ({ itemId: id, decision: index % 3 === 0 ? 'REVOKE' : 'APPROVE', comments: ` seen ${index} ` }));
    const answer = await ask(decisions);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.decideAccessReviewItems).toEqual({
      certification: { id: story().id, isCompleted: false, progress: { decisionsMade: 250, decisionsTotal: 320 }, campaign: { name: 'Quarter-end Privileged Access Review' } },
      userErrors: [],
    });
    expect(calls()).toEqual(['POST makeIdentityDecision']);
    const [request] = gateway.upstream.requests;
    expect(request?.body).toEqual(decisions.map(({ itemId, decision }, index) => ({ id: itemId, decision, bulk: true, comments: `seen ${index}` })));
    expect(request?.headers).toMatchObject({ 'accept-language': 'de' });
    expect(story().items.filter(({ decision }) => decision !== null)).toHaveLength(250);
  });

  test('Q48: one verdict is no bulk decision, unless it says so; revokeAt and the recommendation go with it', async () => {
    const recommendation = { recommendation: 'NO', reasons: ['unused'], recommendedAt: '2026-11-01T08:00:00.000Z' };
    await ask([{ itemId: itemAt(0).id, decision: 'REVOKE', comments: 'unused', revokeAt: '2030-01-01T00:00:00Z', recommendation }]);
    await ask([{ itemId: itemAt(0).id, decision: 'APPROVE', comments: 'changed my mind', isBulk: true }]);
    expect(gateway.upstream.requests.map(({ body }) => body)).toEqual([
      [
        {
          id: itemAt(0).id,
          decision: 'REVOKE',
          bulk: false,
          comments: 'unused',
          proposedEndDate: '2030-01-01T00:00:00.000Z',
          recommendation: { recommendation: 'NO', reasons: ['unused'], timestamp: '2026-11-01T08:00:00.000Z' },
        },
      ],
      [{ id: itemAt(0).id, decision: 'APPROVE', bulk: true, comments: 'changed my mind' }],
    ]);
    expect(itemAt(0).decision).toBe('APPROVE');
  });

  test('Q47: every verdict that lacks a mandatory comment is named, and nothing is sent', async () => {
    const decisions: Verdict[] = [
      { itemId: itemAt(0).id, decision: 'APPROVE' },
      { itemId: itemAt(1).id, decision: 'REVOKE' },
      { itemId: itemAt(2).id, decision: 'REVOKE', comments: 'unused' },
      { itemId: itemAt(3).id, decision: 'REVOKE', comments: ' \n' },
    ];
    await refused(
      decisions,
      [
        { __typename: 'IgaInvalidInputError', field: ['decisions', '1', 'comments'], message: expect.stringContaining(itemAt(1).id) },
        { __typename: 'IgaInvalidInputError', field: ['decisions', '3', 'comments'], message: expect.stringContaining('REVOKE_ONLY_DECISIONS') },
      ],
      ['GET getIdentityCertification'],
    );
  });

  test('approvals without comments: the certification is read, and they are sent', async () => {
    const answer = await ask([{ itemId: itemAt(300).id, decision: 'APPROVE' }]);
    expect(answer.data.decideAccessReviewItems.userErrors).toEqual([]);
    expect(calls()).toEqual(['GET getIdentityCertification', 'POST makeIdentityDecision']);
    expect(gateway.upstream.requests[1]?.body).toEqual([{ id: itemAt(300).id, decision: 'APPROVE', bulk: false }]);
  });

  test('no verdicts, more than 250, an item twice and an end to what is approved are told before any call', async () => {
    await refused([], [{ __typename: 'IgaInvalidInputError', field: ['decisions'] }]);
    const many = Array.from({ length: 251 }, (_, index): Verdict => ({ itemId: `i${index}`, decision: 'APPROVE' }));
    await refused(many, [{ __typename: 'IgaLimitExceededError', field: ['decisions'], limit: 250, actual: 251 }]);
    // Not a word about each of them.
    await refused(many.map(({ decision }) => ({ itemId: 'same', decision })), [{ __typename: 'IgaLimitExceededError' }]);
    await refused(
      [
        { itemId: 'a', decision: 'APPROVE', revokeAt: '2030-01-01T00:00:00Z' },
        { itemId: 'a', decision: 'REVOKE', comments: 'b' },
      ],
      [{ field: ['decisions', '0', 'revokeAt'] }, { field: ['decisions', '1', 'itemId'] }],
    );
  });

  test('nothing but the two verdicts can be said', async () => {
    const answer = await gateway.ask(decide, { input: { certificationId: 'c', decisions: [{ itemId: 'a', decision: 'PENDING' }] } });
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(calls()).toEqual([]);
  });

  test('what the upstream refuses is data: an unknown item leaves all undecided', async () => {
    const before = story().items.filter(({ decision }) => decision !== null).length;
    await refused(
      [
        { itemId: itemAt(301).id, decision: 'APPROVE', comments: 'ok' },
        { itemId: 'gone', decision: 'APPROVE', comments: 'ok' },
      ],
      [{ __typename: 'IgaUpstreamRejectedError', detailCode: '400.1 Bad Request Content' }],
      ['POST makeIdentityDecision', 'GET getIdentityCertification'],
    );
    expect(story().items.filter(({ decision }) => decision !== null)).toHaveLength(before);
  });

  test("another reviewer's certification is not permitted, one that is not there not found", async () => {
    const verdict: Verdict = { itemId: 'a', decision: 'APPROVE', comments: 'ok' };
    const others = await ask([verdict], gateway.upstream.tenant.examples.quarterEnd?.ofOtherReviewer);
    expect(others.data.decideAccessReviewItems.userErrors).toEqual([
      expect.objectContaining({ __typename: 'IgaNotPermittedError', requiredScope: 'idn:campaign:manage' }),
    ]);
    const none = await ask([{ itemId: 'a', decision: 'REVOKE' }], 'no-such');
    expect(none.data.decideAccessReviewItems.userErrors).toEqual([expect.objectContaining({ __typename: 'IgaTargetNotFoundError', targetId: 'no-such' })]);
  });

  test('Q49: of a governance group the words say so', async () => {
    const id = gateway.upstream.tenant.examples.certifications.ofGovernanceGroup;
    const answer = await gateway.ask(decide, { input: { certificationId: id, decisions: [{ itemId: 'a', decision: 'APPROVE', comments: 'ok' }] } });
    expect(answer.data.decideAccessReviewItems.userErrors).toEqual([
      expect.objectContaining({ __typename: 'IgaUpstreamRejectedError', message: expect.stringContaining('reviewed by a governance group') }),
    ]);
  });

  test('Q52: an unknown outcome is an error that says so, and is not sent again', async () => {
    const heal = gateway.upstream.inject({ operation: 'makeIdentityDecision', status: 503 });
    const answer = await ask([{ itemId: itemAt(5).id, decision: 'APPROVE', comments: 'ok' }]);
    heal();
    expect(answer.data.decideAccessReviewItems).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'UPSTREAM_UNAVAILABLE', outcome: 'unknown' } });
    expect(calls()).toEqual(['POST makeIdentityDecision']);
  });

  test.each([403, 404, 503])('a success without a body stays one when the certification cannot be read (%d)', async (status) => {
    const heals = [
      gateway.upstream.inject({ operation: 'makeIdentityDecision', status: 204, body: '' }),
      gateway.upstream.inject({ operation: 'getIdentityCertification', status, body: {} }),
    ];
    const answer = await ask([{ itemId: itemAt(5).id, decision: 'APPROVE', comments: 'ok' }]);
    for (const heal of heals) heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.decideAccessReviewItems).toMatchObject({ certification: { id: story().id, progress: null }, userErrors: [] });
  });

  test('what a campaign counts is counted anew in the same request', async () => {
    const one = gateway.upstream.tenant.certification(gateway.upstream.tenant.examples.quarterEnd?.ofManager ?? '');
    const answer = await gateway.ask(
      `mutation ($input: DecideAccessReviewItemsInput!, $id: ID!) {
        before: decideAccessReviewItems(input: $input) { certification { campaign { completedCertifications } } }
        after: signOffCertification(input: { certificationId: $id }) { certification { campaign { completedCertifications } } } }`,
      { id: one.id, input: { certificationId: one.id, decisions: one.items.map(({ id }) => ({ itemId: id, decision: 'APPROVE', comments: 'ok' })) } },
    );
    const counted = (field: 'before' | 'after') => answer.data[field].certification.campaign.completedCertifications as number;
    expect(counted('after')).toBe(counted('before') + 1);
  });

  test('a 200 without a body is a success: the certification is read', async () => {
    const heal = gateway.upstream.inject({ operation: 'makeIdentityDecision', status: 200, body: '' });
    const answer = await ask([{ itemId: itemAt(5).id, decision: 'APPROVE', comments: 'ok' }]);
    heal();
    expect(answer.data.decideAccessReviewItems).toMatchObject({ certification: { id: story().id }, userErrors: [] });
    expect(calls()).toEqual(['POST makeIdentityDecision', 'GET getIdentityCertification']);
  });
});

describe.each(['v2025', 'v1'] as const)('signing off on %s', (generation) => {
  const signOff = `mutation ($id: ID!) { signOffCertification(input: { certificationId: $id }) {
    certification { id phase signedAt isCompleted } userErrors { __typename code message } } }`;
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation, remembers: true });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  test('is one call, and what was kept of the certification is old', async () => {
    const id = gateway.upstream.tenant.examples.certifications.decided;
    const read = () => gateway.ask('query ($id: ID!) { certification(id: $id) { phase } }', { id }, { as: 'reviewer' });
    expect((await read()).data.certification.phase).toBe('ACTIVE');
    gateway.upstream.clearRequests();
    const answer = await gateway.ask(signOff, { id }, { as: 'reviewer' });
    expect(answer.data.signOffCertification).toEqual({
      certification: { id, phase: 'SIGNED', signedAt: expect.any(String), isCompleted: true },
      userErrors: [],
    });
    expect(gateway.upstream.requests.map(({ operation }) => operation)).toEqual(['signOffIdentityCertification']);
    expect(await read()).toMatchObject({ upstreamCalls: 0, data: { certification: { phase: 'SIGNED' } } });
  });

  test('is refused while decisions are open, in the words of the upstream', async () => {
    const id = gateway.upstream.tenant.examples.certifications.open;
    const answer = await gateway.ask(signOff, { id }, { as: 'reviewer' });
    expect(answer.data.signOffCertification).toEqual({
      certification: null,
      userErrors: [{ __typename: 'IgaUpstreamRejectedError', code: 'UPSTREAM_REJECTED', message: expect.stringMatching(/decision/i) }],
    });
    expect(gateway.upstream.tenant.certification(id).phase).toBe('ACTIVE');
  });

  test("is not for somebody else's certification", async () => {
    const answer = await gateway.ask(signOff, { id: gateway.upstream.tenant.examples.certifications.ofOtherReviewer }, { as: 'manager' });
    expect(answer.data.signOffCertification.userErrors).toEqual([expect.objectContaining({ code: 'NOT_PERMITTED' })]);
  });
});

test('beta has neither: that is said, without a call', async () => {
  const gateway = await startTestGateway({ generation: 'beta' });
  try {
    const answer = await gateway.ask(
      `mutation { decideAccessReviewItems(input: { certificationId: "c", decisions: [{ itemId: "i", decision: APPROVE }] }) { userErrors { code } }
        signOffCertification(input: { certificationId: "c" }) { userErrors { code } } }`,
    );
    expect(answer.errors?.map(({ extensions, message }) => [extensions.code, message])).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining('v3, v2024')],
      ['BAD_USER_INPUT', expect.stringContaining('v3, v2024')],
    ]);
    expect(gateway.upstream.requests).toEqual([]);
  } finally {
    await gateway.stop();
  }
});
