import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startGatewayProcess, type GatewayProcess } from '../security/gateway-process.js';
import { SecretPieces } from '../security/secret-pieces.js';
import { allOf, socketClient } from '../server/streams.js';
import { until } from '../support/until.js';
import { startCollector, type Collector } from './collector.js';
import { describeWithSdk, register } from './sdk.js';

/** Asks for ids and names of everything, and writes some more wherever a client can write. */
const query = (words: string) => `query ${words} ($id: ID!, $ids: [ID!]) {
  ${words}: certifications(first: 5, filter: { ids: $ids }) { nodes { id name campaign { id name } reviewers { nodes { id name email } } } }
  certification(id: $id) { id name pendingTasks { id } }
  missing: certification(id: "${words}") { name }
  igaIdentities(ids: ["${words}"]) { id name email certificationsToReview { totalCount } }
}`;

describeWithSdk('what a collector is sent', () => {
  let upstream: Upstream;
  let collector: Collector;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    [upstream, collector] = await Promise.all([startUpstream({ rateLimit: 'off' }), startCollector()]);
    gateway = await startGatewayProcess(upstream.apiUrl('v2025'), { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin, OTEL_BSP_SCHEDULE_DELAY: '20' }, [register]);
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream.stop();
    await collector.stop();
  });

  test('has no token, no id, no name, no address and no word of a client’s', async () => {
    const words = `w${randomBytes(12).toString('hex')}`;
    const opaque = randomBytes(40).toString('base64url');
    const { tenant } = upstream;
    const [certification] = tenant.certifications.values();
    const tokens = [...upstream.personas.map(({ token }) => token), opaque];
    const variables = { id: certification?.id ?? '', ids: [certification?.id ?? ''] };
    const trace = () => ({ traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`, tracestate: `${words}=${opaque}` });
    for (const token of tokens) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-request-id': words, 'user-agent': words, ...trace() };
      // As a name and as an alias; and a token where it does not belong.
      await fetch(`${gateway.origin}/graphql?${words}`, { method: 'POST', headers, body: JSON.stringify({ query: query(words), variables, operationName: words }) });
      await fetch(`${gateway.origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: `{ ${words} }`, variables: { token } }) });
    }
    const client = socketClient(gateway, upstream.persona('administrator').token);
    await allOf(client, query(words), variables);
    await client.dispose();
    const operations = () => collector.spans.filter(({ kind }) => kind === 'server').length;
    await until(() => operations() === 2 * tokens.length + 1);

    // All of it was asked for.
    for (const name of ['query 3 fields', 'getPublicIdentities', 'listCertificationReviewers']) expect(collector.spans.map((span) => span.name)).toContain(name);
    const sent = collector.raw();
    expect(new SecretPieces(tokens).findIn(sent)).toBeNull();
    const ids = [tenant.certifications, tenant.tasks].flatMap((all) => [...all.keys()]);
    const people = Object.values(tenant.people);
    const names = [...tenant.certifications.values()].map(({ name }) => name ?? '').filter((name) => name !== '');
    expect([ids.length, people.length, names.length].every((count) => count > 3)).toBe(true);
    for (const text of [words, ...ids, ...people, ...names, new URL(upstream.origin).host, '/certifications', 'Bearer']) expect([text, sent.includes(text)]).toEqual([text, false]);
  });
});
