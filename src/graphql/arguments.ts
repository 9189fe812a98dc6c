import { badUserInput } from '../errors.js';

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const longestId = 128;
const longestList = 100;
const longestText = 250;

/**
 * An id that may stand in an address or a filter. Upstream ids are opaque and not UUIDs; this form keeps out what
 * could lead to another operation (Q11). Throws BAD_USER_INPUT.
 */
export function checkedId(argument: string, id: unknown): string {
  // Representations come from other subgraphs and may hold anything.
  if (typeof id === 'string' && id.length <= longestId && idForm.test(id)) return id;
  throw badUserInput(
    argument,
    `${argument} is no ID: an ID is 1 to ${longestId} letters, digits, dots, dashes and underscores, and begins with a letter or digit.`,
  );
}

/** The same, or null when not given. */
export function optionalId(argument: string, id: string | null | undefined): string | null {
  return id === null || id === undefined ? null : checkedId(argument, id);
}

/** 1 to 100 distinct ids in a fixed order, or null when not given. Throws BAD_USER_INPUT. */
export function checkedIds(argument: string, ids: readonly string[] | null | undefined): string[] | null {
  const distinct = checkedList(argument, ids);
  return distinct?.map((id) => checkedId(argument, id)).toSorted() ?? null;
}

/** 1 to 100 entries, each once, or null when not given. Throws BAD_USER_INPUT. */
export function checkedList<Entry>(argument: string, entries: readonly Entry[] | null | undefined): Entry[] | null {
  if (entries === null || entries === undefined) return null;
  if (entries.length === 0) {
    throw badUserInput(argument, `${argument} is an empty list; leave it out for all, or give 1 to ${longestList} entries.`);
  }
  if (entries.length > longestList) {
    throw badUserInput(argument, `${argument} has ${entries.length} entries; 1 to ${longestList} are allowed.`);
  }
  return [...new Set(entries)];
}

export interface TextFilter {
  readonly operator: 'eq' | 'startsWith';
  readonly value: string;
}

/**
 * `{ eq }` or `{ startsWith }`, exactly one: checked here as well, since some routers drop `@oneOf`. Throws
 * BAD_USER_INPUT.
 */
export function checkedTextFilter(
  argument: string,
  filter: { readonly eq?: string | null | undefined; readonly startsWith?: string | null | undefined } | null | undefined,
): TextFilter | null {
  if (filter === null || filter === undefined) return null;
  const given = (['eq', 'startsWith'] as const).flatMap((operator) => {
    const value = filter[operator];
    return value === null || value === undefined ? [] : [{ operator, value }];
  });
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) {
    throw badUserInput(argument, `${argument} takes exactly one of eq and startsWith.`);
  }
  return { operator: only.operator, value: checkedText(`${argument}.${only.operator}`, only.value) };
}

/** A text that may stand in a filter. Throws BAD_USER_INPUT. */
export function checkedText(argument: string, text: string): string {
  if (text.length === 0 || text.length > longestText) {
    throw badUserInput(argument, `${argument} must have 1 to ${longestText} characters.`);
  }
  if (/\p{Cc}/u.test(text)) throw badUserInput(argument, `${argument} must not contain control characters.`);
  return text;
}

export interface SortKey<Field extends string> {
  readonly field: Field;
  readonly isDescending: boolean;
}

/**
 * The order asked for, with those of `lastKeys` behind it that it does not name: the upstream documents no order of its
 * own and pages without a snapshot (Q36). Throws BAD_USER_INPUT when a field is named twice.
 */
export function checkedOrder<Field extends string>(
  argument: string,
  order: readonly { readonly field: Field; readonly direction?: 'ASC' | 'DESC' | null | undefined }[] | null | undefined,
  ...lastKeys: readonly Field[]
): SortKey<Field>[] {
  const keys = (order ?? []).map(({ field, direction }) => ({ field, isDescending: direction === 'DESC' }));
  const fields = new Set(keys.map((key) => key.field));
  if (fields.size < keys.length) throw badUserInput(argument, `${argument} names a field twice.`);
  return [...keys, ...lastKeys.filter((field) => !fields.has(field)).map((field) => ({ field, isDescending: false }))];
}
