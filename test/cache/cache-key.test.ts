import { describe, expect, test } from '@jest/globals';
import { allTagsKeyOf, tagKeyOf, tenantKeys, viewerKeys } from '../../src/cache/cache-key.js';
import { aViewer, anOpaqueViewer } from './support.js';

const certifications = viewerKeys('certification', 'beta');
const names = tenantKeys('identity-name', null);

describe('a key of viewer scope', () => {
  test('names tenant, viewer, resource with its generation, and id', () => {
    const viewer = aViewer();
    expect(certifications.keyOf(viewer, '2c91')).toBe(`v1:${viewer.tenantKey}:viewer:${viewer.hash}:certification@beta:2c91`);
  });

  test('is the same for two tokens of one identity with the same rights', () => {
    expect(certifications.keyOf(aViewer({ jti: '1' }), 'a')).toBe(certifications.keyOf(aViewer({ jti: '2' }), 'a'));
  });

  test.each([
    ['another tenant', aViewer({ tenant_id: 'other' })],
    ['another identity', aViewer({ identity_id: 'bob' })],
    ['other rights', aViewer({ authorities: ['ORG_ADMIN'] })],
    ['no readable claims', anOpaqueViewer('opaque')],
  ])('differs for %s', (_what, viewer) => {
    expect(certifications.keyOf(viewer, 'a')).not.toBe(certifications.keyOf(aViewer(), 'a'));
  });

  test('differs by generation', () => {
    expect(viewerKeys('certification', 'v2025').keyOf(aViewer(), 'a')).not.toBe(certifications.keyOf(aViewer(), 'a'));
  });
});

describe('a key of tenant scope', () => {
  test('names tenant, resource and id', () => {
    expect(names.keyOf(aViewer(), 'ada')).toBe(`v1:${aViewer().tenantKey}:tenant:identity-name:ada`);
  });

  test('is shared by the users of one tenant and by nobody else', () => {
    expect(names.keyOf(aViewer({ identity_id: 'bob' }), 'a')).toBe(names.keyOf(aViewer(), 'a'));
    expect(names.keyOf(aViewer({ tenant_id: 'other' }), 'a')).not.toBe(names.keyOf(aViewer(), 'a'));
  });

  test('is the token\'s own where the token has no readable claims', () => {
    expect(names.keyOf(anOpaqueViewer('one'), 'a')).not.toBe(names.keyOf(anOpaqueViewer('two'), 'a'));
  });
});

describe('a key of a tag', () => {
  test('names tenant and tag, of whichever viewer and generation', () => {
    expect(tagKeyOf(aViewer(), 'certs')).toBe(`v1:${aViewer().tenantKey}:tag:certs`);
    expect(tagKeyOf(aViewer({ identity_id: 'bob' }), 'certs')).toBe(tagKeyOf(aViewer(), 'certs'));
    expect(tagKeyOf(aViewer({ tenant_id: 'other' }), 'certs')).not.toBe(tagKeyOf(aViewer(), 'certs'));
  });

  test('cannot pass for structure', () => {
    expect(tagKeyOf(aViewer(), 'cert:{a}')).toBe(`v1:${aViewer().tenantKey}:tag:cert%3A%7Ba%7D`);
  });

  test.each([['all-tags'], [':all-tags'], ['../all-tags']])('named %s is not the one of all tags', (name) => {
    expect(tagKeyOf(aViewer(), name)).not.toBe(allTagsKeyOf(aViewer()));
  });
});

test('no text of a claim gets into a key', () => {
  const viewer = aViewer({ tenant_id: 'x:tenant:identity-name', identity_id: 'y:z' });
  expect(certifications.keyOf(viewer, 'a')).toMatch(/^v1:[0-9a-f]{64}:viewer:[0-9a-f]{64}:certification@beta:a$/);
});

test('no key holds a token', () => {
  const viewer = anOpaqueViewer('secret-token');
  expect([certifications.keyOf(viewer, 'a'), names.keyOf(viewer, 'a')].join()).not.toContain('secret-token');
});

test.each([
  ['a:b', 'a%3Ab'],
  ['a{b}', 'a%7Bb%7D'],
  ['a b\n', 'a%20b%0A'],
  ['%x00', '%25x00'],
])('the id %j cannot pass for structure', (id, encoded) => {
  expect(names.keyOf(aViewer(), id)).toMatch(new RegExp(`:${encoded}$`));
});

test.each([['long', 'x'.repeat(5000)], ['no well-formed text', 'a\ud800']])('an id that is %s is hashed', (_what, id) => {
  expect(names.keyOf(aViewer(), id)).toMatch(/:%x[0-9a-f]{64}$/);
  expect(names.keyOf(aViewer(), id)).not.toBe(names.keyOf(aViewer(), `${id}b`));
});

test('a resource whose name would be structure is refused when it is declared', () => {
  expect(() => viewerKeys('a:b', null)).toThrow(RangeError);
  expect(() => tenantKeys('a', 'b:c')).toThrow(RangeError);
});
