import { describe, expect, test } from '@jest/globals';
import { defaultLimits } from '../../src/server/limits/limits.js';
import { estimate } from './support.js';

const repeated = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const representations = (typeName: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ __typename: typeName, id: `id${index}` }));

/** Calls on beta and on the stable generations. */
type Row = readonly [rule: string, query: string, beta: number, stable: number];

const reading: readonly Row[] = [
  ['nothing of which is read costs nothing', '{ __typename __schema { types { name } } _service { sdl } }', 0, 0],
  ['a list is one call', '{ certifications { nodes { id } } }', 1, 1],
  ['a page of which nothing is selected that needs a call costs nothing', '{ certifications { __typename pageInfo { hasPreviousPage } } }', 0, 0],
  ['the same list is one call, whatever its aliases and pages from one position', '{ a: certifications { nodes { id } } b: certifications(first: 30, orderBy: null) { totalCount } }', 1, 1],
  ['other arguments or another position are another call', '{ a: certifications { nodes { id } } b: certifications(offset: 25) { nodes { id } } c: certifications(reviewerId: "me") { nodes { id } } }', 3, 3],
  ['a total alone comes from the beginning of the list', '{ a: certifications(offset: 25) { totalCount } b: certifications { nodes { id } } }', 1, 1],
  ['rows of a list that is asked for twice are read for once', '{ a: certifications(first: 10) { nodes { reviewers { nodes { id } } } } b: certifications(first: 20) { edges { node { reviewers { totalCount nodes { id } } } } } }', 21, 21],
  ['reviewers are a call for each certification', '{ certifications(first: 250) { nodes { reviewers { nodes { id } } } } }', 251, 251],
  ['different reviewers of the same certifications are read apart', '{ certifications(first: 10) { nodes { a: reviewers { nodes { id } } b: reviewers(filter: { ids: ["a"] }) { nodes { id } } } } }', 21, 21],
  ['pending tasks are a call for each certification on beta, for 100 elsewhere', '{ certifications(first: 250) { nodes { pendingTasks { id } } } }', 251, 1 + 3],
  ['a summary is 4 calls in place of the list\'s', '{ certifications { nodes { id } summary { overdueCount } } }', 4, 4],
  ['a summary and the page of another alias share the first call', '{ a: certifications { nodes { id } } b: certifications { summary { overdueCount } } }', 4, 4],
  ['a certification of which only the id is selected costs nothing', '{ certification(id: "a") { __typename id item(id: "b") { id certification { id } } } }', 0, 0],
  ['one certification is one call', '{ a: certification(id: "a") { name } b: certification(id: "a") { phase item(id: "b") { certification { dueAt } } } }', 1, 1],
  ['several certifications are one call; where the list may leave some out, as many more', `{ ${repeated(3, (i) => `a${i}: certification(id: "c${i}") { name }`)} }`, 1, 1 + 3],
  ['but never more than five', `{ ${repeated(9, (i) => `a${i}: certification(id: "c${i}") { name }`)} }`, 1, 1 + 5],
  ['the certification that an item was named from is read by its id', '{ certification(id: "a") { id item(id: "b") { certification { name } } } }', 1, 1],
  ['what a list tells is not read by id', '{ certifications { nodes { item(id: "b") { certification { name } } } } }', 1, 1],
  ['permissions are a call for each item', '{ certifications(first: 10) { nodes { a: item(id: "a") { permissions { nodes { target } } } b: item(id: "b") { permissions { nodes { target } } } } } }', 21, 21],
  ['items are a call for each certification', '{ certifications(first: 10) { nodes { items(first: 250) { totalCount nodes { id } } } } }', 1, 1 + 10],
  ['so is each kind of summary', '{ certifications(first: 10) { nodes { identitySummaries { totalCount } accessSummaries(type: ROLE) { totalCount } decisionSummary { roles { made } } } } }', 1, 1 + 30],
  ['who reviews a certification is read where it is not known: a refusal is explained by it', '{ certification(id: "a") { items { totalCount } decisionSummary { roles { made } } } }', 0, 2 + 1],
  ['and where it is known, it is not', '{ certification(id: "a") { name items { totalCount } } }', 1, 2],
  ['items by id are a call for each certification', '{ certifications(first: 10) { nodes { a: item(id: "a") { decision } b: item(id: "b") { access { id } } } } }', 1, 1 + 10],
  ['and for 100 of it', `{ certification(id: "a") { name ${repeated(101, (i) => `i${i}: item(id: "i${i}") { decision }`)} } }`, 1, 1 + 2],
  ['of two certifications they are not read together', '{ a: certification(id: "a") { name item(id: "b") { decision } } c: certification(id: "c") { item(id: "d") { decision } } }', 1, 1 + 2 + 1],
  ['the certification of a page of items is read once', '{ certification(id: "a") { items(first: 250) { nodes { certification { name } } edges { node { certification { phase } } } } } }', 0, 2 + 1],
  ['who is reviewed and who owns access is told by name', '{ certifications(first: 1) { nodes { items { nodes { identitySummary { identity { name } } access { owner { name } } } } } } }', 1, 2],
  ['who owns an account may not be', '{ certifications(first: 1) { nodes { items { nodes { access { ... on AccessReviewEntitlement { account { owner { name } } } } } } } } }', 1, 2 + 1],
  ['where work came from is told by name and reviewer', '{ certifications { nodes { reassignment { from { id name reviewer { id name } } } } } }', 1, 1],
  ['and read for more than that', '{ certifications { nodes { reassignment { from { phase } } } } }', 2, 2 + 5],
  ['a task is one call', '{ a: certificationTask(id: "a", certificationId: "c") { id } b: certificationTask(id: "a", certificationId: "c") { status } }', 1, 1],
  ['of several tasks, those that have finished are read singly', '{ a: certificationTask(id: "a") { id } b: certificationTask(id: "b") { id } }', 2, 1 + 2],
  ['tasks that are followed together are read together', '{ certificationTasks(ids: ["a", "b", "a"], certificationId: "c") { taskCount } }', 2, 1 + 2],
  ['and who waits for them looks at all of them every two seconds', '{ certificationTasks(ids: ["a", "b"], certificationId: "c", waitSeconds: 9) { taskCount } }', 2 + 2 * 5, 1 + 2 + 5],
  ['running tasks are a call, on beta one for each certification', '{ pendingCertificationTasks(filter: { targetIds: ["a", "b", "a"] }) { nodes { id } } }', 2, 1],
  ['on beta the same pending tasks are read once', '{ pendingCertificationTasks(filter: { targetIds: ["a"] }) { nodes { id } } certification(id: "a") { pendingTasks { id } } }', 1, 2],
  ['the campaign of a task is a call for each and one for all, and on beta never one', '{ pendingCertificationTasks(filter: { targetIds: ["a"] }, first: 7) { nodes { target { ... on CertificationCampaign { name } } } } }', 1, 1 + 7 + 1],
  ['configurations are 20 to a call on beta', '{ reassignmentConfigurations(first: 100) { nodes { id } } }', 5, 1],
  ['and one more row for the next page', '{ reassignmentConfigurations(first: 100) { nodes { id } pageInfo { hasNextPage } } }', 6, 1],
  ['pages of 20 are read once', '{ a: reassignmentConfigurations(first: 40) { nodes { id } } b: reassignmentConfigurations(first: 40, offset: 20) { nodes { id } } }', 3, 1],
  ['identities are references', '{ igaIdentities(ids: ["a", "b"]) { id } }', 0, 0],
  ['names are looked up together', '{ igaIdentities(ids: ["a", "b"]) { name email } reassignmentEvaluation(identityId: "a", configType: CERTIFICATIONS) { assignee { name } trail { to { name } } } }', 2, 2],
  ['names are looked up 100 to a call', '{ certifications(first: 250) { nodes { pendingTasks { reassignmentTrail { to { name } } } } } }', 251 + 125, 4 + 125],
  ['names that an answer tells are not looked up', '{ reassignmentConfigurations { nodes { identity { name } configDetails { targetIdentity { name } auditDetails { createdBy { name } updatedBy { name } } } } } certifications { nodes { reviewer { identity { name } } } } }', 2, 2],
  ['an e-mail address may be missing in the answer', '{ certifications { nodes { reviewer { identity { name email } } } } }', 2, 2],
  ['each identity\'s configuration, evaluation and review work is a call', '{ igaIdentities(ids: ["a", "b"]) { reassignmentConfiguration { id } reassignmentEvaluation(configType: CERTIFICATIONS) { isReassigned } certificationsToReview { nodes { id } } } }', 6, 6],
  ['what comes at different moments does not share a batch', '{ igaIdentities(ids: ["a", "b"]) { reassignmentConfiguration { configDetails { targetIdentity { certificationsToReview(first: 1) { nodes { pendingTasks { id } } } } } } } }', 2 + 8 + 8, 2 + 8 + 2],
  ['configurations arrive one by one', `{ ${['a', 'b'].map((id) => `${id}: reassignmentConfiguration(identityId: "${id}") { configDetails { targetIdentity { certificationsToReview(first: 1) { nodes { pendingTasks { id } } } } } }`).join(' ')} }`, 2 + 8 + 8, 2 + 8 + 2],
  ['so do summaries', '{ igaIdentities(ids: ["a", "b"]) { certificationsToReview(first: 1) { nodes { pendingTasks { id } } summary { activeCount } } } }', 8 + 2, 8 + 2],
  ['what is read at one moment is not read at another', '{ a: certification(id: "a") { pendingTasks { id } } b: certification(id: "a") { name pendingTasks { id } } }', 2, 2],
  ['the same reviewers in parts of which one is the other\'s are read once', '{ a: certification(id: "a") { a: reviewers(first: 10) { nodes { id } } b: reviewers(first: 5) { nodes { id } } } b: certification(id: "a") { name reviewers(first: 10) { nodes { id } } } }', 2, 2],
  ['the same reviewers in different parts and at different moments are read twice', '{ a: certification(id: "a") { reviewers(first: 5) { nodes { id } } } b: certification(id: "a") { name reviewers(first: 10) { nodes { id } } } }', 3, 3],
];

describe.each([
  ['beta', 2],
  ['v2025', 3],
] as const)('on %s', (generation, column) => {
  test.each(reading)('%s', (...row) => {
    expect(estimate(row[1], {}, generation).calls).toBe(row[column]);
  });
});

describe('changes', () => {
  const set = 'createReassignmentConfiguration(input: { identityId: "a", configType: CERTIFICATIONS, reassignToId: "b" })';

  test('are a call each, and payloads tell what was set', () => {
    expect(estimate(`mutation { ${set} { configuration { id } configDetail { targetIdentity { name } } userErrors { code } } }`).calls).toBe(1);
    expect(estimate('mutation { reassignCertification(input: { certificationId: "a", items: [], reassignToId: "b", reason: "c" }) { task { id } certification { id } } }').calls).toBe(1);
  });

  test('of items in bulk are a call for each reviewer and for half of what a task takes, and read tasks, items and why they are refused', () => {
    const bulk = (...counts: readonly number[]) => {
      const reassignments = counts.map((count, who) => ({ reassignToId: `r${who}`, itemIds: Array.from({ length: count }, (_, i) => `i${who}-${i}`) }));
      const query = 'mutation ($input: ReassignAccessReviewItemsInput!) { reassignAccessReviewItems(input: $input) { outcomes { item { id access { name } } task { id } } progress { tasks { id } } certification { id } } }';
      const { calls, rows } = estimate(query, { input: { certificationId: 'c', reassignments, reason: 'x' } });
      return [calls, rows];
    };
    expect(bulk(1)).toEqual([1 + 1 + 1 + 1, 1]);
    expect(bulk(50, 50)).toEqual([1 + 1 + 1 + 2, 100 + 1]);
    expect(bulk(160, 160)).toEqual([1 + (1 + 4 + 4) + 1 + 2, 320 + 6]);
    expect(bulk(2000)).toEqual([1 + (1 + 20 + 20) + 1 + 7, 2000 + 39]);
    // Refused before any call.
    expect(bulk(0)).toEqual([0, 0]);
    expect(bulk(...Array.from({ length: 21 }, () => 1))).toEqual([0, 0]);
  });

  test('of whole certifications are a call', () => {
    const query = 'mutation { reassignCampaignCertifications(input: { campaignId: "a", certificationIds: ["b"], reassignToId: "c", reason: "d" }) { task { id } } }';
    expect([estimate(query).calls, estimate(query, {}, 'beta').calls]).toEqual([1, 0]);
  });

  test('cost what the payload reads anew, for each change again', () => {
    const change = `${set} { evaluation { assignee { name } } }`;
    expect(estimate(`mutation { ${change} }`).calls).toBe(3);
    expect(estimate(`mutation { a: ${change} b: ${change} }`).calls).toBe(6);
    expect(estimate('mutation { reassignCertification(input: { certificationId: "a", items: [], reassignToId: "b", reason: "c" }) { certification { name } } }').calls).toBe(2);
    expect(estimate('mutation { deleteReassignmentConfiguration(input: { identityId: "a", configType: CERTIFICATIONS }) { configuration { id } } }').calls).toBe(2);
  });
});

describe('entities', () => {
  const entities = (selection: string, ...named: readonly object[]) =>
    estimate(`query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`, { representations: named }, 'beta');

  test('are read by their type, 100 to a call, each once', () => {
    expect(entities('... on Certification { name }', ...representations('Certification', 50))).toMatchObject({ calls: 1, rows: 50 });
    expect(entities('... on Certification { name }', ...representations('Certification', 101), ...representations('Certification', 101))).toMatchObject({ calls: 2, rows: 202 });
    expect(entities('... on Certification { id }', ...representations('Certification', 50)).calls).toBe(0);
    expect(entities('... on ReassignmentConfiguration { id }', ...representations('ReassignmentConfiguration', 7)).calls).toBe(7);
    expect(entities('... on Certification { name } ... on Identity { name }', ...representations('Certification', 2), ...representations('Identity', 3))).toMatchObject({ calls: 2, rows: 5 });
  });

  test('that make no sense cost nothing', () => {
    expect(entities('... on Certification { name }', { id: 'a' }, { __typename: 'Nope' }, { __typename: 'Certification', id: { no: 'id' } })).toMatchObject({ calls: 0 });
  });
});

describe('what the executor refuses', () => {
  test.each([
    ['a variable that is missing', 'query ($id: ID!) { certification(id: $id) { name } }', {}],
    ['a variable of the wrong type', 'query ($first: Int) { certifications(first: $first) { nodes { id } } }', { first: 'many' }],
    ['a page that is too long', '{ certifications(first: 251) { nodes { reviewers { nodes { id } } } } }', {}],
    ['a page that is too long below', '{ certification(id: "a") { reviewers(first: 0) { nodes { id } } } }', {}],
    ['workloads that are too many', '{ certifications { summary { reviewerWorkloads(first: 251) { openCount } } } }', {}],
    ['null for a directive', 'query ($with: Boolean = true) { certifications @include(if: $with) { nodes { id } } }', { with: null }],
    ['null for an argument that must have a value', 'query ($id: ID = "a") { certification(id: $id) { name } }', { id: null }],
    ['a text that is no id', '{ certification(id: "../types") { name } }', {}],
  ])('costs nothing: %s', (_what, query, variables) => {
    expect(estimate(query, variables)).toMatchObject({ calls: 0, rows: 0 });
  });

  test('work reassignment costs nothing on v3, which has none', () => {
    expect(estimate('{ reassignmentConfigTypes { displayName } igaIdentities(ids: ["a"]) { reassignmentConfiguration { id } } certifications { nodes { id } } }', {}, 'v3').calls).toBe(1);
  });
});

describe('an operation', () => {
  test('costs what is executed of it: @skip, @include and fragments count as there', () => {
    const query = `query ($with: Boolean!) {
      certifications(first: 10) { nodes { ...A ...A reviewers @include(if: $with) { nodes { id } } } }
    }
    fragment A on Certification { pendingTasks @skip(if: $with) { id } }`;
    expect(estimate(query, { with: true }).calls).toBe(11);
    expect(estimate(query, { with: false }).calls).toBe(2);
  });

  test('costs by its variables and their defaults', () => {
    const query = 'query ($first: Int = 7) { certifications(first: $first) { nodes { reviewers { nodes { id } } } } }';
    expect(estimate(query).calls).toBe(8);
    expect(estimate(query, { first: 3 }).calls).toBe(4);
    expect(estimate(query, { first: null }).calls).toBe(26);
  });

  test('says which fields make the calls, dearest first', () => {
    const { fields } = estimate('{ board: certifications(first: 250) { nodes { id people: reviewers { nodes { id } } } } }');
    expect(fields).toEqual([
      { path: 'board.nodes.people', calls: 250 },
      { path: 'board', calls: 1 },
    ]);
  });

  test('counts the rows of lists inside lists', () => {
    const { calls, rows, longestList } = estimate('{ certifications(first: 250) { nodes { id reviewers(first: 250) { nodes { id } } } } }');
    expect(calls).toBe(251);
    expect(rows).toBe(250 + 250 * 250);
    expect(longestList).toEqual({ path: 'certifications.nodes.reviewers.nodes', rows: 62_500 });
    expect(estimate('{ certification(id: "a") { name } }').longestList).toBeNull();
  });

  test.each([
    ['for each alias', '{ a: certifications(first: 5) { nodes { id } } b: certifications(first: 5) { nodes { id } } }', 10],
    ['as many as ids are given', '{ igaIdentities(ids: ["a", "b", "c"]) { id } }', 3],
    ['four work types of a configuration', '{ reassignmentConfiguration(identityId: "a") { configDetails { id } } }', 4],
    ['five steps of a chain', '{ reassignmentEvaluation(identityId: "a", configType: CERTIFICATIONS) { trail { typeName } } }', 5],
    ['workloads as many as asked for, or 50', '{ certifications(first: 1) { summary { campaignWorkloads(first: 20) { openCount } reviewerWorkloads { openCount } } } }', 70],
    ['ten where nothing is known', '{ certification(id: "a") { pendingTasks { id } } }', 10],
    ['ten entitlements of each access profile', '{ certification(id: "a") { items(first: 250) { nodes { access { ... on AccessReviewAccessProfile { entitlements { id } } } } } } }', 250 + 2500],
    ['of the kind of access that has most', '{ certification(id: "a") { accessSummaries(type: ROLE, first: 10) { nodes { ... on AccessReviewAccessProfile { entitlements { id } } ... on AccessReviewRole { accessProfiles { entitlements { id } } entitlements { id } } } } } }', 10 + 10 * (5 + 50 + 5)],
    ['of one type, where each can be of one of several', 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { messages { text } } } }', 10 + 10 * 10],
  ])('counts rows: %s', (_what, query, rows) => {
    expect(estimate(query).rows).toBe(rows);
  });

  test('of 250 items read to the ground is within the limit of rows', () => {
    const entitlement = '{ id dataAccess { categories { value } } }';
    const query = `{ certification(id: "a") { items(first: 250) { nodes { entitlements ${entitlement} access {
      ... on AccessReviewAccessProfile { entitlements ${entitlement} }
      ... on AccessReviewRole { accessProfiles { entitlements ${entitlement} } direct: entitlements ${entitlement} }
    } } } } }`;
    expect(estimate(query).rows).toBeLessThan(defaultLimits.rows);
  });

  test('of the longest document takes no time to speak of', () => {
    const fragments = `fragment F on Certification { reassignment { from { ...G } } } fragment G on Certification { reassignment { from { name reviewers { nodes { id } } } } }`;
    const query = `{ ${repeated(45, (i) => `a${i}: certification(id: "c${i}") { ${'...F '.repeat(5)} pendingTasks { id errors { text } } }`)} } ${fragments}`;
    const before = performance.now();
    estimate(query);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test('with a megabyte of variables that many fields take is looked at once', () => {
    const ids = Array.from({ length: 30_000 }, (_, index) => `certification-${index}-of-a-long-list`);
    const query = `query ($ids: [ID!]) { ${repeated(50, (i) => `a${i}: certifications(filter: { ids: $ids }) { nodes { reviewers(filter: { ids: $ids }) { nodes { id } } } }`)} }`;
    const before = performance.now();
    expect(estimate(query, { ids }).calls).toBe(26);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
