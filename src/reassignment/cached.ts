import { viewerKeys } from '../cache/cache-key.js';
import type { Cached } from '../cache/cached.js';
import type { ListAnswer } from '../graphql/pagination.js';
import type { Generation } from '../upstream/generation.js';
import type {
  ConfigTypeModel,
  ReassignmentConfigurationModel,
  ReassignmentEvaluationModel,
  TenantConfigurationModel,
} from './mapping.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** Raised with any configuration: each can be a link in anybody's chain. */
export const evaluationsTag = 'evals';
export const configurationsTag = 'rcs';
export const tenantConfigurationTag = 'tenantcfg';

export function configurationTag(identityId: string): string {
  return `rc:${identityId}`;
}

/** Changed by its owner, a manager or an administrator, here and elsewhere. */
const configuration = { freshMs: minuteMs, staleMs: 5 * minuteMs };
/** At most; see `ChainChanges`. */
export const evaluationMs = 30 * secondMs;

/** What is kept of work reassignment: for one viewer each, as reading it needs a right. */
export interface ReassignmentCache {
  readonly configTypes: Cached<ConfigTypeModel[]>;
  readonly byIdentity: Cached<ReassignmentConfigurationModel>;
  /** Pages by their offset; `all` where the upstream does not page. */
  readonly lists: Cached<ListAnswer<ReassignmentConfigurationModel>>;
  /** By `partOf` the identity. */
  readonly evaluations: Cached<ReassignmentEvaluationModel>;
  readonly tenant: Cached<TenantConfigurationModel>;
}

export interface ReassignmentCacheParts {
  /** How long an evaluation holds: dates on its chain can end it. */
  readonly evaluationLifetimeMs: (evaluation: ReassignmentEvaluationModel) => number;
  /** Was it taken from a list that is kept already? It is no younger than that. */
  readonly isSecondHand: (configuration: ReassignmentConfigurationModel) => boolean;
}

export function reassignmentCache({ name }: Generation, { evaluationLifetimeMs, isSecondHand }: ReassignmentCacheParts): ReassignmentCache {
  return {
    configTypes: { keys: viewerKeys('config-types', name), lifetime: { freshMs: 30 * minuteMs, staleMs: 30 * minuteMs }, absentMs: 0, tags: () => ['types'] },
    byIdentity: {
      keys: viewerKeys('configuration', name),
      lifetime: (model) => (isSecondHand(model) ? { freshMs: 0, staleMs: 0 } : configuration),
      // The usual answer.
      absentMs: 30 * secondMs,
      tags: (identityId) => [configurationTag(identityId)],
    },
    lists: { keys: viewerKeys('configuration-list', name), lifetime: configuration, absentMs: 0, tags: () => [configurationsTag] },
    evaluations: {
      keys: viewerKeys('evaluation', name),
      lifetime: (evaluation) => ({ freshMs: evaluationLifetimeMs(evaluation), staleMs: 0 }),
      absentMs: 0,
      tags: () => [evaluationsTag],
    },
    tenant: { keys: viewerKeys('tenant-configuration', name), lifetime: { freshMs: minuteMs, staleMs: 0 }, absentMs: 0, tags: () => [tenantConfigurationTag] },
  };
}

