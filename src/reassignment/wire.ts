/** JSON as the upstream sends it: no field of work reassignment is required (Q21). */
export interface ConfigTypeWire {
  priority: number;
  /** Documented with each other's spelling (Q3). */
  internalName: string;
  internalNameCamel: string;
  displayName: string;
  description: string;
}

export interface IdentityWire {
  id: string;
  name: string;
}

export interface ConfigurationWire {
  identity: IdentityWire;
  configDetails: ConfigurationDetailWire[];
}

export interface ConfigurationDetailWire {
  configType: string;
  targetIdentity: IdentityWire;
  startDate: string;
  /** Permanent is null, absent, empty or the year 1 (Q23). */
  endDate: string;
  auditDetails: AuditDetailsWire;
}

export interface AuditDetailsWire {
  created: string;
  createdBy: IdentityWire;
  modified: string;
  modifiedBy: IdentityWire;
}

export interface EvaluationWire {
  reassignToId: string;
  lookupTrail: LookupStepWire[];
}

export interface LookupStepWire {
  reassignedFromId: string;
  reassignedToId: string;
  reassignmentType: string;
}

export interface TenantConfigurationWire {
  configDetails: { disabled: boolean };
  auditDetails: AuditDetailsWire;
}
