import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseAuthorization } from '../../src/auth/bearer-token.js';
import { viewerOf } from '../../src/auth/viewer.js';
import { createCache } from '../../src/cache/cache.js';
import { createLogger } from '../../src/logger.js';
import { ReviewClient } from '../../src/review/client.js';
import { ReviewDataSource } from '../../src/review/data-source.js';
import type { Certification } from '../../src/sandbox/model.js';
import { createTenant } from '../../src/sandbox/tenant.js';
import { startUpstream, type Upstream as StandIn } from '../../src/sandbox/upstream.js';
import { deadlineIn } from '../../src/upstream/deadline.js';
import { parseApiUrl } from '../../src/upstream/generation.js';
import { Upstream } from '../../src/upstream/upstream.js';
import { idsOf } from './support.js';
import { Trace } from '../../src/tracing/trace.js';

/** What a change reads before it: the mutations that do so are tested where they are. */
describe('named items of one certification', () => {
  let standIn: StandIn;
  let upstream: Upstream;
  let certification: Certification;
  let review: ReviewDataSource;

  beforeEach(async () => {
    standIn = await startUpstream({ rateLimit: 'off', tenant: createTenant({ reviewStory: true }) });
    certification = standIn.tenant.certification(standIn.tenant.examples.quarterEnd?.ofReviewer ?? '');
    const logger = createLogger({ level: 'fatal', isReadable: false });
    const cache = createCache({ redis: null, admissionMs: 60_000, now: Date.now });
    const generation = parseApiUrl(standIn.apiUrl('v2025'), false);
    upstream = new Upstream({ generation, admission: cache.admission, timeoutMs: 5000, limit: { calls: 1000, windowMs: 1000 }, redis: null, logger });
    const token = parseAuthorization(`Bearer ${standIn.persona('administrator').token}`);
    if (token === null) throw new Error('no token');
    const viewer = viewerOf(token);
    const trace = Trace.begin({ requestId: randomUUID(), caller: { traceparent: null, tracestate: null } }, 'test');
    const calls = upstream.callsFor({ viewer, logger, deadline: deadlineIn(20_000), left: new AbortController().signal, language: null, trace });
    review = new ReviewDataSource({ client: new ReviewClient(calls), cache: cache.readerFor(viewer), findReviewerType: async () => 'IDENTITY' });
  });
  afterEach(async () => {
    upstream.close();
    await standIn.stop();
  });

  const calls = () => standIn.requests.map(({ query }) => (query.get('filters') === null ? `page at ${query.get('offset')}` : 'by ids')).toSorted();
  const read = async (ids: readonly string[]) => [...(await review.readItems(certification.id, ids)).keys()];
  /** The first `count` items as the upstream sorts them, and others. */
  const sorted = () => {
    const nameOf = (item: Certification['items'][number]) => standIn.tenant.identity(item.identityId).name.toLowerCase();
    return certification.items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b))));
  };

  test('up to 100 are one call; what is not there is left out', async () => {
    const ids = idsOf(certification.items.slice(0, 99));
    expect(await read([...ids, 'nowhere'])).toEqual(ids);
    expect(calls()).toEqual(['by ids']);
  });

  test('of more, the rest are read by page where that is as cheap', async () => {
    const ids = idsOf(certification.items);
    expect(await read([...ids, 'nowhere'])).toEqual(ids);
    expect(calls()).toEqual(['page at 0', 'page at 250']);
  });

  test('or by id where pages would be more', async () => {
    const [item] = certification.items;
    for (let count = 0; count < 900; count += 1) certification.items.push({ ...item, id: `more${count}` } as Certification['items'][number]);
    const ids = ['more899', ...idsOf(sorted().slice(0, 101))];
    expect((await read(ids)).toSorted()).toEqual(ids.toSorted());
    expect(calls()).toEqual(['by ids', 'page at 0']);
  });

  test('no call more than the first page where all of them are on it', async () => {
    const ids = idsOf(sorted().slice(0, 101));
    expect(await read(ids)).toEqual(ids);
    expect(calls()).toEqual(['page at 0']);
  });

  test('Q36: what has slipped from one page to another is asked for by id', async () => {
    const slipped = sorted()[250]?.id;
    const rewrite = (rows: unknown) => (rows as { id: string }[]).filter(({ id }) => id !== slipped);
    standIn.inject({ operation: 'listIdentityAccessReviewItems', when: ({ query }) => query.get('offset') === '250', rewrite });
    const ids = idsOf(certification.items);
    expect(await read(ids)).toEqual(ids);
    expect(calls()).toEqual(['by ids', 'page at 0', 'page at 250']);
  });

  test('an upstream that does not count is asked by id', async () => {
    standIn.inject({ operation: 'listIdentityAccessReviewItems', times: 1, headers: { 'x-total-count': 'many' } });
    const ids = idsOf(certification.items);
    expect(await read(ids)).toEqual(ids);
    expect(calls()).toEqual(['by ids', 'page at 0']);
  });

  test('are read as they are now, whatever is known of them', async () => {
    const [item] = certification.items;
    const decisionOf = async () => (await review.readItems(certification.id, [item?.id ?? ''])).get(item?.id ?? '')?.decision;
    expect(await decisionOf()).toBeNull();
    Object.assign(item ?? {}, { decision: 'APPROVE' });
    expect(await decisionOf()).toBe('APPROVE');
  });

  test('fail together: a change that follows must not take a failure for an absence', async () => {
    standIn.inject({ operation: 'listIdentityAccessReviewItems', when: ({ query }) => query.get('offset') === '250', status: 403, body: {} });
    await expect(read(idsOf(certification.items))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
