/** JSON as the upstream sends it: only the fields that are read, every one of them optional. */
export interface CertificationTaskWire {
  id: string;
  type: string;
  status: string;
  /** Beta (Q32). */
  certificationId: string;
  /** Stable. */
  targetType: string;
  targetId: string;
  /** Texts on beta, objects elsewhere; examples show a single one (Q30). */
  errors: unknown;
  reassignmentTrailDTOs: unknown;
  created: string;
}

export interface ErrorMessageWire {
  text: string;
  locale: string;
  localeOrigin: string;
}

export interface ReassignmentTrailWire {
  previousOwner: string;
  newOwner: string;
  reassignmentType: string;
}
