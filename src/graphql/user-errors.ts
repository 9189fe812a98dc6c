import { hasCode, type GatewayError } from '../errors.js';
import { IgaLocaleOrigin, type IgaUserErrorCode } from '../generated/types.js';

export interface MessageModel {
  readonly text: string;
  readonly locale: string | null;
  readonly localeOrigin: IgaLocaleOrigin | null;
}

/** Something that the caller of a mutation can act on: data, not an error of the answer. */
export interface UserError {
  readonly __typename:
    | 'IgaInvalidInputError'
    | 'IgaLimitExceededError'
    | 'IgaTargetNotFoundError'
    | 'IgaNotPermittedError'
    | 'IgaUpstreamRejectedError';
  readonly code: IgaUserErrorCode;
  readonly message: string;
  /** Path into the mutation's `input`. */
  readonly field: string[] | null;
  readonly detailCode: string | null;
  readonly trackingId: string | null;
  readonly messages: MessageModel[];
  /** Of IgaLimitExceededError. */
  readonly limit: number;
  readonly actual: number;
  /** Of IgaTargetNotFoundError. */
  readonly targetId: string | null;
  /** Of IgaNotPermittedError. */
  readonly requiredScope: string | null;
}

const nothingMore = {
  field: null,
  detailCode: null,
  trackingId: null,
  messages: [],
  limit: 0,
  actual: 0,
  targetId: null,
  requiredScope: null,
} as const;

export function invalidInput(field: string[], message: string): UserError {
  return { ...nothingMore, messages: [], __typename: 'IgaInvalidInputError', code: 'INVALID_INPUT', field, message };
}

export function limitExceeded(field: string[], limit: number, actual: number): UserError {
  const message = `${field.join('.')} has ${actual} entries; the upstream takes ${limit} in one call. Nothing was sent.`;
  return { ...nothingMore, messages: [], __typename: 'IgaLimitExceededError', code: 'LIMIT_EXCEEDED', field, message, limit, actual };
}

/**
 * What the upstream's 400, 403 and 404 say to the caller of a write. Everything else is thrown on: it is an error of
 * the answer.
 */
export function userErrorOf(error: unknown): UserError {
  if (hasCode(error, 'FORBIDDEN')) {
    const [requiredScope = null] = error.details.requiredScopes ?? [];
    return { ...said(error), __typename: 'IgaNotPermittedError', code: 'NOT_PERMITTED', requiredScope };
  }
  if (hasCode(error, 'NOT_FOUND')) return { ...said(error), __typename: 'IgaTargetNotFoundError', code: 'TARGET_NOT_FOUND' };
  if (hasCode(error, 'UPSTREAM_REJECTED')) {
    return { ...said(error), __typename: 'IgaUpstreamRejectedError', code: 'UPSTREAM_REJECTED' };
  }
  throw error;
}

function said({ message, details: { upstream } }: GatewayError) {
  const messages = (upstream?.messages ?? []).map(({ text, locale, localeOrigin }) => messageOf(text, locale, localeOrigin));
  return { ...nothingMore, message, detailCode: upstream?.detailCode ?? null, trackingId: upstream?.trackingId ?? null, messages };
}

const localeOrigins: readonly string[] = Object.values(IgaLocaleOrigin);

export function messageOf(text: string, locale: string | null, localeOrigin: string | null): MessageModel {
  const isKnown = localeOrigin !== null && localeOrigins.includes(localeOrigin);
  return { text, locale, localeOrigin: isKnown ? (localeOrigin as IgaLocaleOrigin) : null };
}
