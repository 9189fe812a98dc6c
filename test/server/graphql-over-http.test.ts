import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits, type AuditResult } from 'graphql-http';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const audits = serverAudits({
  url: () => `${gateway.origin}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${gateway.upstream.persona('reviewer').token}`, 'apollo-require-preflight': 'true' },
    }),
});

test('there are 61 audits of GraphQL over HTTP', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
  const result: AuditResult = await audit.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
