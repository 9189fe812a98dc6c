import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Part } from '../../examples/supergraph/compose.js';
import type { Router } from '../../examples/supergraph/router.js';
import { clientOf, startSubgraphs, type AskRouter, type Subgraphs } from './subgraphs.js';

const inbox = `{
  certifications(reviewerId: "me", first: 5) {
    nodes {
      id
      name
      reviewer { name identity { id name department certificationsToReview(first: 1) { nodes { id } } } }
      notes { text author { name department } }
    }
  }
}`;

export interface RouterTraits {
  /** False where it may name another row of the list than the one that failed. */
  readonly findsFailedRow: boolean;
}

/** What holds behind any router, started over these parts by whichever composer it goes with. */
export function routerStories(startRouter: (parts: readonly Part[]) => Promise<Router>, { findsFailedRow }: RouterTraits): void {
  describe('behind it', () => {
    let subgraphs: Subgraphs;
    let router: Router;
    let ask: AskRouter;
    beforeAll(async () => {
      subgraphs = await startSubgraphs();
      router = await startRouter(subgraphs.parts);
      ask = clientOf(router.url, subgraphs);
    });
    afterAll(async () => {
      await router.stop();
      await subgraphs.stop();
    });
    beforeEach(() => subgraphs.gateway.upstream.clearRequests());

    const tenant = () => subgraphs.gateway.upstream.tenant;
    const operations = () => subgraphs.gateway.upstream.requests.map(({ operation }) => operation);

    test('a query crosses all three subgraphs, from here to the others and back', async () => {
      const { data, errors } = await ask(inbox, {}, 'reviewer');
      expect(errors).toBeUndefined();
      const reviewer = tenant().identity(tenant().people.reviewer);
      const manager = tenant().identity(tenant().people.manager);
      expect(data.certifications.nodes).toHaveLength(5);
      for (const node of data.certifications.nodes) {
        expect(node.reviewer.identity).toMatchObject({ id: reviewer.id, name: reviewer.name, department: reviewer.department });
        expect(node.notes).toEqual([{ text: `About ${node.id}`, author: { name: manager.name, department: manager.department } }]);
      }
      // The list, and the reviewer's own: that of one identity, however often it is named.
      expect(operations()).toEqual(['listIdentityCertifications', 'listIdentityCertifications']);
    });

    test('a query that begins elsewhere comes here with all that it names at once', async () => {
      const { data, errors } = await ask('{ recentNotes(first: 50) { text certification { id name phase } } }');
      expect(errors).toBeUndefined();
      expect(data.recentNotes).toHaveLength(50);
      for (const { certification } of data.recentNotes) expect(certification.name).toBe(tenant().certification(certification.id).name);
      expect(operations()).toEqual(['listIdentityCertifications']);
    });

    test('identities of the directory have the fields of this subgraph', async () => {
      const query = `query ($id: ID!) {
        person(id: $id) { directReports { id department reassignmentConfiguration { configDetails { configType } } } }
      }`;
      const { data, errors } = await ask(query, { id: tenant().people.manager });
      expect(errors).toBeUndefined();
      const reports = data.person.directReports as { id: string; reassignmentConfiguration: { configDetails: unknown[] } | null }[];
      expect(reports).toHaveLength(12);
      for (const { id, reassignmentConfiguration } of reports)
        expect(reassignmentConfiguration?.configDetails.length ?? 0).toBe(tenant().configurations.get(id)?.length ?? 0);
      expect(operations()).toEqual(reports.map(() => 'getReassignmentConfiguration'));
    });

    test('each caller’s own token goes on, and equal queries at the same moment are never answered alike', async () => {
      const viewers = ['reviewer', 'otherReviewer', 'manager'] as const;
      const expected = new Map<string, unknown>();
      for (const viewer of viewers) expected.set(viewer, (await ask(inbox, {}, viewer)).data);
      expect(new Set([...expected.values()].map((data) => JSON.stringify(data))).size).toBe(3);
      const asked = Array.from({ length: 10 }, () => viewers).flat();
      const answers = await Promise.all(asked.map((viewer) => ask(inbox, {}, viewer)));
      for (const [index, { data, errors }] of answers.entries())
        expect([errors, data]).toEqual([undefined, expected.get(asked[index] ?? '')]);
    });

    test('the caller’s language and the request’s id go on to SailPoint as well', async () => {
      const headers = { 'accept-language': 'de-CH, de;q=0.9', 'x-request-id': 'story-7' };
      await ask(
        'query ($id: ID!) { certificationTask(id: $id) { status } }',
        { id: tenant().examples.tasks.running },
        'administrator',
        headers,
      );
      expect(subgraphs.gateway.upstream.requests.length).toBeGreaterThan(0);
      for (const request of subgraphs.gateway.upstream.requests) expect(request.headers).toMatchObject(headers);
    });

    test('without a token nothing is answered, and SailPoint is not asked', async () => {
      const { data, errors } = await ask(inbox, {}, null);
      expect(data?.certifications ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(operations()).toEqual([]);
    });

    test('what fails here is null with its code and its path, and the rest of the answer stands', async () => {
      const [first, second] = [...tenant().certifications.values()]
        .filter(({ reviewer }) => reviewer.type === 'IDENTITY')
        .map(({ id }) => id);
      const heal = subgraphs.gateway.upstream.inject({ path: new RegExp(`${second}/reviewers`), status: 503, body: {} });
      const { data, errors } = await ask('{ recentNotes(first: 2) { text certification { id name reviewers { nodes { id } } } } }');
      heal();
      expect(data.recentNotes).toMatchObject([
        { certification: { id: first, name: expect.any(String), reviewers: { nodes: expect.any(Array) } } },
        { certification: { id: second, name: expect.any(String), reviewers: null } },
      ]);
      const path = ['recentNotes', findsFailedRow ? 1 : expect.any(Number), 'certification', 'reviewers'];
      expect(errors).toEqual([expect.objectContaining({ path, extensions: expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }) })]);
    });

    test('a certification that the caller may not read keeps the id that another subgraph gave it', async () => {
      const { data, errors } = await ask('{ recentNotes(first: 50) { certification { id name } } }', {}, 'otherReviewer');
      expect(errors).toBeUndefined();
      const names = data.recentNotes.map(({ certification }: { certification: { id: string; name: string | null } }) => [
        certification.id,
        certification.name,
      ]);
      const mine = ([id]: [string]) => tenant().certification(id).reviewerIds.includes(tenant().people.otherReviewer);
      expect(names.filter(([, name]: [string, string | null]) => name === null).length).toBeGreaterThan(0);
      for (const [id, name] of names) expect([id, name]).toEqual([id, mine([id]) ? tenant().certification(id).name : null]);
    });

    test('of an entity that is gone a field that can be null is null, and one that cannot takes with it what led there', async () => {
      const nullable = await ask('{ recentNotes(first: 3) { task { id status } } }');
      const { running } = tenant().examples.tasks;
      expect(nullable).toMatchObject({
        data: {
          recentNotes: [{ task: { id: running, status: 'IN_PROGRESS' } }, { task: { id: 'no-such-task', status: null } }, { task: null }],
        },
        errors: undefined,
      });
      const never = await ask('{ recentNotes(first: 3) { text task { id isFinished } } }');
      const text = expect.any(String);
      expect(never.data.recentNotes).toEqual([
        { text, task: { id: running, isFinished: false } },
        { text, task: null },
        { text, task: null },
      ]);
    });

    test('a mutation’s user errors arrive as they are', async () => {
      const mutation =
        'mutation ($input: ReassignCertificationInput!) { reassignCertification(input: $input) { task { id } userErrors { __typename code field } } }';
      const input = {
        certificationId: tenant().examples.certifications.open,
        items: [],
        reassignToId: tenant().people.manager,
        reason: 'away',
      };
      const { data, errors } = await ask(mutation, { input });
      expect(errors).toBeUndefined();
      expect(data.reassignCertification).toEqual({
        task: null,
        userErrors: [{ __typename: 'IgaInvalidInputError', code: 'INVALID_INPUT', field: ['items'] }],
      });
      expect(operations()).toEqual([]);
    });

    test('another subgraph that is down takes its own fields only', async () => {
      await subgraphs.notes.stop();
      const { data, errors } = await ask(inbox, {}, 'reviewer');
      expect(errors?.length).toBeGreaterThan(0);
      for (const node of data.certifications.nodes)
        expect(node).toMatchObject({ name: expect.any(String), notes: null, reviewer: { identity: { department: expect.any(String) } } });
    });
  });
}

/** Both fields of a text filter at once: how, the operation, its variables, and the code with which this subgraph refuses it. */
export const bothFields: readonly (readonly [string, string, Readonly<Record<string, unknown>>, string])[] = [
  [
    'in a variable',
    'query ($filter: CertificationReviewerFilter) { certifications(first: 1) { nodes { reviewers(filter: $filter) { totalCount } } } }',
    { filter: { name: { eq: 'a', startsWith: 'b' } } },
    'BAD_USER_INPUT',
  ],
  [
    'written out',
    '{ certifications(first: 1) { nodes { reviewers(filter: { name: { eq: "a", startsWith: "b" } }) { totalCount } } } }',
    {},
    'GRAPHQL_VALIDATION_FAILED',
  ],
];
