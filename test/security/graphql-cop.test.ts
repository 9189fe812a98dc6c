import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';

/** An answer as the auditor looks at it: its text, and its JSON where it is any. */
interface Seen {
  readonly text: string;
  readonly json: Json;
}

interface Json {
  readonly data?: { readonly [field: string]: unknown } | null;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: { readonly [name: string]: unknown } }[];
  readonly extensions?: { readonly tracing?: unknown };
  /** Of a list of answers. */
  readonly length?: number;
}

interface Check {
  readonly title: string;
  /** Each is sent; one vulnerable answer is enough. */
  readonly requests: readonly { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown }[];
  readonly isVulnerable: (seen: Seen) => boolean;
}

/** The auditor names its operations so. */
const query = (text: string) => [{ method: 'POST', path: '/graphql', body: { query: text, operationName: 'cop' } }] as const;
const inAddress = (method: 'GET' | 'POST', text: string) => [{ method, path: `/graphql?${String(new URLSearchParams({ query: text }))}` }] as const;
const typeName = ({ json }: Seen) => typeof json.data?.['__typename'] === 'string';
const ides = ['graphiql.min.css', 'GraphQL Playground', 'GraphiQL', 'graphql-playground'];

/** The checks of graphql-cop (github.com/dolevf/graphql-cop), with its own criteria. */
const checks: readonly Check[] = [
  {
    title: 'Field Suggestions',
    requests: query('query cop { __schema { directive } }'),
    isVulnerable: ({ text }) => text.includes('Did you mean'),
  },
  {
    title: 'Introspection',
    requests: query('query cop { __schema { types { name fields { name } } } }'),
    isVulnerable: ({ json }) => json.data?.['__schema'] !== undefined,
  },
  {
    title: 'GraphQL IDE',
    requests: ['/graphiql', '/playground', '/console', '/graphql', '/'].map((path) => ({ method: 'GET', path })),
    isVulnerable: ({ text }) => ides.some((word) => text.includes(word)),
  },
  {
    title: 'GET Method Query Support',
    requests: inAddress('GET', 'query cop {__typename}'),
    isVulnerable: typeName,
  },
  {
    title: 'Mutation is allowed over GET',
    requests: inAddress('GET', 'mutation cop {__typename}'),
    isVulnerable: typeName,
  },
  {
    title: 'POST based url-encoded query',
    requests: inAddress('POST', 'query cop {__typename}'),
    isVulnerable: typeName,
  },
  {
    title: 'Alias Overloading',
    requests: query(`query cop { ${Array.from({ length: 101 }, (_, index) => `alias${index}:__typename`).join(' ')} }`),
    isVulnerable: ({ json }) => json.data?.['alias100'] !== undefined,
  },
  {
    title: 'Array-based Query Batching',
    requests: [{ method: 'POST', path: '/graphql', body: Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })) }],
    isVulnerable: ({ json }) => (json.length ?? 0) >= 10,
  },
  {
    title: 'Field Duplication',
    requests: query(`query cop { ${'__typename '.repeat(500)} }`),
    isVulnerable: typeName,
  },
  {
    title: 'Directive Overloading',
    requests: query(`query cop { __typename ${'@aa'.repeat(10)} }`),
    isVulnerable: ({ json }) => json.errors?.length === 10,
  },
  {
    title: 'Introspection-based Circular Query',
    requests: query('query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }'),
    isVulnerable: ({ json }) => json.data?.['__schema'] !== undefined,
  },
  {
    title: 'Circular Fragment',
    requests: query('query cop { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }'),
    isVulnerable: ({ json }) => json.errors === undefined,
  },
  {
    title: 'Trace Mode',
    requests: query('query cop { __typename }'),
    isVulnerable: ({ text, json }) => json.extensions?.tracing !== undefined || /stacktrace|"exception"/i.test(text),
  },
  {
    title: 'Unhandled Errors Detection',
    requests: query('qwerty cop { abc }'),
    isVulnerable: ({ text, json }) => json.errors?.[0]?.extensions?.['exception'] !== undefined || /stacktrace|"exception"/i.test(text),
  },
];

describe('graphql-cop, against the gateway in production', () => {
  let upstream: Upstream;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    upstream = await startUpstream({ rateLimit: 'off' });
    gateway = await startGatewayProcess(upstream.apiUrl('v2025'));
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream.stop();
  });
  beforeEach(() => upstream.clearRequests());

  async function isFound({ requests, isVulnerable }: Check, headers: Record<string, string>): Promise<boolean> {
    const seen = await Promise.all(requests.map((request) => look(request, headers)));
    return seen.some(isVulnerable);
  }

  async function look({ method, path, body }: Check['requests'][number], headers: Record<string, string>): Promise<Seen> {
    const response = await fetch(`${gateway.origin}${path}`, {
      method,
      headers: { 'user-agent': 'graphql-cop', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { text, json: JSON.parse(text) as Json };
  }

  const withToken = () => ({ authorization: `Bearer ${upstream.persona('administrator').token}` });

  test.each(checks)('without a token does not find: $title', async (check) => {
    expect(await isFound(check, {})).toBe(false);
    expect(upstream.requests).toEqual([]);
  });

  test.each(checks)('with a token does not find: $title', async (check) => {
    expect(await isFound(check, withToken())).toBe(false);
    expect(upstream.requests).toEqual([]);
  });

  test('GET reads with a token and a header for which a browser asks the gateway first, and never writes', async () => {
    const read = await look({ method: 'GET', path: `/graphql?query=${encodeURIComponent('{ certifications(first: 1) { nodes { id } } }')}` }, { ...withToken(), 'apollo-require-preflight': 'true' });
    expect(read.json.errors).toBeUndefined();
    upstream.clearRequests();
    const mutation = 'mutation { updateReassignmentTenantConfiguration(input: { isEnabled: false }) { userErrors { code } } }';
    const write = await look({ method: 'GET', path: `/graphql?query=${encodeURIComponent(mutation)}` }, { ...withToken(), 'apollo-require-preflight': 'true' });
    expect(write.json.data).toBeUndefined();
    expect(upstream.requests).toEqual([]);
    const preflight = await fetch(`${gateway.origin}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example.com', 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});
