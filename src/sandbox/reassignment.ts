import { readInstant, readRecord, readText } from './body.js';
import { pagingParameters, readPaging } from './collection.js';
import { badRequest, forbidden, notFound } from './errors.js';
import type { AuditDetails, ConfigurationDetail, WorkType } from './model.js';
import { ok } from './operation.js';
import type { Answer, Call, Operation, Viewer } from './operation.js';
import { findLoop, ruleOf } from './reassignment-rules.js';
import { evaluate, listTypes, readWorkType } from './reassignment-evaluation.js';
import { presentConfiguration, presentSwitch, visibleDetails } from './reassignment-view.js';
import type { Tenant } from './tenant.js';

const manage = 'idn:reassignment-configuration:manage';
const read = ['idn:reassignment-configuration:read', manage];
const root = '/reassignment-configurations';
const paging = { defaultLimit: 20, maxLimit: 20 };

type Draft = Pick<Operation, 'name' | 'method' | 'path' | 'scopes' | 'query' | 'handle'>;

const drafts: readonly Draft[] = [
  {
    name: 'listReassignmentConfigurations',
    method: 'GET',
    path: root,
    scopes: read,
    query: listParameters,
    handle: listAll,
  },
  { name: 'createReassignmentConfiguration', method: 'POST', path: root, scopes: [manage], handle: create },
  { name: 'getReassignmentConfigTypes', method: 'GET', path: `${root}/types`, scopes: read, handle: listTypes },
  {
    name: 'getTenantConfigConfiguration',
    method: 'GET',
    path: `${root}/tenant-config`,
    scopes: ['idn:reassignment-tenant-configuration:read'],
    handle: ({ tenant }) => ok(presentSwitch(tenant)),
  },
  {
    name: 'putTenantConfiguration',
    method: 'PUT',
    path: `${root}/tenant-config`,
    scopes: ['idn:reassignment-tenant-configuration:update'],
    handle: setSwitch,
  },
  { name: 'getReassignmentConfiguration', method: 'GET', path: `${root}/{identityId}`, scopes: read, handle: getOne },
  { name: 'putReassignmentConfig', method: 'PUT', path: `${root}/{identityId}`, scopes: [manage], handle: replace },
  {
    name: 'deleteReassignmentConfiguration',
    method: 'DELETE',
    path: `${root}/{identityId}/{configType}`,
    scopes: [manage],
    handle: remove,
  },
  {
    name: 'getEvaluateReassignmentConfiguration',
    method: 'GET',
    path: `${root}/{identityId}/evaluate/{configType}`,
    scopes: [manage],
    query: ['exclusionFilters'],
    handle: evaluate,
  },
];

export const reassignmentOperations = (): Operation[] =>
  drafts.map((draft) => ({
    ...draft,
    isExperimental: true,
    isOfferedIn: ({ hasWorkReassignment }) => hasWorkReassignment,
  }));

function listParameters({ generation, tenant }: Call): readonly string[] {
  const takesPaging = generation.contract === 'beta' || tenant.behaviour.configurationsPaging === 'ignored';
  return takesPaging ? pagingParameters : [];
}

/** Beta is for administrators; later generations state no user level, and everybody sees what they may manage. */
function listAll(call: Call): Answer {
  const { tenant, generation, viewer } = call;
  const isBeta = generation.contract === 'beta';
  if (isBeta && !viewer.isOrgAdmin) throw forbidden('User level ORG_ADMIN is required.');
  const identityIds = [...tenant.configurations.keys()].filter(
    (id) => mayManage(viewer, tenant, id) && visibleDetails(tenant, id, generation).length > 0,
  );
  const page = isBeta ? pageOf(call, identityIds) : identityIds;
  return ok(page.map((id) => presentConfiguration(tenant, id, generation)));
}

function pageOf({ query, tenant }: Call, rows: readonly string[]): readonly string[] {
  const { limit, offset } = readPaging(query, paging);
  const start = tenant.behaviour.configurationsPaging === 'ignored' ? 0 : offset;
  return rows.slice(start, start + limit);
}

function getOne(call: Call): Answer {
  const { tenant, generation } = call;
  const identityId = managedIdentity(call, call.parameter('identityId'));
  if (visibleDetails(tenant, identityId, generation).length > 0)
    return ok(presentConfiguration(tenant, identityId, generation));
  const { nothingSetUp } = tenant.behaviour;
  const documented = generation.contract === 'beta' ? 'emptyObject' : 'notFound';
  switch (nothingSetUp === 'documented' ? documented : nothingSetUp) {
    case 'notFound':
      throw notFound(`Nothing is set up for identity '${identityId}'.`);
    case 'emptyObject':
      return ok({});
    case 'emptyDetails':
      return ok(presentConfiguration(tenant, identityId, generation));
  }
}

function create(call: Call): Answer {
  const rule = readRule(call);
  return { ...setRule(call, rule), status: 201 };
}

function replace(call: Call): Answer {
  const rule = readRule(call);
  const identityId = call.parameter('identityId');
  if (rule.identityId !== identityId) throw badRequest('reassignedFromId is not the identity in the path.');
  return setRule(call, rule);
}

interface Rule {
  readonly identityId: string;
  readonly targetId: string;
  readonly configType: WorkType;
  readonly startDate: string;
  readonly endDate: string | null;
}

const ruleFields = ['reassignedFromId', 'reassignedToId', 'configType', 'startDate', 'endDate'];

function readRule({ body, generation, nowMs }: Call): Rule {
  const record = readRecord(body, ruleFields, 'the request');
  const startDate = readInstant(record, 'startDate') ?? new Date(nowMs).toISOString();
  const endDate = readInstant(record, 'endDate');
  if (endDate !== null && Date.parse(endDate) <= Date.parse(startDate))
    throw badRequest('endDate must be after startDate.');
  return {
    identityId: readText(record, 'reassignedFromId'),
    targetId: readText(record, 'reassignedToId'),
    configType: readWorkType(readText(record, 'configType'), generation),
    startDate,
    endDate,
  };
}

/** One rule for each identity and work type: a new one takes the old one's place (Q37). */
function setRule(call: Call, { identityId, targetId, configType, startDate, endDate }: Rule): Answer {
  const { tenant, viewer, nowMs, generation } = call;
  managedIdentity(call, identityId);
  if (!tenant.identities.has(targetId)) throw badRequest(`reassignedToId '${targetId}' is not an identity.`);
  const loop = findLoop(tenant, identityId, targetId, configType);
  if (loop !== null)
    throw badRequest(`The reassignment would form a loop: ${loop.map((id) => named(tenant, id)).join(' → ')}.`);

  const detail: ConfigurationDetail = {
    configType,
    targetId,
    startDate,
    endDate,
    permanentAs: tenant.behaviour.permanentEndDate,
    audit: touched(ruleOf(tenant, identityId, configType)?.audit, viewer, nowMs),
  };
  const others = otherRules(tenant, identityId, configType);
  tenant.configurations.set(identityId, [...others, detail]);
  return ok(presentConfiguration(tenant, identityId, generation));
}

function remove(call: Call): Answer {
  const { tenant, generation } = call;
  const configType = readWorkType(call.parameter('configType'), generation);
  const identityId = managedIdentity(call, call.parameter('identityId'));
  if (ruleOf(tenant, identityId, configType) === undefined)
    throw notFound(`${configType} is not set up for identity '${identityId}'.`);
  const others = otherRules(tenant, identityId, configType);
  if (others.length === 0) tenant.configurations.delete(identityId);
  else tenant.configurations.set(identityId, others);
  return { status: 204 };
}

function otherRules(tenant: Tenant, identityId: string, configType: WorkType): ConfigurationDetail[] {
  return (tenant.configurations.get(identityId) ?? []).filter((detail) => detail.configType !== configType);
}

function setSwitch({ tenant, body, viewer, nowMs }: Call): Answer {
  if (!viewer.isOrgAdmin) throw forbidden('User level ORG_ADMIN is required.');
  const { configDetails } = readRecord(body, ['configDetails'], 'the request');
  const { disabled } = readRecord(configDetails, ['disabled'], 'configDetails');
  const value = disabled ?? false;
  if (typeof value !== 'boolean') throw badRequest('disabled must be true or false.');
  tenant.configurationSwitch.disabled = value;
  tenant.configurationSwitch.audit = touched(tenant.configurationSwitch.audit, viewer, nowMs);
  return ok(presentSwitch(tenant));
}

/** People manage their own rules and those of their direct reports, administrators everybody's. */
function mayManage({ identityId, isOrgAdmin }: Viewer, tenant: Tenant, id: string): boolean {
  return isOrgAdmin || identityId === id || tenant.identity(id).managerId === identityId;
}

function managedIdentity({ tenant, viewer }: Call, identityId: string): string {
  if (!tenant.identities.has(identityId)) throw notFound(`Identity '${identityId}' was not found.`);
  if (!mayManage(viewer, tenant, identityId)) throw forbidden(`'${identityId}' is not you and does not report to you.`);
  return identityId;
}

function touched(before: AuditDetails | undefined, { identityId }: Viewer, nowMs: number): AuditDetails {
  const now = new Date(nowMs).toISOString();
  const { created, createdById } = before ?? { created: now, createdById: identityId };
  return { created, createdById, modified: now, modifiedById: identityId };
}

function named(tenant: Tenant, id: string): string {
  return `${tenant.identity(id).name} (${id})`;
}
