import { hasCode, type GatewayError } from '../errors.js';
import { IgaLocaleOrigin } from '../generated/types.js';

export interface MessageModel {
  readonly text: string;
  readonly locale: string | null;
  readonly localeOrigin: IgaLocaleOrigin | null;
}

interface Said {
  readonly message: string;
  /** Path into the mutation's `input`. */
  readonly field: string[] | null;
  readonly detailCode: string | null;
  readonly trackingId: string | null;
  readonly messages: MessageModel[];
}

/** Something that the caller of a mutation can act on: data, not an error of the answer. */
export type UserError = Said &
  (
    | { readonly __typename: 'IgaInvalidInputError'; readonly code: 'INVALID_INPUT' }
    | { readonly __typename: 'IgaLimitExceededError'; readonly code: 'LIMIT_EXCEEDED'; readonly limit: number; readonly actual: number }
    | { readonly __typename: 'IgaTargetNotFoundError'; readonly code: 'TARGET_NOT_FOUND'; readonly targetId: string | null }
    | { readonly __typename: 'IgaNotPermittedError'; readonly code: 'NOT_PERMITTED'; readonly requiredScope: string | null }
    | { readonly __typename: 'IgaUpstreamRejectedError'; readonly code: 'UPSTREAM_REJECTED' }
  );

export function invalidInput(field: string[], message: string): UserError {
  return { __typename: 'IgaInvalidInputError', code: 'INVALID_INPUT', ...found(field, message) };
}

export function limitExceeded(field: string[], limit: number, actual: number): UserError {
  const message = `${field.join('.')} has ${actual} entries; ${limit} are allowed. Nothing was sent.`;
  return { __typename: 'IgaLimitExceededError', code: 'LIMIT_EXCEEDED', limit, actual, ...found(field, message) };
}

export function targetNotFound(field: string[], targetId: string, message: string): UserError {
  return { __typename: 'IgaTargetNotFoundError', code: 'TARGET_NOT_FOUND', targetId, ...found(field, message) };
}

/**
 * What the upstream's 400, 403 and 404 say to the caller of a write. Everything else is thrown on: it is an error of
 * the answer.
 */
export function userErrorOf(error: unknown): UserError {
  if (hasCode(error, 'FORBIDDEN')) {
    const [requiredScope = null] = error.details.requiredScopes ?? [];
    return { __typename: 'IgaNotPermittedError', code: 'NOT_PERMITTED', requiredScope, ...said(error) };
  }
  if (hasCode(error, 'NOT_FOUND')) {
    // Which of the input's objects it is the upstream does not say.
    return { __typename: 'IgaTargetNotFoundError', code: 'TARGET_NOT_FOUND', targetId: null, ...said(error) };
  }
  if (hasCode(error, 'UPSTREAM_REJECTED')) {
    return { __typename: 'IgaUpstreamRejectedError', code: 'UPSTREAM_REJECTED', ...said(error) };
  }
  throw error;
}

/** By the gateway, before anything was sent. */
function found(field: string[], message: string): Said {
  return { message, field, detailCode: null, trackingId: null, messages: [] };
}

/** By the upstream. */
function said({ message, details: { upstream } }: GatewayError): Said {
  const messages = (upstream?.messages ?? []).map(({ text, locale, localeOrigin }) => messageOf(text, locale, localeOrigin));
  return { message, field: null, detailCode: upstream?.detailCode ?? null, trackingId: upstream?.trackingId ?? null, messages };
}

const localeOrigins: readonly string[] = Object.values(IgaLocaleOrigin);

export function messageOf(text: string, locale: string | null, localeOrigin: string | null): MessageModel {
  const isKnown = localeOrigin !== null && localeOrigins.includes(localeOrigin);
  return { text, locale, localeOrigin: isKnown ? (localeOrigin as IgaLocaleOrigin) : null };
}
