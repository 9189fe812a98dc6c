import { badRequest, type Refusal } from './refusal.js';

/** A GraphQL request as it came, each part of the right type. */
export interface GraphqlParameters {
  readonly query?: string;
  /** Names a persisted document, in place of `query`. */
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables?: JsonObject;
  readonly extensions?: JsonObject;
}

export type JsonObject = Readonly<Record<string, unknown>>;

const forms = {
  text: { words: 'a text', fits: (value: unknown) => typeof value === 'string' },
  object: { words: 'an object', fits: isObject },
} as const;

const parameters = {
  query: forms.text,
  documentId: forms.text,
  operationName: forms.text,
  variables: forms.object,
  extensions: forms.object,
} as const satisfies Readonly<Record<keyof GraphqlParameters, unknown>>;

const names = Object.keys(parameters) as (keyof GraphqlParameters)[];

/**
 * The parameters of a request that was JSON: in a body or in a message. What is no request is the client's fault in the
 * same words for every one of its parts. Several requests in one are not taken: each would have to be limited, counted
 * and answered on its own.
 */
export function parametersOfJson(json: unknown): GraphqlParameters | Refusal {
  if (Array.isArray(json)) return badRequest('The body is a list; send one request at a time.');
  if (!isObject(json)) return badRequest('The body must be a JSON object with "query".');
  const given = names.filter((name) => json[name] !== undefined && json[name] !== null);
  const wrong = given.find((name) => !parameters[name].fits(json[name]));
  if (wrong !== undefined) return badRequest(`"${wrong}" must be ${parameters[wrong].words}.`);
  const request: GraphqlParameters = Object.fromEntries(given.map((name) => [name, json[name]]));
  const persistedQuery = request.extensions?.['persistedQuery'];
  if (persistedQuery === undefined || isPersistedQuery(persistedQuery)) return request;
  return badRequest('"extensions.persistedQuery" must be { "version": 1, "sha256Hash": <a text> }.');
}

/** How Apollo's clients name a document that the server knows; undefined where this one does not. */
export function hashOf({ extensions }: GraphqlParameters): string | undefined {
  const persistedQuery = extensions?.['persistedQuery'];
  return isPersistedQuery(persistedQuery) ? persistedQuery.sha256Hash : undefined;
}

function isPersistedQuery(value: unknown): value is { readonly version: 1; readonly sha256Hash: string } {
  return isObject(value) && value['version'] === 1 && typeof value['sha256Hash'] === 'string';
}

/**
 * The parameters of a request that stands in an address. Express' own parser stops at a thousand of them, and would not
 * see what is behind.
 */
export function parametersOfAddress(search: URLSearchParams): GraphqlParameters | Refusal {
  const values = names.map((name) => [name, search.getAll(name)] as const);
  const twice = values.find(([, texts]) => texts.length > 1);
  if (twice !== undefined) return badRequest(`"${twice[0]}" may stand in the address once.`);
  try {
    return parametersOfJson(Object.fromEntries(values.map(([name, [text]]) => [name, valueOf(name, text)])));
  } catch {
    return badRequest('"variables" and "extensions" must be JSON in the address.');
  }
}

/** The same parameters, for an address. */
export function addressOf(given: GraphqlParameters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return search;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws SyntaxError. */
function valueOf(name: keyof GraphqlParameters, text: string | undefined): unknown {
  // An empty name is none; an empty query is one, and a broken one.
  if (text === undefined || (name === 'operationName' && text === '')) return undefined;
  return parameters[name] === forms.object ? (JSON.parse(text) as unknown) : text;
}
