import type { ReassignmentConfigType, ReassignmentExclusionFilter } from '../generated/types.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { Operation } from '../upstream/operation.js';
import type { UpstreamAnswer, UpstreamCalls } from '../upstream/upstream.js';
import {
  readConfigType,
  readConfiguration,
  readEvaluation,
  readTenantConfiguration,
  type ConfigTypeModel,
  type ReassignmentConfigurationModel,
  type ReassignmentEvaluationModel,
  type TenantConfigurationModel,
} from './mapping.js';
import type { ConfigurationWire, EvaluationWire } from './wire.js';

const root = 'reassignment-configurations';

const read = ['idn:reassignment-configuration:read', 'idn:reassignment-configuration:manage'];
const manage = ['idn:reassignment-configuration:manage'];
const readTenant = ['idn:reassignment-tenant-configuration:read'];
const updateTenant = ['idn:reassignment-tenant-configuration:update'];

function operation(name: string, scopes: readonly string[]): Operation {
  return { name, scopes: { beta: scopes, stable: scopes }, isExperimental: true };
}

function writeOperation(name: string, scopes: readonly string[]): Operation {
  return { ...operation(name, scopes), takesLanguage: true };
}

const getReassignmentConfigTypes = operation('getReassignmentConfigTypes', read);
const listReassignmentConfigurations = operation('listReassignmentConfigurations', read);
const getReassignmentConfiguration = operation('getReassignmentConfiguration', read);
/** A read that asks for the right to write. */
const getEvaluateReassignmentConfiguration = operation('getEvaluateReassignmentConfiguration', manage);
const getTenantConfigConfiguration = operation('getTenantConfigConfiguration', readTenant);
const createReassignmentConfiguration = writeOperation('createReassignmentConfiguration', manage);
const putReassignmentConfig = writeOperation('putReassignmentConfig', manage);
const deleteReassignmentConfiguration = writeOperation('deleteReassignmentConfiguration', manage);
const putTenantConfiguration = writeOperation('putTenantConfiguration', updateTenant);

/** One work type of one identity, as it is to be. */
export interface ConfigurationRequest {
  readonly identityId: string;
  readonly configType: ReassignmentConfigType;
  readonly reassignToId: string;
  /** Null: at once. */
  readonly startsAt: string | null;
  /** Null: permanent. */
  readonly endsAt: string | null;
}

export interface EvaluationRequest {
  readonly identityId: string;
  readonly configType: ReassignmentConfigType;
  readonly exclusionFilters: readonly ReassignmentExclusionFilter[];
}

/** A page as the upstream sent it. `length` counts rows that could not be read as well. */
export interface ConfigurationRows {
  readonly configurations: readonly ReassignmentConfigurationModel[];
  readonly length: number;
}

/** The upstream's work reassignment operations, one method each. Throws as `UpstreamCalls` does. */
export class ReassignmentClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  get generation() {
    return this.#calls.generation;
  }

  /** `GET …/types`. */
  async listConfigTypes(): Promise<ConfigTypeModel[]> {
    const answer = await this.#calls.get({ operation: getReassignmentConfigTypes, segments: [root, 'types'] });
    return answer.reader.list(readConfigType).map((row) => row.model);
  }

  /** `GET …`. Beta pages by 20; later generations document no paging, and are asked for everything by `page` null. */
  async listConfigurations(page: { readonly limit: number; readonly offset: number } | null): Promise<ConfigurationRows> {
    const query = page === null ? {} : { query: new URLSearchParams({ limit: String(page.limit), offset: String(page.offset) }) };
    const answer = await this.#calls.get({ operation: listReassignmentConfigurations, segments: [root], ...query });
    const rows = answer.reader.list((wire: JsonObject<ConfigurationWire>) => readConfiguration(wire));
    return { configurations: rows.map((row) => row.model), length: answer.reader.length };
  }

  /** `GET …/{identityId}`; null where nothing is set up: 404, an empty object or no details (Q39). */
  async findConfiguration(identityId: string): Promise<ReassignmentConfigurationModel | null> {
    const answer = await this.#calls.find({ operation: getReassignmentConfiguration, segments: [root, identityId] });
    if (answer === null) return null;
    const configuration = configurationOf(answer, identityId);
    return configuration.configDetails.length === 0 ? null : configuration;
  }

  /** `GET …/{identityId}/evaluate/{configType}`. */
  async evaluate({ identityId, configType, exclusionFilters }: EvaluationRequest): Promise<ReassignmentEvaluationModel> {
    // An array parameter repeats its key (Q41).
    const query = new URLSearchParams(exclusionFilters.map((filter): [string, string] => ['exclusionFilters', filter]));
    const answer = await this.#calls.get({
      operation: getEvaluateReassignmentConfiguration,
      segments: [root, identityId, 'evaluate', configType],
      query,
    });
    const read = (wire: JsonObject<EvaluationWire> | null) => readEvaluation(wire, identityId, configType);
    return answer.reader.oneOrFirst<EvaluationWire, ReassignmentEvaluationModel>(read) ?? read(null);
  }

  /** `GET …/tenant-config`. */
  async getTenantConfiguration(): Promise<TenantConfigurationModel | null> {
    const answer = await this.#calls.find({ operation: getTenantConfigConfiguration, segments: [root, 'tenant-config'] });
    return answer === null ? null : answer.reader.one(readTenantConfiguration);
  }

  /** `POST …`: sets one work type; one that is there is replaced (Q37). */
  async createConfiguration(request: ConfigurationRequest): Promise<ReassignmentConfigurationModel> {
    const answer = await this.#calls.send({
      operation: createReassignmentConfiguration,
      method: 'POST',
      segments: [root],
      body: bodyOf(request),
    });
    return configurationOf(answer, request.identityId);
  }

  /** `PUT …/{identityId}`: sets one work type as well. */
  async replaceConfiguration(request: ConfigurationRequest): Promise<ReassignmentConfigurationModel> {
    const answer = await this.#calls.send({
      operation: putReassignmentConfig,
      method: 'PUT',
      segments: [root, request.identityId],
      body: bodyOf(request),
    });
    return configurationOf(answer, request.identityId);
  }

  /** `DELETE …/{identityId}/{configType}`. Throws NOT_FOUND where there was none (Q40). */
  async deleteConfiguration(identityId: string, configType: ReassignmentConfigType): Promise<void> {
    await this.#calls.send({
      operation: deleteReassignmentConfiguration,
      method: 'DELETE',
      segments: [root, identityId, configType],
    });
  }

  /** `PUT …/tenant-config`. */
  async putTenantConfiguration(isEnabled: boolean): Promise<TenantConfigurationModel> {
    const answer = await this.#calls.send({
      operation: putTenantConfiguration,
      method: 'PUT',
      segments: [root, 'tenant-config'],
      body: { configDetails: { disabled: !isEnabled } },
    });
    return answer.reader.one(readTenantConfiguration);
  }
}

function configurationOf(answer: UpstreamAnswer, identityId: string): ReassignmentConfigurationModel {
  return answer.reader.one((wire: JsonObject<ConfigurationWire>) => readConfiguration(wire, identityId));
}

/** One input fills path and body (Q38); permanent is null, sent explicitly (Q25). */
function bodyOf({ identityId, reassignToId, configType, startsAt, endsAt }: ConfigurationRequest) {
  return {
    reassignedFromId: identityId,
    reassignedToId: reassignToId,
    configType,
    ...(startsAt === null ? {} : { startDate: startsAt }),
    endDate: endsAt,
  };
}
