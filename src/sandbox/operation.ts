import type { Headers } from './errors.js';
import type { Generation } from './generation.js';
import type { Tenant } from './tenant.js';

export type Contract = Generation['contract'];

export interface Viewer {
  readonly identityId: string;
  readonly isOrgAdmin: boolean;
  /** Sees every certification: organisation and certification administrators. */
  readonly isCertificationAdmin: boolean;
}

/** One request that has passed everything that does not depend on the operation. */
export interface Call {
  readonly generation: Generation;
  readonly parameter: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly viewer: Viewer;
  readonly tenant: Tenant;
  readonly nowMs: number;
  readonly acceptLanguage: string | undefined;
}

export interface Answer {
  readonly status: number;
  /** Absent: an empty body. */
  readonly body?: unknown;
  readonly headers?: Headers;
}

export interface Operation {
  /** The specification's operation id, without the suffix that per-resource versions add. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Any one is enough; `sp:scopes:all` always is. */
  readonly scopes: readonly string[];
  /** Names of the query parameters it takes; any other is refused. */
  readonly query?: readonly string[] | ((call: Call) => readonly string[]);
  readonly isOfferedIn?: (generation: Generation) => boolean;
  readonly isDeprecated?: boolean;
  /** A POST without a body. */
  readonly isBodiless?: boolean;
  /** Refused without the experimental header. */
  readonly isExperimental?: boolean;
  readonly handle: (call: Call) => Answer;
}

export const allScopes = 'sp:scopes:all';

export const ok = (body: unknown): Answer => ({ status: 200, body });
