import { checkParameters } from './collection.js';
import { badRequest, experimentalHeaderMissing, forbidden, notAcceptable, rateLimitExceeded } from './errors.js';
import { readAddress } from './generation.js';
import type { Generation } from './generation.js';
import { allScopes } from './operation.js';
import type { Answer, Call, Operation, Viewer } from './operation.js';
import type { RateLimiter } from './rate-limit.js';
import type { RecordedRequest } from './recorded-request.js';
import type { Route } from './routes.js';
import { settleTasks } from './task-clock.js';
import type { Tenant } from './tenant.js';
import type { TokenClaims, TokenRegistry } from './tokens.js';

export interface AdmissionOptions {
  readonly tenant: Tenant;
  readonly tokens: TokenRegistry;
  readonly rateLimiter: RateLimiter | null;
  readonly now: () => number;
}

/**
 * All that stands before an operation, in the upstream's order: content negotiation, token, rate limit, path, experimental
 * header, rights, parameters.
 */
export function createAnswerer({ tenant, tokens, rateLimiter, now }: AdmissionOptions) {
  return function answer(request: RecordedRequest, route: () => Route): Answer {
    const nowMs = now();
    checkAccept(request.headers['accept']);
    const claims = tokens.verify(request.headers['authorization']);
    const retryAfterSeconds = rateLimiter?.retryAfterSeconds(`${claims.client_id} ${request.generation}`, nowMs);
    if (retryAfterSeconds != null) throw rateLimitExceeded(retryAfterSeconds);

    const { operation, parameter } = route();
    const generation = generationOf(request);
    if (operation.isExperimental === true && generation.contract === 'stable') checkExperimental(request);
    const call: Call = {
      generation,
      parameter,
      query: request.query,
      body: request.body,
      viewer: toViewer(claims, operation, tenant),
      tenant,
      nowMs,
      acceptLanguage: request.headers['accept-language'],
    };
    checkParameters(call.query, typeof operation.query === 'function' ? operation.query(call) : (operation.query ?? []));
    const hasBody = operation.method === 'PUT' || (operation.method === 'POST' && operation.isBodiless !== true);
    if (hasBody) checkBody(request);
    settleTasks(tenant, nowMs);
    const answered = operation.handle(call);
    if (operation.isDeprecated !== true) return answered;
    return { ...answered, headers: { 'x-deprecated': 'true', ...answered.headers } };
  };
}

function generationOf({ path }: RecordedRequest): Generation {
  const generation = readAddress(path)?.generation;
  if (generation === undefined) throw new RangeError(`a route without a generation: ${path}`);
  return generation;
}

function checkAccept(accept = '*/*'): void {
  const isJson = /(^|[\s,])(\*\/\*|application\/\*|application\/([\w.-]+\+)?json)\s*($|[,;])/i.test(accept);
  if (!isJson) throw notAcceptable(accept);
}

function checkExperimental({ headers }: RecordedRequest): void {
  if (headers['x-sailpoint-experimental'] !== 'true') throw experimentalHeaderMissing();
}

function checkBody({ headers, body }: RecordedRequest): void {
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  if (!isJson) throw badRequest('Content-Type must be application/json.');
  if (body === null || typeof body !== 'object') throw badRequest('The request body is not valid JSON.');
}

function toViewer(claims: TokenClaims, operation: Operation, tenant: Tenant): Viewer {
  const isAllowed = [allScopes, ...operation.scopes].some((scope) => claims.scope.includes(scope));
  if (!isAllowed) throw forbidden(`The token has none of the scopes ${operation.scopes.join(', ')}.`);
  const { identity_id: identityId, authorities } = claims;
  if (identityId === undefined || !tenant.identities.has(identityId))
    throw forbidden('The token has no user behind it.');
  const isOrgAdmin = authorities.includes('ORG_ADMIN');
  return { identityId, isOrgAdmin, isCertificationAdmin: isOrgAdmin || authorities.includes('CERT_ADMIN') };
}
