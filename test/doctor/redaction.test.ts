import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonaKey, Upstream } from '../../src/sandbox/upstream.js';
import { SecretPieces } from '../security/secret-pieces.js';
import { examineWith, startStandIn, type Examined } from './support.js';

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startStandIn({ reviewStory: true });
});
afterAll(() => upstream.stop());

const textOf = ({ report, markdown }: Examined) => `${markdown}\n${JSON.stringify(report)}`;

/** Everything that names the tenant, or somebody or something in it. */
function namesOfTenant(): string[] {
  const { tenant, origin } = upstream;
  const { identities, campaigns, certifications, tasks } = tenant;
  return [
    ...[tenant.id, tenant.org, new URL(origin).host, new URL(origin).port],
    ...[...identities.values()].flatMap(({ id, name, alias, email }) => [id, name, alias, email ?? id]),
    ...[...campaigns.values()].flatMap(({ id, name }) => [id, name]),
    ...[...certifications.values()].flatMap(({ id, name, items }) => [id, name, ...items.flatMap((item) => [item.id, item.identitySummaryId])]),
    ...tasks.keys(),
  ];
}

function expectNothingOfTenant(examined: Examined, token: string): void {
  const text = textOf(examined);
  expect(namesOfTenant().filter((name) => text.includes(name))).toEqual([]);
  expect(new SecretPieces([token]).findIn(text)).toBeNull();
  // Of what nobody has listed: ids, addresses and e-mails by their looks.
  expect(text.match(/[0-9a-f]{16,}|[\w.]+@[\w.]+|https?:\/\/(?!<|\{)\S+/gi)).toBeNull();
}

describe.each([false, true])('a report, all operations asked for: %s', (asksAll) => {
  test.each<PersonaKey>(['administrator', 'reviewer', 'otherReviewer', 'manager', 'expired'])('of %s says nothing of the tenant, and nothing of the token', async (key) => {
    const { token } = upstream.persona(key);
    expectNothingOfTenant(await examineWith(upstream.origin, token, { asksAll }), token);
  });
});

test('the names would be found: there are some thousands', () => {
  expect(namesOfTenant().length).toBeGreaterThan(3000);
  expect(namesOfTenant().filter((name) => name.length < 4)).toEqual([]);
});

test('what a tenant writes into a refusal does not get into a report', async () => {
  const { token } = upstream.persona('administrator');
  const { name, id, email } = upstream.tenant.identity(upstream.tenant.people.reviewer);
  const body = {
    detailCode: `400.1 ${name}`,
    trackingId: id,
    messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: `${email} ${token}` }],
    causes: [{ locale: name, localeOrigin: id, text: token }],
  };
  const takeAway = upstream.inject({ path: /tenant-config|campaigns/, status: 400, body, headers: { 'slpt-request-id': id, 'x-total-count': id } });
  const examined = await examineWith(upstream.origin, token);
  takeAway();
  expect(textOf(examined)).toContain('400.1 rejected');
  expectNothingOfTenant(examined, token);
});

test('what a tenant writes into fields that are looked at does not get into a report', async () => {
  const { token } = upstream.persona('administrator');
  const { name, id } = upstream.tenant.identity(upstream.tenant.people.reviewer);
  const types = [{ internalName: name, internalNameCamel: id }, { internalName: 'ACCESS_REQUESTS', internalNameCamel: [name] }];
  const takeAway = [
    upstream.inject({ operation: 'getReassignmentConfigTypes', rewrite: () => types }),
    upstream.inject({ operation: 'getEvaluateReassignmentConfiguration', rewrite: () => ({ reassignToId: id, lookupTrail: [{ reassignedToId: name, reassignmentType: name }] }) }),
    upstream.inject({
      operation: 'listReassignmentConfigurations',
      rewrite: () => [{ identity: { id, name }, configDetails: [{ configType: name, endDate: name }, { configType: { name }, endDate: { name } }] }],
    }),
  ];
  const examined = await examineWith(upstream.origin, token);
  for (const take of takeAway) take();
  expect(textOf(examined)).toContain('internalName UPPER_SNAKE and otherwise');
  expectNothingOfTenant(examined, token);
});

test('what a token claims gets into a report only where the gateway knows the word', async () => {
  const { name } = upstream.tenant.identity(upstream.tenant.people.reviewer);
  const token = upstream.tokens.issue({ scope: ['sp:scopes:all', name], authorities: ['CERT_ADMIN', name] }, 'administrator');
  const examined = await examineWith(upstream.origin, token);
  expect(examined.report.token).toMatchObject({ levels: ['CERT_ADMIN'], otherLevels: 1, scopes: ['sp:scopes:all'], otherScopes: 1 });
  expectNothingOfTenant(examined, token);
});
