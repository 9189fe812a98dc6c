export type Headers = Readonly<Record<string, string>>;

/** A refusal in one of the upstream's several shapes (Q53). */
export class RefusalError extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly body: (context: ErrorContext) => unknown;

  constructor(status: number, body: (context: ErrorContext) => unknown, headers: Headers = {}) {
    super(`refused with ${status}`);
    this.name = 'RefusalError';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface ErrorContext {
  readonly trackingId: string;
  readonly acceptLanguage: string | undefined;
}

export interface ErrorMessage {
  locale: string;
  localeOrigin: 'DEFAULT' | 'REQUEST';
  text: string;
}

export function badRequest(...causes: readonly string[]): RefusalError {
  return documented(400, '400.1 Bad Request Content', causes);
}

export function forbidden(...causes: readonly string[]): RefusalError {
  return documented(403, '403 Forbidden', causes);
}

export function notFound(...causes: readonly string[]): RefusalError {
  return documented(404, '404 Not found', causes);
}

export function methodNotAllowed(allowed: readonly string[]): RefusalError {
  return documented(405, '405 Method Not Allowed', [], { allow: allowed.join(', ') });
}

export function internalFault(): RefusalError {
  return documented(500, '500.0 Internal Fault', []);
}

export function unauthorized(reason: string): RefusalError {
  return new RefusalError(401, () => ({ error: `JWT validation failed: ${reason}` }));
}

export function experimentalHeaderMissing(): RefusalError {
  return new RefusalError(400, () => ({ error: 'Experimental Header is missing or invalid.' }));
}

export function rateLimitExceeded(retryAfterSeconds: number): RefusalError {
  return new RefusalError(429, () => ({ message: ' Rate Limit Exceeded ' }), {
    'retry-after': String(retryAfterSeconds),
  });
}

/** What a layer in front of the documented one says to an `Accept` it cannot satisfy (Q57). */
export function notAcceptable(accept: string): RefusalError {
  return new RefusalError(500, ({ trackingId }) => ({
    errorName: 'NotAcceptableException',
    errorMessage: `Could not find acceptable representation for ${accept}`,
    trackingId,
  }));
}

/** A message in the language asked for where there is a translation, otherwise as it is (Q60). */
export function localize(text: string, acceptLanguage: string | undefined): ErrorMessage {
  const translation = wants(acceptLanguage, 'de') ? german[text] : undefined;
  return translation === undefined
    ? { locale: 'en-US', localeOrigin: 'DEFAULT', text }
    : { locale: 'de-DE', localeOrigin: 'REQUEST', text: translation };
}

function documented(
  status: keyof typeof reasons,
  detailCode: string,
  causes: readonly string[],
  headers: Headers = {},
): RefusalError {
  return new RefusalError(
    status,
    ({ trackingId, acceptLanguage }) => ({
      detailCode,
      trackingId,
      messages: [localize(reasons[status], acceptLanguage)],
      causes: causes.map((text) => localize(text, undefined)),
    }),
    headers,
  );
}

const reasons = {
  400: 'The request was syntactically correct but its content is semantically invalid.',
  403: 'The server understood the request but refuses to authorize it.',
  404: 'The server did not find a current representation for the target resource.',
  405: 'The method is not allowed for the target resource.',
  500: 'An internal fault occurred.',
} as const;

const german: Readonly<Record<string, string>> = {
  [reasons[400]]: 'Die Anfrage war syntaktisch richtig, ihr Inhalt ist aber ungültig.',
  [reasons[403]]: 'Der Server hat die Anfrage verstanden, verweigert aber die Berechtigung.',
  [reasons[404]]: 'Der Server hat keine aktuelle Darstellung der Ressource gefunden.',
  [reasons[500]]: 'Ein interner Fehler ist aufgetreten.',
};

function wants(acceptLanguage: string | undefined, language: string): boolean {
  const preferred = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return preferred === language || preferred.startsWith(`${language}-`);
}
