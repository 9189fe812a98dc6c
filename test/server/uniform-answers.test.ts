import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

describe.each([
  ['off', false],
  ['on', true],
])('with GraphiQL %s', (_what, isGraphiqlOn) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    if (isGraphiqlOn) execFileSync(process.execPath, [fileURLToPath(new URL('../../graphiql/build.mjs', import.meta.url)), '--if-stale']);
    gateway = await startTestGateway({ server: { isGraphiqlOn } });
  });
  afterAll(() => gateway.stop());

  /** As it stands, which no client would send. */
  function raw(text: string): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(gateway.origin).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
      socket.once('error', reject);
      socket.once('close', () => {
        const [head = '', ...body] = answer.split('\r\n\r\n');
        resolve({ status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') });
      });
      socket.write(text);
    });
  }

  const token = () => gateway.upstream.persona('reviewer').token;
  const request = (method: string, target: string, more: readonly string[] = []) =>
    raw([`${method} ${target} HTTP/1.1`, 'Host: gateway', `Authorization: Bearer ${token()}`, 'Connection: close', ...more, '', ''].join('\r\n'));

  function expectUniform({ status, head, body }: RawAnswer, expected: number, code: string, hasBody = true): void {
    expect(status).toBe(expected);
    expect(head).not.toMatch(/express|x-powered-by|node/i);
    if (!hasBody) return;
    expect(JSON.parse(body)).toEqual({ errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }] });
    expect(head).toMatch(/content-type: application\/json; charset=utf-8/i);
    expect(body).not.toMatch(/express|node_modules|Cannot (GET|POST)|\bat \w+ \(|URIError|decode/i);
  }

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'HEAD', 'OPTIONS', 'PROPFIND', 'QUERY'])('%s /graphql is 405 with what is allowed', async (method) => {
    const answer = await request(method, '/graphql');
    expectUniform(answer, 405, 'BAD_USER_INPUT', method !== 'HEAD');
    expect(answer.head).toMatch(/^allow: GET, POST\r?$/im);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is 405 where things are only read', async (method) => {
    const paths = ['/health/live', '/health/ready', ...(isGraphiqlOn ? ['/', '/graphiql', '/graphiql/config.json', '/graphiql/assets/app.js'] : [])];
    for (const path of paths) {
      const answer = await request(method, path);
      expectUniform(answer, 405, 'BAD_USER_INPUT');
      expect(answer.head).toMatch(/^allow: GET, HEAD\r?$/im);
    }
  });

  test.each(['/nothing', '/graphql/', '/GRAPHQL', '//graphql', '/graphql/..', '/health', '/health/live/', '/%2e%2e/etc', '/graphiql/assets/nothing.js', '/graphiql/assets/', '/graphql%2f', '/graphql;a=b', '*'])(
    'no method finds anything at %s',
    async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
        const answer = await request(method, path);
        if (isGraphiqlOn && path.startsWith('/graphiql/assets/') && method !== 'GET') expectUniform(answer, 405, 'BAD_USER_INPUT');
        else expectUniform(answer, 404, 'NOT_FOUND');
      }
    },
  );

  test.each(['/%', '/%zz', '/%E0%A4%A', '/graphql%', '/graphql/%', '/graphiql/%', '/graphiql/assets/%', '/graphiql/assets/%E0%A4%A', '/graphiql/assets/%00', '/health/%c0%ae'])(
    'what is no percent-encoding in %s is nowhere, and no fault',
    async (path) => {
      const answer = await request('GET', path);
      expect([400, 404]).toContain(answer.status);
      expectUniform(answer, answer.status, answer.status === 400 ? 'BAD_USER_INPUT' : 'NOT_FOUND');
    },
  );

  test('percent-signs in the parameters are taken as they are', async () => {
    const answer = await request('GET', '/graphql?query=%7B__typename%7D&a=%&b=%E0%A4%A', ['Apollo-Require-Preflight: true']);
    expect(JSON.parse(answer.body)).toMatchObject({ data: { __typename: 'Query' } });
  });

  const post = (headers: readonly string[], body: string) =>
    raw(['POST /graphql HTTP/1.1', 'Host: gateway', `Authorization: Bearer ${token()}`, 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`, ...headers, '', body].join('\r\n'));

  test.each([
    ['of an unknown character set', ['Content-Type: application/json; charset=nonsense'], '{"query":"{ __typename }"}', 415],
    ['of another character set', ['Content-Type: application/json; charset=iso-8859-1'], '{"query":"{ __typename }"}', 415],
    ['of an unknown encoding', ['Content-Type: application/json', 'Content-Encoding: nonsense'], '{"query":"{ __typename }"}', 415],
    ['that is not what its encoding says', ['Content-Type: application/json', 'Content-Encoding: gzip'], '{"query":"{ __typename }"}', 400],
    ['of another type', ['Content-Type: text/plain'], '{"query":"{ __typename }"}', 415],
    ['of a form', ['Content-Type: application/x-www-form-urlencoded'], 'query=%7B__typename%7D', 415],
    ['of no type', [], '{"query":"{ __typename }"}', 415],
    ['that is no type at all', ['Content-Type: ;;;'], '{"query":"{ __typename }"}', 415],
    ['that is not there', ['Content-Type: application/json'], '', 400],
    ['that is no JSON', ['Content-Type: application/json'], '{"query":', 400],
    ['that is a text', ['Content-Type: application/json'], '"{ __typename }"', 400],
    ['that is a list', ['Content-Type: application/json'], '[{"query":"{ __typename }"}]', 400],
    ['whose query is no text', ['Content-Type: application/json'], '{"query":{"kind":"Document"}}', 400],
    ['with nothing in it', ['Content-Type: application/json'], '{}', 400],
  ])('a body %s is the client’s fault', async (_what, headers, body, status) => {
    expectUniform(await post(headers, body), status, 'BAD_USER_INPUT');
  });

  test.each(['variables=5', 'variables={', 'variables=[]', 'extensions=null5', 'query=a&query=b', 'variables={}&variables={}', 'extensions="a"', 'documentId=a', ''])(
    'an address with ?%s is the client’s fault',
    async (search) => {
      expectUniform(await request('GET', `/graphql?${search}`), 400, 'BAD_USER_INPUT');
    },
  );

  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a method that there is not', 'FETCH /graphql HTTP/1.1\r\nHost: gateway\r\n\r\n', 400],
    ['a header without an end', 'GET / HTTP/1.1\r\nHost gateway\r\n\r\n', 400],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    ['a length and chunks', 'POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na', 400],
    ['too long headers', `GET / HTTP/1.1\r\nHost: gateway\r\nX-Long: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
  ])('%s is answered in the same shape', async (_what, text, status) => {
    expectUniform(await raw(text), status, 'BAD_USER_INPUT');
  });
});
