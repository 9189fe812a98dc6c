import { expect, test } from '@jest/globals';
import { readRefusal, retryAfterSeconds, type RefusedAnswer } from '../../src/upstream/refusal.js';

function read(body: unknown, rest: Partial<RefusedAnswer> = {}) {
  return readRefusal({ status: 400, statusText: 'Bad Request', requestId: null, redact: (text) => text, body, ...rest });
}

const words = (body: unknown, rest?: Partial<RefusedAnswer>) => read(body, rest).words;

test('Q53: the documented body: the cause is shown, everything that was said is kept', () => {
  const answer = read({
    detailCode: '400.1 Bad Request Content',
    trackingId: 'e7ea',
    messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: 'General' }],
    causes: [{ locale: null, text: 'Concrete' }],
  });
  expect(answer).toEqual({
    words: 'Concrete',
    refusal: {
      status: 400,
      detailCode: '400.1 Bad Request Content',
      trackingId: 'e7ea',
      requestId: null,
      messages: [
        { text: 'General', locale: 'en-US', localeOrigin: 'DEFAULT' },
        { text: 'Concrete', locale: null, localeOrigin: null },
      ],
    },
  });
});

test.each<[string, unknown, string]>([
  ['of a 401', { error: 'JWT validation failed: JWT is expired' }, 'JWT validation failed: JWT is expired'],
  ['of OAuth', { error: 'invalid_grant', error_description: 'Unknown user' }, 'invalid_grant: Unknown user'],
  ['of a 429', { message: ' Rate Limit Exceeded ' }, 'Rate Limit Exceeded'],
  ['of a framework layer', { errorName: 'E', errorMessage: 'Not acceptable', trackingId: 't' }, 'Not acceptable'],
  ['of the legacy API', { formatted_msg: 'Old words', error_code: 1 }, 'Old words'],
  ['without words', {}, 'Bad Request'],
  ['that is none', undefined, 'Bad Request'],
  ['that is a list', [1], 'Bad Request'],
  ['with a single object for a list', { messages: { text: 'One' } }, 'One'],
  ['with texts for objects', { causes: ['One', null, ''] }, 'One'],
])('Q53: a body %s', (_name, body, expected) => {
  expect(words(body)).toBe(expected);
});

test('Q54: words that are no text are shown as JSON, blanks and line breaks folded', () => {
  expect(words({ error: { reason: 'x' } })).toBe('{"reason":"x"}');
  expect(words({ message: ' a \r\n\t b\u0007 ' })).toBe('a b');
});

test('an answer without any words is named by its status', () => {
  expect(words(undefined, { statusText: '' })).toBe('HTTP 400');
});

test('words nested deeper than can be written are none', () => {
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
  expect(words({ error: deep })).toBe('Bad Request');
});

test.each([
  ['7', 7],
  [' 1.5 ', 2],
  ['-5', null],
  ['soon', null],
  ['', null],
  [undefined, null],
  ['Wed, 21 Oct 2026 07:28:10 GMT', 10],
  ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
])('Q55: Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, Date.parse('2026-10-21T07:28:00Z'))).toBe(seconds);
});

test('is bounded: twenty messages of 500 characters', () => {
  const { refusal } = read({ causes: Array.from({ length: 50 }, () => ({ text: 'x'.repeat(5000) })) });
  expect(refusal.messages).toHaveLength(20);
  expect(refusal.messages[0]?.text).toHaveLength(500);
});

test('is cleaned everywhere', () => {
  const refusal = read({ detailCode: 'secret', trackingId: 'secret', causes: [{ text: 'a secret', locale: 'secret' }] }, {
    requestId: 'secret',
    redact: (text) => text.replaceAll('secret', '***'),
  });
  expect(JSON.stringify(refusal)).not.toContain('secret');
});
