import { countersOf, identityReference, presentCertification } from './certification-view.js';
import { answerCollection, collectionParameters, sortedCollectionParameters } from './collection.js';
import { badRequest, forbidden, notFound } from './errors.js';
import type { Expression } from './filter-expression.js';
import type { FilterFields } from './filters.js';
import type { AccessReviewItem, Certification, Identity, Permission } from './model.js';
import { allScopes, ok } from './operation.js';
import type { Answer, Call, Contract, Operation, Viewer } from './operation.js';
import type { SortKeys } from './sorters.js';
import type { Tenant } from './tenant.js';

export const readScope: Readonly<Record<Contract, string>> = {
  beta: 'idn:certification:read',
  stable: 'idn:campaign:read',
};

export const writeScope: Readonly<Record<Contract, string>> = {
  beta: 'idn:certification:write',
  stable: 'idn:campaign:manage',
};

/** The same parameter under two spellings; beta's is wrong, and is the only one it takes (Q1). */
export const reviewerParameter: Readonly<Record<Contract, string>> = {
  beta: 'reviewer-identitiy',
  stable: 'reviewer-identity',
};

export function certificationOperations(contract: Contract): Operation[] {
  const isDeprecated = contract === 'beta';
  const shared: Operation[] = [
    {
      name: contract === 'beta' ? 'listCertifications' : 'listIdentityCertifications',
      method: 'GET',
      path: '/certifications',
      scopes: [contract === 'beta' ? allScopes : readScope.stable],
      query: [reviewerParameter[contract], ...sortedCollectionParameters],
      isDeprecated,
      handle: listCertifications,
    },
    {
      name: 'listCertificationReviewers',
      method: 'GET',
      path: '/certifications/{id}/reviewers',
      scopes: [readScope[contract]],
      query: sortedCollectionParameters,
      isDeprecated,
      handle: listReviewers,
    },
    {
      name: 'getIdentityCertificationItemPermissions',
      method: 'GET',
      path: '/certifications/{certificationId}/access-review-items/{itemId}/permissions',
      scopes: [readScope[contract]],
      query: collectionParameters,
      isDeprecated,
      handle: listPermissions,
    },
  ];
  return contract === 'beta' ? shared : [...shared, getCertificationOperation];
}

const getCertificationOperation: Operation = {
  name: 'getIdentityCertification',
  method: 'GET',
  path: '/certifications/{id}',
  scopes: [readScope.stable],
  handle: (call) =>
    ok(presentCertification(call.tenant, reviewable(call, call.parameter('id')), call.generation.contract)),
};

export function mayReview(viewer: Viewer, certification: Certification): boolean {
  return viewer.isCertificationAdmin || certification.reviewerIds.includes(viewer.identityId);
}

/** The certification, if the viewer may see it; throws the 403 or 404. */
export function reviewable({ tenant, viewer }: Call, id: string): Certification {
  const certification = tenant.certifications.get(id);
  if (certification === undefined) throw notFound(`Certification '${id}' was not found.`);
  if (!mayReview(viewer, certification)) throw forbidden(`You are not a reviewer of certification '${id}'.`);
  return certification;
}

/** The identity that a list is narrowed to, or null: everything the viewer may review. */
export function askedReviewerId({ query, viewer, generation }: Call): string | null {
  const asked = query.get(reviewerParameter[generation.contract]);
  return asked === 'me' ? viewer.identityId : asked;
}

function listCertifications(call: Call): Answer {
  const { tenant, viewer, generation } = call;
  const reviewerId = askedReviewerId(call);
  const rows = [...tenant.certifications.values()].filter(
    (certification) =>
      certification.reviewer.type === 'IDENTITY' &&
      mayReview(viewer, certification) &&
      (reviewerId === null || certification.reviewer.id === reviewerId),
  );
  return answerCollection(call, rows, {
    present: (certification) => presentCertification(tenant, certification, generation.contract),
    fields: generation.contract === 'beta' ? betaFields(tenant) : stableFields,
    sortKeys: certificationSortKeys,
  });
}

const stableFields: FilterFields<Certification> = {
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  'campaign.id': { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.campaignId },
  phase: { operators: ['eq'], kind: 'exact', read: (row) => row.phase },
  completed: { operators: ['eq'], kind: 'boolean', read: (row) => countersOf(row).completed },
};

const betaFields = (tenant: Tenant): FilterFields<Certification> => ({
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  'campaignRef.id': { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.campaignId },
  'campaignRef.campaignType': {
    operators: ['eq', 'in'],
    kind: 'exact',
    read: (row) => tenant.campaign(row.campaignId).campaignType,
  },
  phase: { operators: ['eq'], kind: 'exact', read: (row) => row.phase },
  completed: { operators: ['eq', 'ne'], kind: 'boolean', read: (row) => countersOf(row).completed },
});

const certificationSortKeys: SortKeys<Certification> = {
  name: (row) => row.name,
  due: (row) => row.due,
  signed: (row) => row.signed,
};

function listReviewers(call: Call): Answer {
  const { tenant } = call;
  const certification = reviewable(call, call.parameter('id'));
  return answerCollection(call, certification.reviewerIds.map((id) => tenant.identity(id)), {
    present: (identity) => identityReference(tenant, identity.id),
    fields: reviewerFields,
    sortKeys: { name: (row) => row.name, email: (row) => row.email },
  });
}

const reviewerFields: FilterFields<Identity> = {
  id: { operators: ['eq', 'in'], kind: 'exact', read: (row) => row.id },
  name: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.name },
  email: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.email },
};

function listPermissions(call: Call): Answer {
  const certification = reviewable(call, call.parameter('certificationId'));
  return answerCollection(call, itemOf(certification, call.parameter('itemId')).permissions, {
    present: ({ target, rights }) => ({ target, rights }),
    fields: permissionFields,
    checkFilter: checkPermissionFilter,
  });
}

function itemOf(certification: Certification, itemId: string): AccessReviewItem {
  const item = certification.items.find(({ id }) => id === itemId);
  if (item === undefined) throw notFound(`Item '${itemId}' was not found in certification '${certification.id}'.`);
  return item;
}

const permissionFields: FilterFields<Permission> = {
  target: { operators: ['eq', 'sw'], kind: 'text', read: (row) => row.target },
  rights: { operators: ['ca'], kind: 'text', read: (row) => row.rights },
};

/** One term, or one `and`/`or` between a term on `target` and one on `rights`. */
function checkPermissionFilter(expression: Expression): void {
  if (expression.kind === 'comparison') return;
  const isPair =
    expression.kind !== 'not' &&
    expression.left.kind === 'comparison' &&
    expression.right.kind === 'comparison' &&
    expression.left.field !== expression.right.field;
  if (!isPair) throw badRequest("Only a single 'and' or 'or' between a target and a rights filter is supported.");
}
