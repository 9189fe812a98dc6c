import { answerCollection, sortedCollectionParameters } from './collection.js';
import type { FilterFields } from './filters.js';
import type { Identity } from './model.js';
import type { Answer, Call, Contract, Operation } from './operation.js';
import type { Tenant } from './tenant.js';

export function identityOperations(contract: Contract): Operation[] {
  if (contract === 'beta') return [];
  return [
    {
      name: 'getPublicIdentities',
      method: 'GET',
      path: '/public-identities',
      scopes: ['sp:scopes:default'],
      query: sortedCollectionParameters,
      handle: listPublicIdentities,
    },
  ];
}

function listPublicIdentities(call: Call): Answer {
  return answerCollection(call, call.tenant.identities.values(), {
    present: (identity) => presentIdentity(call.tenant, identity),
    fields,
    sortKeys: { name: (row) => row.name },
  });
}

const fields: FilterFields<Identity> = {
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  alias: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.alias },
  email: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.email },
  firstname: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.firstname },
  lastname: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.lastname },
};

function presentIdentity(tenant: Tenant, identity: Identity): unknown {
  const { id, name, alias, email, status, managerId, department, city } = identity;
  return {
    id,
    name,
    alias,
    email,
    status,
    identityState: status === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE_LONG_TERM',
    manager: managerId === null ? null : { type: 'IDENTITY', id: managerId, name: tenant.identity(managerId).name },
    attributes: [
      { key: 'department', name: 'Department', value: department },
      { key: 'location', name: 'Location', value: city },
    ],
  };
}
