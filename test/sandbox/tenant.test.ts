import { describe, expect, test } from '@jest/globals';
import { countersOf } from '../../src/sandbox/certification-view.js';
import { createPersonas } from '../../src/sandbox/personas.js';
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

  test('has comments on decisions where the campaign asks for them, and on nothing else', () => {
    const remarks = certifications.flatMap(({ campaignId, items }) =>
      items.map((item) => ({ ...item, requirement: tenant.campaign(campaignId).mandatoryCommentRequirement })),
    );
    const isAsked = ({ requirement, decision }: (typeof remarks)[number]) =>
      (requirement === 'ALL_DECISIONS' && decision !== null) || (requirement === 'REVOKE_ONLY_DECISIONS' && decision === 'REVOKE');
    expect(remarks.filter((item) => isAsked(item) && item.comments === null)).toEqual([]);
    expect(remarks.filter(({ decision, comments }) => decision === null && comments !== null)).toEqual([]);
    expect(remarks.some((item) => !isAsked(item) && item.comments !== null)).toBe(true);
    expect(new Set(remarks.map(({ newAccess }) => newAccess))).toEqual(new Set([true, false]));
  });

  test('knows everything that its items are about', () => {
    const { entitlements, accessProfiles, roles } = tenant.access;
    const catalogue = { ENTITLEMENT: entitlements, ACCESS_PROFILE: accessProfiles, ROLE: roles };
    for (const { access } of certifications.flatMap(({ items }) => items))
      expect(catalogue[access.type].get(access.id)?.name).toBe(access.name);
  });

  test('makes the counters of a certification settable', () => {
    const [certification] = certifications;
    if (certification === undefined) throw new Error('no certification');
    expect(countersOf({ ...certification, counters: { decisionsTotal: 9999 } }).decisionsTotal).toBe(9999);
  });
});

describe('the review story', () => {
  const story = createTenant({ now: () => startOfTests, reviewStory: true });
  const added = [...story.certifications.values()].slice(certifications.length);
  const [ofReviewer] = added;

  test('adds a campaign and three certifications, and changes nothing else', () => {
    expect(tenant.examples.quarterEnd).toBeNull();
    expect(story.examples).toEqual({ ...tenant.examples, quarterEnd: story.examples.quarterEnd });
    expect([...story.certifications.values()].slice(0, certifications.length)).toEqual(certifications);
    expect([...story.campaigns.values()].slice(0, -1)).toEqual([...tenant.campaigns.values()]);
    expect(added.map(({ id }) => id)).toEqual(Object.values(story.examples.quarterEnd ?? {}).slice(1));
    expect(added.map(({ reviewer }) => reviewer.id)).toEqual([story.people.reviewer, story.people.otherReviewer, story.people.manager]);
  });

  test('has open items only, of all kinds of access, shared by identities', () => {
    expect(added.map((row) => countersOf(row))).toMatchObject([
      { decisionsTotal: 320, entitiesTotal: 40, decisionsMade: 0 },
      { decisionsTotal: 20, entitiesTotal: 5 },
      { decisionsTotal: 8, entitiesTotal: 2 },
    ]);
    const held = ofReviewer?.items.map(({ access }) => access.id) ?? [];
    expect(new Set(held).size).toBe(24 + 6 + 3);
    for (const id of held) expect(held.filter((other) => other === id).length).toBeGreaterThan(1);
    const ids = added.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(348);
  });

  test('is about two of the other personas, and about nobody who reviews it', () => {
    const identityIds = ofReviewer?.items.map(({ identityId }) => identityId);
    expect(identityIds).toEqual(expect.arrayContaining([story.people.otherReviewer, story.people.manager]));
    for (const { reviewer, items } of added) expect(items.some(({ identityId }) => identityId === reviewer.id)).toBe(false);
  });

  test('is counted in what the personas are told to review', () => {
    const described = (of: typeof tenant) => createPersonas(of, () => startOfTests).personas.map(({ description }) => description);
    expect(described(tenant)).toEqual(expect.arrayContaining([expect.stringContaining('70 certifications')]));
    expect(described(story)).toEqual(expect.arrayContaining([expect.stringContaining('71 certifications')]));
  });
});
