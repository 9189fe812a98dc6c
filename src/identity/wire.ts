/** JSON as the upstream sends it: only the fields that are read. */
export interface PublicIdentityWire {
  id: string;
  name: string;
  email: string;
  alias: string;
  status: string;
  manager: IdentityReferenceWire;
}

export interface IdentityReferenceWire {
  id: string;
  name: string;
}
