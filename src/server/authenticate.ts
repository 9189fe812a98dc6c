import { parseAuthorization } from '../auth/bearer-token.js';
import { viewerOf, type Viewer } from '../auth/viewer.js';
import { Refusal } from './refusal.js';

const noToken = new Refusal({
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'Send exactly one bearer token: "Authorization: Bearer <token>".',
});

/**
 * Who asks, by all the `Authorization` values of their request. No token, no operation: every one is refused, before a
 * body is read and without an upstream call.
 */
export function authenticate(authorization: readonly string[]): Viewer | Refusal {
  const token = authorization.length === 1 ? parseAuthorization(authorization[0]) : null;
  return token === null ? noToken : viewerOf(token);
}
