import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** An id that reads like part of an address, of a filter, of a header or of a key in Redis. */
const hostileIds = ['.', '..', '../certifications', '../../v3/campaigns', 'a/b', 'a\\b', '/etc/passwd', '//evil.example.com', 'http://evil.example.com', 'a?limit=1', 'a#b', 'a;b', '%2e%2e', 'a%2Fb', 'a%00', 'a\u0000b', 'a\r\nX-Odd: 1', 'a b', ' a', '', 'a"', '" or id eq "b', 'a","b', "a'", '(a)', '*', '{a}', 'v1:admitted:{a}', '-a', '_a', '\u2025', 'ａ', '💥', 'a'.repeat(129)];

/** Ids of the form that ids have, and names of something else at the same place. */
const ambiguousIds = ['types', 'tenant-config', 'me', 'v1', 'summary', 'reviewers', 'constructor', 'toString'];

/** Where an id can stand, with what SailPoint may be asked for it. */
const byId: [string, string, string[]][] = [
  ['certification', 'query ($id: ID!) { certification(id: $id) { name } }', ['listIdentityCertifications', 'getIdentityCertification']],
  ['its reviewers', 'query ($id: ID!) { certification(id: $id) { reviewers { totalCount } } }', ['listCertificationReviewers']],
  ['its pending tasks', 'query ($id: ID!) { certification(id: $id) { pendingTasks { id } } }', ['getPendingCertificationTasks']],
  ['an item', 'query ($id: ID!) { certification(id: "a") { item(id: $id) { permissions { totalCount } } } }', ['getIdentityCertificationItemPermissions']],
  ['an item that is read', 'query ($id: ID!) { certification(id: "a") { item(id: $id) { decision } } }', ['listIdentityAccessReviewItems', 'getIdentityCertification']],
  ['its items', 'query ($id: ID!) { certification(id: $id) { items { totalCount } } }', ['listIdentityAccessReviewItems', 'getIdentityCertification']],
  ['items about an entitlement', 'query ($id: ID!) { certification(id: "a") { items(filter: { entitlementIds: [$id] }) { totalCount } } }', ['listIdentityAccessReviewItems', 'getIdentityCertification']],
  ['its identity summaries', 'query ($id: ID!) { certification(id: $id) { identitySummaries { totalCount } } }', ['getIdentitySummaries', 'getIdentityCertification']],
  ['its access summaries', 'query ($id: ID!) { certification(id: $id) { accessSummaries(type: ROLE) { totalCount } } }', ['getIdentityAccessSummaries', 'getIdentityCertification']],
  ['decisions on an identity', 'query ($id: ID!) { certification(id: "a") { decisionSummary(identitySummaryIds: [$id]) { roles { made } } } }', ['getIdentityDecisionSummary', 'getIdentityCertification']],
  ['certifications', 'query ($id: ID!) { certifications(filter: { ids: [$id] }) { totalCount } }', ['listIdentityCertifications']],
  ['campaigns', 'query ($id: ID!) { certifications(filter: { campaignIds: [$id] }) { totalCount } }', ['listIdentityCertifications']],
  ['reviewerId', 'query ($id: ID!) { certifications(reviewerId: $id) { totalCount } }', ['listIdentityCertifications']],
  ['a task', 'query ($id: ID!) { certificationTask(id: $id) { status } }', ['getCertificationTask']],
  ['a configuration', 'query ($id: ID!) { reassignmentConfiguration(identityId: $id) { id } }', ['getReassignmentConfiguration']],
  ['an evaluation', 'query ($id: ID!) { reassignmentEvaluation(identityId: $id, configType: CERTIFICATIONS) { isReassigned } }', ['getEvaluateReassignmentConfiguration']],
  ['an identity', 'query ($id: ID!) { igaIdentities(ids: [$id]) { reassignmentConfiguration { id } } }', ['getReassignmentConfiguration']],
  ['a representation', 'query ($id: ID!) { _entities(representations: [{ __typename: "Identity", id: $id }]) { ... on Identity { name } } }', ['getPublicIdentities']],
  ['a deletion', 'mutation ($id: ID!) { deleteReassignmentConfiguration(input: { identityId: $id, configType: CERTIFICATIONS }) { userErrors { code } } }', ['deleteReassignmentConfiguration']],
];

/** What closes a literal, or means something to whoever matches texts. */
const hostileTexts = ['"', 'x\\', '\\"', '" or target sw "', 'x") or (target sw "', '"; drop', "' or '1'='1", '%', '*', '.*', '${7*7}', '{{7*7}}', '&limit=1', '#', '%22', '＂', '<script>', '💥'];

describe('a client’s text', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    // Nothing is remembered: every test sees what would be asked for.
    gateway = await startTestGateway({ settings: { cache: { redisUrls: [], admissionMs: 0 } } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.upstream.clearRequests());

  test.each(byId)('that is no id leads nowhere: %s', async (_what, query) => {
    for (const id of hostileIds) {
      const { errors } = await gateway.ask(query, { id });
      expect([id, errors?.map(({ extensions }) => extensions.code)]).toEqual([id, expect.arrayContaining(['BAD_USER_INPUT'])]);
    }
    expect(gateway.upstream.requests).toEqual([]);
  });

  test.each(byId)('that is an id leads to the operation that was asked for and to no other: %s', async (_what, query, operations) => {
    for (const id of ambiguousIds) await gateway.ask(query, { id });
    const asked = new Set(gateway.upstream.requests.map(({ operation }) => operation));
    expect([...asked].filter((operation) => !operations.includes(String(operation)))).toEqual([]);
    expect(asked.size).toBeGreaterThan(0);
  });

  test.each(hostileTexts)('in a filter is a text and no expression: %j', async (text) => {
    const { permissions } = gateway.upstream.tenant.examples.items;
    const query = `query ($certificationId: ID!, $itemId: ID!, $filter: AccessReviewPermissionFilter) {
      certification(id: $certificationId) { item(id: $itemId) { permissions(filter: $filter) { totalCount } } }
    }`;
    const count = async (filter: object | null) => {
      const { data, errors } = await gateway.ask(query, { ...permissions, filter });
      return errors ?? data.certification.item.permissions.totalCount;
    };
    expect(await count(null)).toBeGreaterThan(0);
    expect(await count({ target: { startsWith: text } })).toBe(0);
    expect(await count({ rights: [text] })).toBe(0);
    const sent = gateway.upstream.requests.flatMap(({ query: parameters }) => parameters.getAll('filters'));
    const literal = JSON.stringify(text);
    expect(sent).toEqual([`target sw ${literal}`, expect.stringContaining(literal)]);
  });

  test('with control characters in a filter is refused', async () => {
    const { errors } = await gateway.ask('{ certification(id: "a") { reviewers(filter: { name: { eq: "a\\u0000\\r\\n" } }) { totalCount } } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter.name.eq' });
    expect(gateway.upstream.requests).toEqual([]);
  });
});
