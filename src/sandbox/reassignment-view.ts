import type { Generation } from './generation.js';
import { workTypes } from './model.js';
import type { AuditDetails, ConfigurationDetail, WorkType } from './model.js';
import { yearOne } from './seed/reassignment.js';
import type { Tenant } from './tenant.js';

/** What an identity has set up, as far as the generation knows the work types; in the order of the settings page. */
export function visibleDetails(tenant: Tenant, identityId: string, generation: Generation): ConfigurationDetail[] {
  const details = tenant.configurations.get(identityId) ?? [];
  const known = knownWorkTypes(generation);
  return details
    .filter(({ configType }) => known.includes(configType))
    .toSorted((a, b) => workTypes.indexOf(a.configType) - workTypes.indexOf(b.configType));
}

export function knownWorkTypes({ hasGenericApprovals }: Generation): readonly WorkType[] {
  return workTypes.filter((type) => type !== 'GENERIC_APPROVALS' || hasGenericApprovals);
}

export function presentConfiguration(tenant: Tenant, identityId: string, generation: Generation): unknown {
  return {
    identity: identity(tenant, identityId),
    configDetails: visibleDetails(tenant, identityId, generation).map((detail) => presentDetail(tenant, detail)),
  };
}

export function presentSwitch(tenant: Tenant): unknown {
  const { disabled, audit } = tenant.configurationSwitch;
  return { auditDetails: presentAudit(tenant, audit), configDetails: { disabled } };
}

function presentDetail(tenant: Tenant, detail: ConfigurationDetail): unknown {
  return {
    configType: detail.configType,
    targetIdentity: identity(tenant, detail.targetId),
    startDate: detail.startDate,
    ...presentEndDate(detail),
    auditDetails: presentAudit(tenant, detail.audit),
  };
}

/** Permanent is told in four ways (Q23). */
function presentEndDate({ endDate, permanentAs }: ConfigurationDetail): object {
  if (endDate !== null) return { endDate };
  if (permanentAs === 'absent') return {};
  return { endDate: { null: null, empty: '', yearOne }[permanentAs] };
}

function presentAudit(tenant: Tenant, { created, createdById, modified, modifiedById }: AuditDetails): unknown {
  return {
    created,
    createdBy: identity(tenant, createdById),
    modified,
    ...(modifiedById !== null && { modifiedBy: identity(tenant, modifiedById) }),
  };
}

function identity(tenant: Tenant, id: string): unknown {
  return { id, name: tenant.identity(id).name };
}
