import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const everything = `query ($id: ID!) { certification(id: $id) { items { edges { cursor node { ...Item } } nodes { ...Item } } } }
fragment Item on AccessReviewItem {
  id isCompleted isNewAccess decision decisionName comments
  identitySummary { id isCompleted identity { id name } }
  entitlements { id }
  access {
    __typename id name description isPrivileged owner { id name }
    ... on AccessReviewEntitlement { ...Entitlement }
    ... on AccessReviewAccessProfile { ...AccessProfile }
    ... on AccessReviewRole { isRevocable endsAt accessProfiles { id name ...AccessProfile } directly: entitlements { id name } }
    ... on AccessReviewOtherAccess { typeName }
  }
}
fragment Entitlement on AccessReviewEntitlement {
  attributeName attributeValue sourceId sourceName sourceType sourceSchemaObjectType hasPermissions isPermission isRevocable isCloudGoverned
  account { id name description nativeIdentity isDisabled isLocked createdAt updatedAt owner { id name } usageDays }
  dataAccess { policies categories { value matchCount } impactScore }
}
fragment AccessProfile on AccessReviewAccessProfile { isCloudGoverned endsAt createdAt updatedAt entitlements { id name } }`;

const nothing = { id: 'i1', isCompleted: null, isNewAccess: null, decision: null, decisionName: null, comments: null, identitySummary: null, entitlements: null, access: null };

describe.each(['v2025', 'v1'] as const)('what %s really sends of items', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ generation });
  });
  afterAll(() => gateway.stop());

  /** The list as the gateway answers it when the upstream sends these rows. */
  async function read(rows: unknown) {
    const heal = gateway.upstream.inject({ operation: 'listIdentityAccessReviewItems', rewrite: () => rows });
    const answer = await gateway.ask(everything, { id: gateway.upstream.tenant.examples.certifications.open });
    heal();
    return answer;
  }

  async function readOne(row: object) {
    const answer = await read([{ id: 'i1', ...row }]);
    expect(answer.errors).toBeUndefined();
    return answer.data.certification.items.nodes[0];
  }

  const readAccess = async (accessSummary: unknown) => (await readOne({ accessSummary })).access;

  const oddities = () =>
    JSON.parse(gateway.logLines.filter((line) => line.includes('odd upstream answer')).at(-1) ?? '{}').oddities as Record<string, number>;

  test('Q19, Q20, Q22: nothing but the id need be there', async () => {
    expect(await readOne({})).toEqual(nothing);
    const nulls = { accessSummary: null, identitySummary: null, completed: null, newAccess: null, decision: null, comments: null };
    expect(await readOne(nulls)).toEqual(nothing);
  });

  test('Q19: null rows and rows without an id are left out, and the cursors of the others stay right', async () => {
    const answer = await read([null, { id: 'i1' }, { completed: true }, { id: 'i3' }]);
    const { edges } = answer.data.certification.items;
    expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(['i1', 'i3']);
    expect(Buffer.from(edges[1].cursor, 'base64url').toString()).toMatch(/^3:/);
    expect(oddities()).toEqual({ '[]: dropped': 2 });
  });

  test('Q6: a verdict newer than the schema is null beside the upstream’s word', async () => {
    expect(await readOne({ decision: 'ESCALATE', completed: true })).toMatchObject({ decision: null, decisionName: 'ESCALATE', isCompleted: true });
  });

  test('an identity summary needs its id; its identity needs one of its own', async () => {
    const summary = { id: 's', name: 'Ada', identityId: 'ada', completed: true };
    const identity = { id: 'ada', name: 'Ada' };
    expect((await readOne({ identitySummary: summary })).identitySummary).toEqual({ id: 's', isCompleted: true, identity });
    expect((await readOne({ identitySummary: { ...summary, identityId: null } })).identitySummary).toEqual({ id: 's', isCompleted: true, identity: null });
    expect((await readOne({ identitySummary: { ...summary, id: '' } })).identitySummary).toBeNull();
  });

  const account = {
    type: 'ACCOUNT',
    id: 'acc',
    name: 'ada',
    description: 'Service',
    nativeIdentity: 'CN=Ada',
    disabled: false,
    locked: true,
    created: '2026-01-02T03:04:05Z',
    modified: '0001-01-01T00:00:00Z',
    owner: { id: 'o', type: 'IDENTITY', displayName: 'Olga' },
    activityInsights: { accountID: 'acc', usageDays: 12, usageDaysState: 'COMPLETE' },
  };
  const entitlement = {
    id: 'e',
    name: 'Admins',
    description: 'All',
    privileged: true,
    owner: { type: 'IDENTITY', id: 'o', name: 'Olga', email: 'olga@example.com' },
    attributeName: 'memberOf',
    attributeValue: 'CN=Admins',
    sourceSchemaObjectType: 'group',
    sourceName: 'AD',
    sourceType: 'Active Directory - Direct',
    sourceId: 'src',
    hasPermissions: true,
    isPermission: false,
    revocable: true,
    cloudGoverned: false,
    containsDataAccess: true,
    dataAccess: { policies: [{ value: 'GDPR' }], categories: [{ value: 'PII', matchCount: 7 }], impactScore: { value: 'High' } },
    account,
  };

  test('an entitlement, to the ground', async () => {
    const item = await readOne({ accessSummary: { access: { type: 'ENTITLEMENT', id: 'e', name: 'Admins' }, entitlement, accessProfile: null, role: null } });
    expect(item.entitlements).toEqual([{ id: 'e' }]);
    expect(item.access).toEqual({
      __typename: 'AccessReviewEntitlement',
      id: 'e',
      name: 'Admins',
      description: 'All',
      isPrivileged: true,
      owner: { id: 'o', name: 'Olga' },
      attributeName: 'memberOf',
      attributeValue: 'CN=Admins',
      sourceId: 'src',
      sourceName: 'AD',
      sourceType: 'Active Directory - Direct',
      sourceSchemaObjectType: 'group',
      hasPermissions: true,
      isPermission: false,
      isRevocable: true,
      isCloudGoverned: false,
      account: {
        id: 'acc',
        name: 'ada',
        description: 'Service',
        nativeIdentity: 'CN=Ada',
        isDisabled: false,
        isLocked: true,
        createdAt: '2026-01-02T03:04:05.000Z',
        updatedAt: null,
        owner: { id: 'o', name: 'Olga' },
        usageDays: 12,
      },
      dataAccess: { policies: ['GDPR'], categories: [{ value: 'PII', matchCount: 7 }], impactScore: 'High' },
    });
  });

  const accessProfile = { id: 'p', name: 'Ops', privileged: false, cloudGoverned: true, endDate: '2026-12-31', created: 'soon', owner: null, entitlements: [null, entitlement] };

  test('an access profile, with what is in it', async () => {
    const item = await readOne({ accessSummary: { access: { type: 'ACCESS_PROFILE', id: 'p', name: 'Ops' }, accessProfile } });
    expect(item.entitlements).toEqual([{ id: 'e' }]);
    expect(item.access).toEqual({
      __typename: 'AccessReviewAccessProfile',
      id: 'p',
      name: 'Ops',
      description: null,
      isPrivileged: false,
      owner: null,
      isCloudGoverned: true,
      endsAt: '2026-12-31T00:00:00.000Z',
      createdAt: null,
      updatedAt: null,
      entitlements: [{ id: 'e', name: 'Admins' }],
    });
  });

  test('a role, with what is in it and below; every entitlement of it once', async () => {
    const other = { id: 'e2', name: 'Readers' };
    const role = { id: 'r', name: 'SRE', revocable: false, endDate: '', accessProfiles: [accessProfile, null, { ...accessProfile, id: 'p2' }], entitlements: [other, null] };
    const item = await readOne({ accessSummary: { access: { type: 'ROLE', id: 'r', name: 'SRE' }, role } });
    expect(item.entitlements).toEqual([{ id: 'e2' }, { id: 'e' }]);
    expect(item.access).toMatchObject({ __typename: 'AccessReviewRole', isRevocable: false, endsAt: null, directly: [other] });
    expect(item.access.accessProfiles).toMatchObject([{ id: 'p', entitlements: [{ id: 'e' }] }, { id: 'p2', entitlements: [{ id: 'e' }] }]);
  });

  test('Q19: null elements and those without an id are left out, wherever they are, and counted', async () => {
    const access = await readAccess({
      access: { type: 'ROLE', id: 'r' },
      role: { accessProfiles: [null, { name: 'without id' }, { id: 'p', entitlements: [null, null] }], entitlements: [{ id: '' }, 'e', 5] },
    });
    expect(access).toMatchObject({ id: 'r', accessProfiles: [{ id: 'p', entitlements: [] }], directly: [] });
    expect(oddities()).toMatchObject({
      '[].accessSummary.role.accessProfiles: dropped': 1,
      '[].accessSummary.role.accessProfiles[]: dropped': 1,
      '[].accessSummary.role.accessProfiles[].entitlements[]: dropped': 2,
      '[].accessSummary.role.entitlements[]: not an object': 1,
    });
  });

  test('lists that are not there are empty, parts that are not there null', async () => {
    const access = await readAccess({ access: { type: 'ENTITLEMENT', id: 'e' }, entitlement: { dataAccess: {}, account: {} } });
    expect(access).toMatchObject({ id: 'e', name: null, owner: null, dataAccess: { policies: [], categories: [], impactScore: null }, account: { id: null, owner: null, usageDays: null } });
    expect(await readAccess({ access: { type: 'ROLE', id: 'r' }, role: {} })).toMatchObject({ accessProfiles: [], directly: [] });
  });

  test.each([
    ['days that nobody counted', { activityInsights: { usageDays: 0, usageDaysState: 'UNKNOWN' } }, { usageDays: null }],
    ['days without a state', { activityInsights: { usageDays: 0 } }, { usageDays: 0 }],
    ['an owner without a name', { owner: { id: 'unknown-owner', displayName: null } }, { owner: { id: 'unknown-owner', name: null } }],
    ['an owner without an id', { owner: { id: null, displayName: 'Olga' } }, { owner: null }],
  ])('of an account: %s', async (_what, sent, expected) => {
    const access = await readAccess({ access: { type: 'ENTITLEMENT', id: 'e' }, entitlement: { account: { ...account, ...sent } } });
    expect(access.account).toMatchObject(expected);
  });

  test.each([
    ['the object that is there, where no type is told', { access: { id: 'p' }, entitlement: null, accessProfile }, 'AccessReviewAccessProfile', { id: 'p' }],
    ['its own id and name, where nothing is told', { role: { id: 'r', name: 'SRE' } }, 'AccessReviewRole', { id: 'r', name: 'SRE' }],
    ['the id that filters go by', { access: { type: 'ROLE', id: 'r', name: 'told' }, role: { id: 'x' } }, 'AccessReviewRole', { id: 'r', name: 'told' }],
    ['a type that the schema does not know', { access: { type: 'HOLOGRAM', id: 'h', name: 'Holo' }, entitlement }, 'AccessReviewOtherAccess', { id: 'h', name: 'Holo', typeName: 'HOLOGRAM' }],
    ['a known type without its object', { access: { type: 'ROLE', id: 'r', name: 'SRE' }, role: null, entitlement }, 'AccessReviewOtherAccess', { id: 'r', typeName: 'ROLE' }],
    ['neither type nor object', { access: { id: 'x', name: 'X' } }, 'AccessReviewOtherAccess', { id: 'x', name: 'X', typeName: null }],
    ['a type that is no text', { access: { id: 'x', type: { name: 'ROLE' } } }, 'AccessReviewOtherAccess', { id: 'x', typeName: null }],
  ])('is read as %s says', async (_what, accessSummary, __typename, expected) => {
    expect(await readAccess(accessSummary)).toMatchObject({ __typename, ...expected });
  });

  test.each([
    ['nothing at all', {}],
    ['a name alone', { access: { type: 'ROLE', name: 'SRE' }, role: { name: 'SRE' } }],
    ['a text', 'ROLE'],
    ['a list', [{ access: { type: 'ROLE', id: 'r' } }]],
  ])('without an id there is no access: %s', async (_what, accessSummary) => {
    expect(await readOne({ accessSummary })).toEqual(nothing);
  });

  test('fields of the wrong type are null, and the answer stands', async () => {
    const item = await readOne({
      completed: 'yes',
      newAccess: 1,
      decision: ['APPROVE'],
      comments: {},
      identitySummary: 'Ada',
      accessSummary: {
        access: { type: 'ENTITLEMENT', id: 'e', name: 5 },
        entitlement: { privileged: 'no', owner: 'Olga', hasPermissions: null, account: 'ada', dataAccess: { policies: 'GDPR', categories: [{ value: 1, matchCount: -1 }, 'PII'], impactScore: 3 } },
      },
    });
    expect(item).toMatchObject({ ...nothing, entitlements: [{ id: 'e' }], access: { id: 'e', name: null, isPrivileged: null, owner: null, account: null } });
    expect(item.access.dataAccess).toEqual({ policies: [], categories: [{ value: null, matchCount: null }], impactScore: null });
  });

  test.each([
    ['an object', { items: [] }],
    ['null', null],
  ])('%s where the list belongs is UPSTREAM_CONTRACT', async (_what, body) => {
    const answer = await read(body);
    expect(answer.data.certification.items).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('UPSTREAM_CONTRACT');
  });

  test('access summaries are read alike; rows without an id are left out', async () => {
    const rows = [null, { access: { name: 'SRE' } }, { access: { type: 'ACCESS_PROFILE', id: 'p' }, accessProfile }, { access: { type: 'NEW', id: 'n' } }];
    const heal = gateway.upstream.inject({ operation: 'getIdentityAccessSummaries', rewrite: () => rows });
    const answer = await gateway.ask('query ($id: ID!) { certification(id: $id) { accessSummaries(type: ROLE) { nodes { __typename id } } } }', {
      id: gateway.upstream.tenant.examples.certifications.open,
    });
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.accessSummaries.nodes).toEqual([
      { __typename: 'AccessReviewAccessProfile', id: 'p' },
      { __typename: 'AccessReviewOtherAccess', id: 'n' },
    ]);
  });

  test('counters of decisions that are absent or no counts are null', async () => {
    const body = { entitlementDecisionsMade: 3, entitlementDecisionsTotal: '4', entitlementsApproved: -1, rolesRevoked: null };
    const heal = gateway.upstream.inject({ operation: 'getIdentityDecisionSummary', rewrite: () => body });
    const query = 'query ($id: ID!) { certification(id: $id) { decisionSummary { entitlements { made total approved revoked } roles { revoked } accounts { made } } } }';
    const answer = await gateway.ask(query, { id: gateway.upstream.tenant.examples.certifications.open });
    heal();
    expect(answer.errors).toBeUndefined();
    expect(answer.data.certification.decisionSummary).toEqual({
      entitlements: { made: 3, total: null, approved: null, revoked: null },
      roles: { revoked: null },
      accounts: { made: null },
    });
  });
});
