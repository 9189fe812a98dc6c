import type DataLoader from 'dataloader';
import type { CacheReader } from '../cache/cache-reader.js';
import { hasCode, hasUnknownOutcome } from '../errors.js';
import type {
  CreateReassignmentConfigurationInput,
  DeleteReassignmentConfigurationInput,
  ReassignmentConfigType,
  ReassignmentExclusionFilter,
} from '../generated/types.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import { objectOf, partOf } from '../graphql/list-loader.js';
import { Loader } from '../graphql/loader.js';
import { cachedOneByOne, eachAlone } from '../graphql/loaders.js';
import { Connection, type PageArguments, type SelectedParts } from '../graphql/pagination.js';
import { invalidInput, userErrorOf, type UserError } from '../graphql/user-errors.js';
import type { Generation } from '../upstream/generation.js';
import { checkedConfigType, checkedIdentityId, checkWorkReassignment } from './arguments.js';
import {
  configurationsTag,
  configurationTag,
  evaluationsTag,
  reassignmentCache,
  tenantConfigurationTag,
  type ReassignmentCache,
} from './cached.js';
import { ChainChanges, identitiesOf } from './chain-changes.js';
import type { ConfigurationRequest, EvaluationRequest, ReassignmentClient } from './client.js';
import { checkedConfigurationPage, ConfigurationList } from './configuration-list.js';
import type {
  ConfigTypeModel,
  ReassignmentConfigurationModel,
  ReassignmentEvaluationModel,
  TenantConfigurationModel,
} from './mapping.js';

/** The name of what there is one of in a tenant. */
const onlyOne = 'tenant';

export type ConfigurationPage = Connection<ReassignmentConfigurationModel>;

export interface SetConfigurationPayload {
  /**
   * What was set; null when nothing was. The configuration is then the answer's, or read when selected where the answer
   * did not tell.
   */
  readonly changed: { readonly identityId: string; readonly configType: ReassignmentConfigType } | null;
  readonly userErrors: UserError[];
}

export interface DeleteConfigurationPayload {
  readonly deletedConfigDetailId: string | null;
  readonly identityId: string;
  readonly userErrors: UserError[];
}

export interface UpdateTenantPayload {
  readonly tenantConfiguration: TenantConfigurationModel | null;
  readonly userErrors: UserError[];
}

/** All that resolvers may ask about work reassignment, for one request. */
export class ReassignmentDataSource {
  readonly #client: ReassignmentClient;
  readonly #generation: Generation;
  readonly #now: () => number;
  readonly #cache: CacheReader;
  readonly #cached: ReassignmentCache;
  readonly #changes: ChainChanges;
  readonly #fromLists = new WeakSet<ReassignmentConfigurationModel>();

  /** Cannot be batched: one call for each identity. The list fills it. */
  readonly #byIdentity: DataLoader<string, ReassignmentConfigurationModel | null>;
  /** Cannot be batched. */
  readonly #evaluations: DataLoader<string, ReassignmentEvaluationModel | null>;
  /** One of each for the tenant. */
  readonly #configTypes: DataLoader<string, ConfigTypeModel[] | null>;
  readonly #tenant: DataLoader<string, TenantConfigurationModel | null>;
  readonly #list: ConfigurationList;

  constructor(client: ReassignmentClient, cache: CacheReader, now: () => number) {
    this.#client = client;
    this.#cache = cache;
    this.#now = now;
    this.#generation = client.generation;
    this.#changes = new ChainChanges(now);
    this.#cached = reassignmentCache(client.generation, {
      evaluationLifetimeMs: (evaluation) => this.#changes.lifetimeMs(evaluation),
      isSecondHand: (configuration) => this.#fromLists.has(configuration),
    });
    const { byIdentity, evaluations, configTypes, tenant, lists } = this.#cached;
    this.#byIdentity = new Loader((ids) => cache.getMany(byIdentity, ids, (missing) => this.#readConfigurations(missing)));
    this.#evaluations = cachedOneByOne(cache, evaluations, (name) => this.#evaluate(name));
    this.#configTypes = cachedOneByOne(cache, configTypes, () => client.listConfigTypes());
    this.#tenant = cachedOneByOne(cache, tenant, () => client.getTenantConfiguration());
    this.#list = new ConfigurationList({ client, cache, cached: lists, onRead: (configuration) => this.#see(configuration) });
  }

  /** By priority, smallest first; those without one last. */
  async listConfigTypes(): Promise<ConfigTypeModel[] | null> {
    checkWorkReassignment(this.#generation);
    const types = await this.#configTypes.load(onlyOne);
    // Infinity less Infinity is no number: two without a priority stay as they came.
    return types?.toSorted((a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity) || 0) ?? null;
  }

  /** Null when nothing is set up. */
  async findConfiguration(argument: string, identityId: unknown): Promise<ReassignmentConfigurationModel | null> {
    checkWorkReassignment(this.#generation);
    return this.#byIdentity.load(checkedIdentityId(argument, identityId));
  }

  /** The same for one that another subgraph names: null also where the caller may not read it. */
  async findVisibleConfiguration(argument: string, identityId: unknown): Promise<ReassignmentConfigurationModel | null> {
    return nullWhenForbidden(this.findConfiguration(argument, identityId));
  }

  /** Throws BAD_USER_INPUT; otherwise as the upstream refuses, on whichever page. */
  async listConfigurations(args: PageArguments, selected: SelectedParts): Promise<ConfigurationPage> {
    checkWorkReassignment(this.#generation);
    const page = checkedConfigurationPage(args);
    return new Connection(page, await this.#list.read(page, selected.hasNextPage));
  }

  async evaluate(
    argument: string,
    identityId: unknown,
    configType: ReassignmentConfigType,
    exclusionFilters: readonly ReassignmentExclusionFilter[] | null | undefined,
  ): Promise<ReassignmentEvaluationModel | null> {
    checkWorkReassignment(this.#generation);
    const id = checkedIdentityId(argument, identityId);
    const checkedType = checkedConfigType('configType', configType, this.#generation);
    return this.#evaluations.load(partOf(id, [checkedType, [...new Set(exclusionFilters ?? [])]]));
  }

  async findTenantConfiguration(): Promise<TenantConfigurationModel | null> {
    checkWorkReassignment(this.#generation);
    return this.#tenant.load(onlyOne);
  }

  /** POST, once. Throws BAD_USER_INPUT for ids and work types that are none; otherwise as the upstream fails. */
  createConfiguration(input: CreateReassignmentConfigurationInput): Promise<SetConfigurationPayload> {
    return this.#setConfiguration(input, (request) => this.#client.createConfiguration(request));
  }

  /** PUT, once; throws as `createConfiguration`. */
  replaceConfiguration(input: CreateReassignmentConfigurationInput): Promise<SetConfigurationPayload> {
    return this.#setConfiguration(input, (request) => this.#client.replaceConfiguration(request));
  }

  async deleteConfiguration(input: DeleteReassignmentConfigurationInput): Promise<DeleteConfigurationPayload> {
    checkWorkReassignment(this.#generation);
    const identityId = checkedIdentityId('input.identityId', input.identityId);
    const configType = checkedConfigType('input.configType', input.configType, this.#generation);
    try {
      await this.#client.deleteConfiguration(identityId, configType);
      await this.#forget(identityId);
      return { deletedConfigDetailId: `${identityId}/${configType}`, identityId, userErrors: [] };
    } catch (error) {
      if (hasUnknownOutcome(error) || hasCode(error, 'NOT_FOUND')) await this.#forget(identityId);
      // What is not there need not be taken away (Q40).
      if (hasCode(error, 'NOT_FOUND')) return { deletedConfigDetailId: null, identityId, userErrors: [] };
      return { deletedConfigDetailId: null, identityId, userErrors: [userErrorOf(error)] };
    }
  }

  async updateTenantConfiguration(isEnabled: boolean): Promise<UpdateTenantPayload> {
    checkWorkReassignment(this.#generation);
    try {
      const tenantConfiguration = await this.#client.putTenantConfiguration(isEnabled);
      await this.#forgetTenant();
      this.#tenant.prime(onlyOne, tenantConfiguration);
      await this.#cache.keep(this.#cached.tenant, onlyOne, tenantConfiguration);
      return { tenantConfiguration, userErrors: [] };
    } catch (error) {
      if (hasUnknownOutcome(error)) await this.#forgetTenant();
      return { tenantConfiguration: null, userErrors: [userErrorOf(error)] };
    }
  }

  async #setConfiguration(
    input: CreateReassignmentConfigurationInput,
    send: (request: ConfigurationRequest) => Promise<ReassignmentConfigurationModel | null>,
  ): Promise<SetConfigurationPayload> {
    checkWorkReassignment(this.#generation);
    const request = {
      identityId: checkedIdentityId('input.identityId', input.identityId),
      configType: checkedConfigType('input.configType', input.configType, this.#generation),
      reassignToId: checkedIdentityId('input.reassignToId', input.reassignToId),
      startsAt: input.startsAt ?? null,
      endsAt: input.endsAt ?? null,
    };
    const problems = problemsOf(request, this.#now());
    if (problems.length > 0) return unchanged(problems);
    try {
      const configuration = await send(request);
      await this.#forget(request.identityId);
      if (configuration !== null) await this.#keep(configuration);
      return { changed: request, userErrors: [] };
    } catch (error) {
      if (hasUnknownOutcome(error)) await this.#forget(request.identityId);
      return unchanged([userErrorOf(error)]);
    }
  }

  /** What a later field of the same operation, or anybody, would otherwise take for what is set up now. */
  async #forget(identityId: string): Promise<void> {
    this.#byIdentity.clear(identityId);
    this.#list.forget();
    this.#evaluations.clearAll();
    await this.#cache.invalidate([configurationTag(identityId), configurationsTag, evaluationsTag]);
  }

  async #forgetTenant(): Promise<void> {
    this.#evaluations.clearAll();
    this.#tenant.clearAll();
    await this.#cache.invalidate([tenantConfigurationTag, evaluationsTag]);
  }

  /** The answer of a change is what is so now. */
  async #keep(configuration: ReassignmentConfigurationModel): Promise<void> {
    this.#see(configuration);
    await this.#cache.keep(this.#cached.byIdentity, configuration.id, configuration);
  }

  #see(configuration: ReassignmentConfigurationModel): void {
    this.#byIdentity.prime(configuration.id, configuration);
    this.#changes.see(configuration);
  }

  /** Those that are in the tenant's list, where that is known, need no call. */
  async #readConfigurations(ids: readonly string[]): Promise<(ReassignmentConfigurationModel | null | Error)[]> {
    const known = await this.#list.findKnown();
    for (const configuration of known.values()) this.#fromLists.add(configuration);
    return eachAlone(ids, async (id) => {
      const configuration = known.get(id) ?? (await this.#client.findConfiguration(id));
      if (configuration !== null) this.#changes.see(configuration);
      return configuration;
    });
  }

  async #evaluate(name: string): Promise<ReassignmentEvaluationModel | null> {
    const evaluation = await this.#client.evaluate(evaluationRequestOf(name));
    const known = evaluation === null ? [] : identitiesOf(evaluation).map((id) => this.#cache.find(this.#cached.byIdentity, id));
    for (const configuration of await Promise.all(known)) if (configuration !== null) this.#changes.see(configuration);
    return evaluation;
  }
}

/** Of a name that `partOf` has made. */
function evaluationRequestOf(name: string): EvaluationRequest {
  const identityId = objectOf(name);
  const [configType, exclusionFilters] = JSON.parse(name.slice(identityId.length + 1)) as [ReassignmentConfigType, ReassignmentExclusionFilter[]];
  return { identityId, configType, exclusionFilters };
}

function unchanged(userErrors: UserError[]): SetConfigurationPayload {
  return { changed: null, userErrors };
}

function problemsOf({ identityId, reassignToId, startsAt, endsAt }: ConfigurationRequest, nowMs: number): UserError[] {
  const problems: UserError[] = [];
  if (reassignToId === identityId) {
    problems.push(invalidInput(['reassignToId'], 'reassignToId is the identity itself; name somebody else.'));
  }
  const startMs = startsAt === null ? nowMs : Date.parse(startsAt);
  if (endsAt !== null && Date.parse(endsAt) <= startMs) {
    problems.push(invalidInput(['endsAt'], startsAt === null ? 'endsAt is not after now, when it would start.' : 'endsAt is not after startsAt.'));
  }
  return problems;
}
