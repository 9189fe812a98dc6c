import { badUserInput } from '../errors.js';
import type {
  AccessReviewAccessFilter,
  AccessReviewAccessType,
  AccessReviewItemFilter,
  AccessReviewItemOrder,
  AccessReviewItemOrderField,
  AccessReviewPermissionFilter,
  CertificationIdentitySummaryFilter,
} from '../generated/types.js';
import {
  checkedIds,
  checkedList,
  checkedOrder,
  checkedText,
  checkedTextFilter,
  type SortKey,
  type TextFilter,
} from '../graphql/arguments.js';

// Queries are checked, and in one form for one meaning, as they name cursors and loads.

/** Which items of one certification, in which order. */
export interface ItemQuery {
  readonly certificationId: string;
  readonly ids: readonly string[] | null;
  readonly accessType: AccessReviewAccessType | null;
  readonly accessIds: readonly string[] | null;
  readonly accessName: TextFilter | null;
  readonly isCompleted: boolean | null;
  readonly identitySummaryIds: readonly string[] | null;
  readonly identitySummaryName: TextFilter | null;
  readonly entitlementSourceName: TextFilter | null;
  readonly accessProfileSourceName: TextFilter | null;
  readonly about: AboutAccess | null;
  readonly order: readonly SortKey<AccessReviewItemOrderField>[];
}

/** One of the three lists of which the upstream takes one at a time. */
export interface AboutAccess {
  readonly list: (typeof aboutLists)[number];
  readonly ids: readonly string[];
}

const aboutLists = ['entitlementIds', 'accessProfileIds', 'roleIds'] as const;

export interface ItemQueryArguments {
  readonly filter?: AccessReviewItemFilter | null | undefined;
  readonly orderBy?: readonly AccessReviewItemOrder[] | null | undefined;
}

/** Throws BAD_USER_INPUT. */
export function checkedItemQuery(certificationId: string, { filter, orderBy }: ItemQueryArguments): ItemQuery {
  return {
    certificationId,
    ids: checkedIds('filter.ids', filter?.ids),
    accessType: filter?.accessType ?? null,
    accessIds: checkedIds('filter.accessIds', filter?.accessIds),
    accessName: checkedTextFilter('filter.accessName', filter?.accessName),
    isCompleted: filter?.isCompleted ?? null,
    identitySummaryIds: checkedIds('filter.identitySummaryIds', filter?.identitySummaryIds),
    identitySummaryName: checkedTextFilter('filter.identitySummaryName', filter?.identitySummaryName),
    entitlementSourceName: checkedTextFilter('filter.entitlementSourceName', filter?.entitlementSourceName),
    accessProfileSourceName: checkedTextFilter('filter.accessProfileSourceName', filter?.accessProfileSourceName),
    about: checkedAbout(filter),
    // As far as the upstream can tell rows apart: it sorts by no id.
    order: checkedOrder('orderBy', orderBy, 'IDENTITY_SUMMARY_NAME', 'ACCESS_NAME', 'ACCESS_TYPE'),
  };
}

function checkedAbout(filter: AccessReviewItemFilter | null | undefined): AboutAccess | null {
  const [first, second] = aboutLists.flatMap((list): AboutAccess[] => {
    const ids = checkedIds(`filter.${list}`, filter?.[list]);
    return ids === null ? [] : [{ list, ids }];
  });
  if (second !== undefined) {
    throw badUserInput(
      `filter.${second.list}`,
      `filter takes only one of ${aboutLists.join(', ')}; it has ${first?.list} and ${second.list}.`,
    );
  }
  return first ?? null;
}

/** Which identity summaries of one certification; by name. */
export interface IdentitySummaryQuery {
  readonly certificationId: string;
  readonly ids: readonly string[] | null;
  readonly isCompleted: boolean | null;
  readonly name: TextFilter | null;
}

/** Throws BAD_USER_INPUT. */
export function checkedIdentitySummaryQuery(
  certificationId: string,
  filter: CertificationIdentitySummaryFilter | null | undefined,
): IdentitySummaryQuery {
  return {
    certificationId,
    ids: checkedIds('filter.ids', filter?.ids),
    isCompleted: filter?.isCompleted ?? null,
    name: checkedTextFilter('filter.name', filter?.name),
  };
}

/** Which access of one type in one certification; by name. */
export interface AccessQuery {
  readonly certificationId: string;
  readonly type: AccessReviewAccessType;
  readonly ids: readonly string[] | null;
  readonly name: TextFilter | null;
  readonly isCompleted: boolean | null;
  readonly entitlementSourceName: TextFilter | null;
  readonly accessProfileSourceName: TextFilter | null;
}

/** Throws BAD_USER_INPUT. */
export function checkedAccessQuery(
  certificationId: string,
  type: AccessReviewAccessType,
  filter: AccessReviewAccessFilter | null | undefined,
): AccessQuery {
  return {
    certificationId,
    type,
    ids: checkedIds('filter.ids', filter?.ids),
    name: checkedTextFilter('filter.name', filter?.name),
    isCompleted: filter?.isCompleted ?? null,
    entitlementSourceName: checkedTextFilter('filter.entitlementSourceName', filter?.entitlementSourceName),
    accessProfileSourceName: checkedTextFilter('filter.accessProfileSourceName', filter?.accessProfileSourceName),
  };
}

/** Of which identity summaries of one certification the decisions are counted; null is all. */
export interface DecisionSummaryQuery {
  readonly certificationId: string;
  readonly identitySummaryIds: readonly string[] | null;
}

/** Throws BAD_USER_INPUT. */
export function checkedDecisionSummaryQuery(certificationId: string, ids: readonly string[] | null | undefined): DecisionSummaryQuery {
  return { certificationId, identitySummaryIds: checkedIds('identitySummaryIds', ids) };
}

/** Which permissions of one access review item. The upstream neither sorts nor identifies them. */
export interface PermissionQuery {
  readonly certificationId: string;
  readonly itemId: string;
  readonly target: TextFilter | null;
  readonly rights: readonly string[] | null;
  readonly operator: 'and' | 'or';
}

/** Throws BAD_USER_INPUT. */
export function checkedPermissionQuery(
  item: { readonly certificationId: string; readonly itemId: string },
  filter: AccessReviewPermissionFilter | null | undefined,
): PermissionQuery {
  const rights = checkedList('filter.rights', filter?.rights)?.map((right) => checkedText('filter.rights', right)).toSorted() ?? null;
  return {
    ...item,
    target: checkedTextFilter('filter.target', filter?.target),
    rights,
    operator: filter?.operator === 'OR' ? 'or' : 'and',
  };
}
