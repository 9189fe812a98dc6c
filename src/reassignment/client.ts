import type { ReassignmentConfigType, ReassignmentExclusionFilter } from '../generated/types.js';
import { listAnswer, pageParameters, type ListAnswer, type ListCall } from '../graphql/pagination.js';
import type { JsonObject } from '../upstream/answer-reader.js';
import type { Operation } from '../upstream/operation.js';
import type { UpstreamCalls, UpstreamWrite } from '../upstream/upstream-calls.js';
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
import type { ConfigurationWire, EvaluationWire, TenantConfigurationWire } from './wire.js';

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

export const getReassignmentConfigTypes = operation('getReassignmentConfigTypes', read);
export const listReassignmentConfigurations = operation('listReassignmentConfigurations', read);
export const getReassignmentConfiguration = operation('getReassignmentConfiguration', read);
/** A read that asks for the right to write. */
export const getEvaluateReassignmentConfiguration = operation('getEvaluateReassignmentConfiguration', manage);
export const getTenantConfigConfiguration = operation('getTenantConfigConfiguration', readTenant);
export const createReassignmentConfiguration = writeOperation('createReassignmentConfiguration', manage);
export const putReassignmentConfig = writeOperation('putReassignmentConfig', manage);
export const deleteReassignmentConfiguration = writeOperation('deleteReassignmentConfiguration', manage);
export const putTenantConfiguration = writeOperation('putTenantConfiguration', updateTenant);

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

/** The upstream's work reassignment operations, one method each. Throws as `UpstreamCalls` does. */
export class ReassignmentClient {
  readonly #calls: UpstreamCalls;

  constructor(calls: UpstreamCalls) {
    this.#calls = calls;
  }

  get generation() {
    return this.#calls.generation;
  }

  /** `GET …/types`; null when there are none to be found. */
  async listConfigTypes(): Promise<ConfigTypeModel[] | null> {
    const answer = await this.#calls.find({ operation: getReassignmentConfigTypes, segments: [root, 'types'] });
    return answer?.reader.list(readConfigType).map((row) => row.model) ?? null;
  }

  /** `GET …` on beta, which pages by 20. */
  async listConfigurations(call: ListCall): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    const answer = await this.#calls.get({
      operation: listReassignmentConfigurations,
      segments: [root],
      query: pageParameters(call),
    });
    return listAnswer(call, answer, answer.reader.list((wire: JsonObject<ConfigurationWire>) => readConfiguration(wire)));
  }

  /** `GET …` on later generations, which document no paging: all that comes. */
  async listAllConfigurations(): Promise<ListAnswer<ReassignmentConfigurationModel>> {
    const answer = await this.#calls.get({ operation: listReassignmentConfigurations, segments: [root] });
    const rows = answer.reader.list((wire: JsonObject<ConfigurationWire>) => readConfiguration(wire));
    return listAnswer({ offset: 0, limit: Infinity, count: false }, answer, rows);
  }

  /** `GET …/{identityId}`; null where nothing is set up: 404, an empty object or no details (Q39). */
  async findConfiguration(identityId: string): Promise<ReassignmentConfigurationModel | null> {
    const answer = await this.#calls.find({ operation: getReassignmentConfiguration, segments: [root, identityId] });
    if (answer === null) return null;
    const configuration = answer.reader.one((wire: JsonObject<ConfigurationWire>) => readConfiguration(wire, identityId));
    return configuration.configDetails.length === 0 ? null : configuration;
  }

  /** `GET …/{identityId}/evaluate/{configType}`; null when there is no such identity. */
  async evaluate({ identityId, configType, exclusionFilters }: EvaluationRequest): Promise<ReassignmentEvaluationModel | null> {
    // An array parameter repeats its key (Q41).
    const query = new URLSearchParams(exclusionFilters.map((filter): [string, string] => ['exclusionFilters', filter]));
    const answer = await this.#calls.find({
      operation: getEvaluateReassignmentConfiguration,
      segments: [root, identityId, 'evaluate', configType],
      query,
    });
    if (answer === null) return null;
    const read = (wire: JsonObject<EvaluationWire> | null) => readEvaluation(wire, identityId, configType);
    return answer.reader.oneOrFirst<EvaluationWire, ReassignmentEvaluationModel>(read) ?? read(null);
  }

  /** `GET …/tenant-config`. */
  async getTenantConfiguration(): Promise<TenantConfigurationModel | null> {
    const answer = await this.#calls.find({ operation: getTenantConfigConfiguration, segments: [root, 'tenant-config'] });
    return answer === null ? null : answer.reader.one(readTenantConfiguration);
  }

  /** `POST …`: sets one work type; one that is there is replaced (Q37). Null when the answer does not tell what is set. */
  createConfiguration(request: ConfigurationRequest): Promise<ReassignmentConfigurationModel | null> {
    return this.#set({ operation: createReassignmentConfiguration, method: 'POST', segments: [root] }, request);
  }

  /** `PUT …/{identityId}`: sets one work type as well. */
  replaceConfiguration(request: ConfigurationRequest): Promise<ReassignmentConfigurationModel | null> {
    const segments = [root, request.identityId];
    return this.#set({ operation: putReassignmentConfig, method: 'PUT', segments }, request);
  }

  /** `DELETE …/{identityId}/{configType}`. Throws NOT_FOUND where there was none (Q40). */
  deleteConfiguration(identityId: string, configType: ReassignmentConfigType): Promise<void> {
    const segments = [root, identityId, configType];
    return this.#calls.send({ operation: deleteReassignmentConfiguration, method: 'DELETE', segments }, () => undefined);
  }

  /** `PUT …/tenant-config`. */
  putTenantConfiguration(isEnabled: boolean): Promise<TenantConfigurationModel> {
    return this.#calls.send(
      {
        operation: putTenantConfiguration,
        method: 'PUT',
        segments: [root, 'tenant-config'],
        body: { configDetails: { disabled: !isEnabled } },
      },
      (reader) => {
        const readSet = (wire: JsonObject<TenantConfigurationWire> | null) => readTenantConfiguration(wire, isEnabled);
        return reader === null ? readSet(null) : reader.one(readSet);
      },
    );
  }

  #set(write: UpstreamWrite, request: ConfigurationRequest): Promise<ReassignmentConfigurationModel | null> {
    return this.#calls.send({ ...write, body: bodyOf(request) }, (reader) => {
      const configuration = reader?.one((wire: JsonObject<ConfigurationWire>) => readConfiguration(wire, request.identityId));
      // By its work type, not by its position (Q37).
      const isTold = configuration?.configDetails.some(({ configType }) => configType === request.configType) ?? false;
      return isTold ? (configuration ?? null) : null;
    });
  }
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
