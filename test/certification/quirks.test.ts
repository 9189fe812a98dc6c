import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const everything = `{ certifications { nodes {
  id name phase phaseName isCompleted isOverdue dueAt signedAt createdAt updatedAt hasErrors errorMessage
  campaign { id name description type typeName correlatedStatus mandatoryCommentRequirement }
  reviewer { id type typeName name email }
  progress { decisionsMade decisionsTotal decisionsRemaining entitiesCompleted entitiesTotal entitiesRemaining }
  reassignment { comment from { id name } previousReviewer { id } }
} } }`;

describe.each(['beta', 'v2025'] as const)('what %s really sends', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());

  /** The list as the gateway answers it when the upstream sends these rows. */
  async function read(rows: unknown, query = everything) {
    const heal = gateway.upstream.inject({ operation: /^(listCertifications|listIdentityCertifications)$/, rewrite: () => rows });
    const answer = await gateway.ask(query);
    heal();
    return answer;
  }

  async function readOne(row: object) {
    const answer = await read([{ id: 'c1', ...row }]);
    expect(answer.errors).toBeUndefined();
    return answer.data.certifications.nodes[0];
  }

  test('Q6: a value newer than the schema is null beside the upstream’s word', async () => {
    const node = await readOne({
      phase: 'PAUSED',
      campaign: { id: 'k', campaignType: 'HOLOGRAM', correlatedStatus: 'MAYBE', mandatoryCommentRequirement: 'ON_FRIDAYS' },
      reviewer: { id: 'r', type: 'AGENT', name: 'Bot' },
    });
    expect(node).toMatchObject({
      phase: null,
      phaseName: 'PAUSED',
      campaign: { type: null, typeName: 'HOLOGRAM', correlatedStatus: null, mandatoryCommentRequirement: null },
      reviewer: { type: null, typeName: 'AGENT' },
    });
  });

  test('Q7: the type of a certification reference is not read', async () => {
    const node = await readOne({ reassignment: { from: { type: 'IDENTITY', id: 'c0', name: 'Before' }, comment: 'leave' } });
    expect(node.reassignment).toEqual({ comment: 'leave', from: { id: 'c0', name: 'Before' }, previousReviewer: null });
  });

  test('Q13: a row without an id: on beta the list is refused with the way out, elsewhere the row is left out', async () => {
    const answer = await read([{ id: 'c1' }, { phase: 'ACTIVE' }]);
    if (generation === 'beta') {
      expect(answer.data.certifications).toBeNull();
      expect(answer.errors?.[0]).toMatchObject({
        extensions: { code: 'UPSTREAM_CONTRACT' },
        message: expect.stringContaining('newer generation'),
      });
    } else {
      expect(answer.data.certifications.nodes.map((node: { id: string }) => node.id)).toEqual(['c1']);
    }
  });

  test('Q13: one certification asked for by its id may come without it', async () => {
    const answer = await read(generation === 'beta' ? [{ phase: 'ACTIVE' }] : [], '{ certification(id: "asked") { id phase } }');
    const heal = gateway.upstream.inject({ operation: 'getIdentityCertification', status: 200, body: { phase: 'ACTIVE' } });
    const stable = await gateway.ask('{ certification(id: "asked") { id phase } }');
    heal();
    expect((generation === 'beta' ? answer : stable).data.certification).toEqual({ id: 'asked', phase: 'ACTIVE' });
  });

  test('Q14: a campaign owner, required and nowhere defined, is ignored', async () => {
    expect(await readOne({ campaignOwner: { id: 'o', displayName: 'Owner' } })).toMatchObject({ id: 'c1' });
  });

  test('Q15, Q21, Q22: nothing but the id need be there', async () => {
    expect(await readOne({})).toEqual({
      id: 'c1',
      name: null,
      phase: null,
      phaseName: null,
      isCompleted: null,
      isOverdue: false,
      dueAt: null,
      signedAt: null,
      createdAt: null,
      updatedAt: null,
      hasErrors: null,
      errorMessage: null,
      campaign: null,
      reviewer: null,
      reassignment: null,
      progress: {
        decisionsMade: null,
        decisionsTotal: null,
        decisionsRemaining: null,
        entitiesCompleted: null,
        entitiesTotal: null,
        entitiesRemaining: null,
      },
    });
  });

  test('Q16: campaign or campaignRef, entities or identities', async () => {
    const campaign = { id: 'k', name: 'K' };
    const beta = await readOne({ campaignRef: campaign, entitiesCompleted: 5, entitiesTotal: 10 });
    const stable = await readOne({ campaign, identitiesCompleted: 5, identitiesTotal: 10 });
    expect(beta).toMatchObject({ campaign, progress: { entitiesCompleted: 5, entitiesTotal: 10, entitiesRemaining: 5 } });
    expect(stable).toEqual(beta);
  });

  test('Q17: a campaign needs no more than its id', async () => {
    expect((await readOne({ campaign: { id: 'k' } })).campaign).toMatchObject({ id: 'k', name: null, type: null });
    expect((await readOne({ campaign: { name: 'without id' } })).campaign).toBeNull();
  });

  test('Q18: completed, signed by phase and signed by date are told apart', async () => {
    const due = '2020-01-01T00:00:00Z';
    expect(await readOne({ completed: true, phase: 'ACTIVE', due })).toMatchObject({ isCompleted: true, isOverdue: true, signedAt: null });
    expect(await readOne({ completed: false, phase: 'SIGNED', due })).toMatchObject({ isCompleted: false, isOverdue: false });
    expect(await readOne({ signed: '2020-01-01T00:00:00Z', due })).toMatchObject({ isOverdue: false, phase: null });
  });

  test('Q19: null rows are left out, and the cursors of the others stay right', async () => {
    const answer = await read([null, { id: 'c1' }, null, { id: 'c3' }], '{ certifications { edges { cursor node { id } } } }');
    const edges = answer.data.certifications.edges;
    expect(edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(['c1', 'c3']);
    gateway.upstream.clearRequests();
    await gateway.ask('query ($after: String) { certifications(after: $after) { nodes { id } } }', { after: edges[1].cursor });
    expect(gateway.upstream.requests[0]?.query.get('offset')).toBe('4');
  });

  test.each([
    ['Q23: the year 1 is no date', '0001-01-01T00:00:00Z', null],
    ['Q23: the year 1 under an offset is no date', '0001-01-01T00:00:00+05:00', null],
    ['Q24: an empty text is no date', '', null],
    ['Q24: a text that is no date is null', 'tomorrow', null],
    ['Q24: a number is no date', 1700000000, null],
    ['Q24: the 40th of May is no date', '2026-05-40T00:00:00Z', null],
    ['Q26: without milliseconds', '2026-05-04T10:00:00Z', '2026-05-04T10:00:00.000Z'],
    ['Q26: with microseconds', '2026-05-04T10:00:00.123456Z', '2026-05-04T10:00:00.123Z'],
    ['Q26: with an offset', '2026-05-04T10:00:00+02:00', '2026-05-04T08:00:00.000Z'],
    ['Q26: with an offset without a colon', '2026-05-04T10:00:00-0530', '2026-05-04T15:30:00.000Z'],
  ])('%s', async (_name, due, expected) => {
    expect((await readOne({ due })).dueAt).toBe(expected);
  });

  test('fields of the wrong type are null, counted by path and logged once for the answer', async () => {
    const answer = await read([
      { id: 'c1', name: 5, completed: 'yes', decisionsMade: '20', decisionsTotal: 1.5, due: 'soon', campaign: 'K', reviewer: [] },
      { id: 'c2', name: {}, decisionsTotal: 3e9 },
    ]);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certifications.nodes[0]).toMatchObject({ name: null, isCompleted: null, dueAt: null, campaign: null, reviewer: null });
    const line = JSON.parse(gateway.logLines.filter((text) => text.includes('odd upstream answer')).at(-1) ?? '{}');
    expect(line.oddities).toMatchObject({ '[].name: not a text': 2, '[].decisionsTotal: not a count': 2, '[].due: not a date': 1 });
  });

  test.each([
    ['an object where a list belongs', { items: [] }],
    ['a text where a list belongs', 'none'],
    ['null where a list belongs', null],
  ])('%s is UPSTREAM_CONTRACT', async (_name, body) => {
    const answer = await read(body);
    expect(answer.data.certifications).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('UPSTREAM_CONTRACT');
  });
});
