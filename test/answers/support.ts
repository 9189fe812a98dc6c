import type { AskOptions, TestGateway } from '../support/gateway.js';

export interface RawAnswer {
  readonly status: number;
  /** Without those that are another one's in each answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** The very text of the answer, without the figures of its cost. */
  readonly data: string;
  readonly cost: Cost | null;
  readonly codes: readonly unknown[];
  /** Was it sent as it had been sent before? */
  readonly isRepeated: boolean;
}

interface Cost {
  readonly upstreamCalls: number;
  readonly estimatedCalls: number;
  readonly budget: object | null;
  readonly cache: Readonly<Record<string, object>>;
}

export interface RawRequest extends AskOptions {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions?: object;
  readonly method?: 'GET' | 'POST';
}

const ownHeaders = new Set(['x-request-id', 'date', 'content-length']);

/** As clients see it: the texts and headers that came. */
export async function askRaw(gateway: TestGateway, request: RawRequest): Promise<RawAnswer> {
  const { as = 'administrator', token = gateway.upstream.persona(as).token, headers = {}, method = 'POST', ...parameters } = request;
  const body = JSON.stringify(parameters);
  const search = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
  const isGet = method === 'GET';
  const response = await fetch(`${gateway.origin}/graphql${isGet ? `?${search.toString()}` : ''}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(isGet ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(isGet ? {} : { body }),
  });
  const text = await response.text();
  const { errors, extensions } = JSON.parse(text) as { errors?: { extensions: { code?: unknown } }[]; extensions?: { cost?: Cost } };
  const [data = text] = text.split(',"extensions":{"cost":');
  const cost = extensions?.cost ?? null;
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.has(name))),
    data,
    cost,
    codes: (errors ?? []).map((error) => error.extensions.code),
    isRepeated: cost?.cache['answer'] !== undefined,
  };
}

/** Until it has been made out of the cache: what is asked for again is sent as it was. Returns the last answer. */
export async function askUntilKept(gateway: TestGateway, request: RawRequest): Promise<RawAnswer> {
  await askRaw(gateway, request);
  return askRaw(gateway, request);
}
