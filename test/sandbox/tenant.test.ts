import { describe, expect, test } from '@jest/globals';
import { countersOf } from '../../src/sandbox/certification-view.js';
import { createTenant } from '../../src/sandbox/tenant.js';
import { startOfTests } from './support.js';

const tenant = createTenant({ now: () => startOfTests });
const certifications = [...tenant.certifications.values()];
const isListed = ({ reviewer }: (typeof certifications)[number]) => reviewer.type === 'IDENTITY';

describe('the sandbox tenant', () => {
  test('is the same in every run', () => {
    const again = createTenant({ now: () => startOfTests });
    expect([...again.certifications.values()]).toEqual(certifications);
    expect([...again.configurations]).toEqual([...tenant.configurations]);
    expect([...again.identities.values()]).toEqual([...tenant.identities.values()]);
    expect(again.examples).toEqual(tenant.examples);
  });

  test('has ids of several shapes, no two the same', () => {
    const ids = [...tenant.identities.keys(), ...tenant.certifications.keys()];
    expect(new Set(ids).size).toBe(120 + 443);
    for (const shape of [/^[0-9a-f]{32}$/, /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/, /^[A-Z][a-z]+\.[0-9a-f]{14}$/])
      expect(ids.filter((id) => shape.test(id)).length).toBeGreaterThan(1);
  });

  test('has people with different names and aliases, some of them odd, and managers that exist', () => {
    const people = [...tenant.identities.values()];
    expect(new Set(people.map(({ name }) => name)).size).toBe(120);
    expect(new Set(people.map(({ alias }) => alias)).size).toBe(120);
    for (const odd of ['"', '\\', "'", '%', 'é']) expect(people.some(({ name }) => name.includes(odd))).toBe(true);
    expect(people.filter(({ managerId }) => managerId === null)).toHaveLength(1);
    expect(people.every(({ managerId }) => managerId === null || tenant.identities.has(managerId))).toBe(true);
    expect(people.filter(({ managerId }) => managerId === tenant.people.manager)).toHaveLength(12);
  });

  test('has five different reviewers for each certification, and nobody who reviews themselves', () => {
    expect(certifications.every(({ reviewerIds }) => new Set(reviewerIds).size === 5)).toBe(true);
    const listed = certifications.filter(isListed);
    expect(listed.every(({ reviewer, reviewerIds }) => reviewerIds.includes(reviewer.id))).toBe(true);
    expect(listed.some(({ reviewer, items }) => items.some(({ identityId }) => identityId === reviewer.id))).toBe(false);
  });

  test('has certifications in every state, and counters that agree with it', () => {
    const of = (matches: (row: (typeof certifications)[number]) => boolean) => certifications.filter(matches).length;
    expect(of(({ phase, signed }) => phase === 'SIGNED' && signed !== null)).toBeGreaterThan(30);
    expect(of(({ phase, signed }) => (phase === 'SIGNED') !== (signed !== null))).toBe(0);
    expect(of((row) => row.phase === 'SIGNED' && !countersOf(row).completed)).toBe(0);
    expect(of((row) => row.phase === 'ACTIVE' && countersOf(row).completed)).toBeGreaterThan(20);
    expect(of((row) => row.phase === 'STAGED' && countersOf(row).decisionsMade > 0)).toBe(0);
    expect(of(({ errorMessage }) => errorMessage !== null)).toBeGreaterThan(3);
    expect(of(({ reassignment }) => reassignment !== null)).toBeGreaterThan(10);
    expect(of(({ signed }) => signed !== null && Date.parse(signed) > startOfTests)).toBe(0);
  });

  test('makes the counters of a certification settable', () => {
    const [certification] = certifications;
    if (certification === undefined) throw new Error('no certification');
    expect(countersOf({ ...certification, counters: { decisionsTotal: 9999 } }).decisionsTotal).toBe(9999);
  });
});
