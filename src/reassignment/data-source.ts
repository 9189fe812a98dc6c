import type DataLoader from 'dataloader';
import { hasCode } from '../errors.js';
import type {
  CreateReassignmentConfigurationInput,
  DeleteReassignmentConfigurationInput,
  ReassignmentConfigType,
  ReassignmentExclusionFilter,
} from '../generated/types.js';
import { nullWhenForbidden } from '../graphql/absence.js';
import { unbatched } from '../graphql/loaders.js';
import { Connection, type PageArguments, type SelectedParts } from '../graphql/pagination.js';
import { invalidInput, userErrorOf, type UserError } from '../graphql/user-errors.js';
import type { Generation } from '../upstream/generation.js';
import { checkedConfigType, checkedIdentityId, checkWorkReassignment } from './arguments.js';
import type { ConfigurationRequest, EvaluationRequest, ReassignmentClient } from './client.js';
import { checkedConfigurationPage, ConfigurationList } from './configuration-list.js';
import type {
  ConfigTypeModel,
  ReassignmentConfigurationModel,
  ReassignmentEvaluationModel,
  TenantConfigurationModel,
} from './mapping.js';

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

  /** Cannot be batched: one call for each identity. The list fills it. */
  readonly #byIdentity: DataLoader<string, ReassignmentConfigurationModel | null>;
  /** Cannot be batched. */
  readonly #evaluations: DataLoader<EvaluationRequest, ReassignmentEvaluationModel | null, string>;
  /** One of each for the tenant. */
  readonly #configTypes: DataLoader<'types', ConfigTypeModel[] | null>;
  readonly #tenant: DataLoader<'tenant', TenantConfigurationModel | null>;
  readonly #list: ConfigurationList;

  constructor(client: ReassignmentClient, now: () => number) {
    this.#client = client;
    this.#now = now;
    this.#generation = client.generation;
    this.#byIdentity = unbatched((id) => client.findConfiguration(id));
    this.#evaluations = unbatched((request: EvaluationRequest) => client.evaluate(request), (request) => JSON.stringify(request));
    this.#configTypes = unbatched(() => client.listConfigTypes());
    this.#tenant = unbatched(() => client.getTenantConfiguration());
    this.#list = new ConfigurationList(client, (configuration) => this.#byIdentity.prime(configuration.id, configuration));
  }

  /** By priority, smallest first; those without one last. */
  async listConfigTypes(): Promise<ConfigTypeModel[] | null> {
    checkWorkReassignment(this.#generation);
    const types = await this.#configTypes.load('types');
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
    return this.#evaluations.load({
      identityId: checkedIdentityId(argument, identityId),
      configType: checkedConfigType('configType', configType, this.#generation),
      exclusionFilters: [...new Set(exclusionFilters ?? [])],
    });
  }

  async findTenantConfiguration(): Promise<TenantConfigurationModel | null> {
    checkWorkReassignment(this.#generation);
    return this.#tenant.load('tenant');
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
      this.#forget(identityId);
      return { deletedConfigDetailId: `${identityId}/${configType}`, identityId, userErrors: [] };
    } catch (error) {
      this.#forget(identityId);
      // What is not there need not be taken away (Q40).
      if (hasCode(error, 'NOT_FOUND')) return { deletedConfigDetailId: null, identityId, userErrors: [] };
      return { deletedConfigDetailId: null, identityId, userErrors: [userErrorOf(error)] };
    }
  }

  async updateTenantConfiguration(isEnabled: boolean): Promise<UpdateTenantPayload> {
    checkWorkReassignment(this.#generation);
    try {
      const tenantConfiguration = await this.#client.putTenantConfiguration(isEnabled);
      this.#evaluations.clearAll();
      this.#tenant.clearAll();
      this.#tenant.prime('tenant', tenantConfiguration);
      return { tenantConfiguration, userErrors: [] };
    } catch (error) {
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
      this.#forget(request.identityId);
      if (configuration !== null) this.#byIdentity.prime(request.identityId, configuration);
      return { changed: request, userErrors: [] };
    } catch (error) {
      this.#forget(request.identityId);
      return unchanged([userErrorOf(error)]);
    }
  }

  /** What a later field of the same operation would otherwise take for what is set up now. */
  #forget(identityId: string): void {
    this.#byIdentity.clear(identityId);
    this.#list.forget();
    // A configuration can be a link in anybody's chain.
    this.#evaluations.clearAll();
  }
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
