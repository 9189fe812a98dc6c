import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';
import { sendRaw, statusOf } from './raw-request.js';
import { SecretPieces } from './secret-pieces.js';

const read = { query: '{ certification(id: "any") { name } }' };
const write = {
  query: `mutation {
    updateReassignmentTenantConfiguration(input: { isEnabled: true }) { userErrors { code message detailCode trackingId messages { text locale } } }
  }`,
};

/** What an upstream answers that writes its caller's token wherever there is room. */
interface Echo {
  readonly status: number;
  readonly body: (token: string) => unknown;
  /** The upstream's id of the request, which answers and log lines have; its own if not given. */
  readonly requestId?: (token: string) => string;
}

const message = (token: string) => ({ text: `The token ${token} is no good`, locale: token, localeOrigin: token });
const everywhere = (token: string) => ({
  detailCode: token,
  trackingId: token,
  messages: [message(token), token],
  causes: [message(token)],
});

describe('a token that the upstream echoes', () => {
  let echo: Echo = { status: 200, body: everywhere };
  let server: Server;
  let gateway: GatewayProcess;
  let issuer: Upstream;
  let visits = 0;
  beforeAll(async () => {
    issuer = await startUpstream();
    server = createServer((request, response) => {
      visits += 1;
      answer(request, response, echo);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    gateway = await startGatewayProcess(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v2025`, { REQUEST_TIMEOUT_MS: '3000' });
  });
  afterAll(async () => {
    await gateway.stop();
    server.closeAllConnections();
    server.close();
    await issuer.stop();
  });

  beforeEach(async () => {
    // After failures in a row the gateway would not ask; any answer of the upstream's own ends the row.
    echo = { status: 400, body: () => '' };
    await ask(read, issuer.tokens.issue());
  });

  const ask = (body: unknown, token: string) => sendRaw(gateway.origin, { headers: [`Authorization: Bearer ${token}`], body });

  async function expectNoTrace(next: Echo): Promise<void> {
    echo = next;
    const written = gateway.output().length;
    for (const body of [read, write]) {
      // Of a token that was refused the upstream is not asked again.
      const token = issuer.tokens.issue();
      const pieces = new SecretPieces([token]);
      visits = 0;
      const text = await ask(body, token);
      expect([statusOf(text), visits > 0]).toEqual([200, true]);
      expect(pieces.findIn(text)).toBeNull();
      expect(pieces.findIn(gateway.output().slice(written))).toBeNull();
    }
  }

  test.each([200, 204, 301, 302, 303, 307, 308, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 504])(
    'with %d, in its reason, its headers and all of its body, is in no answer and in no log line',
    (status) => expectNoTrace({ status, body: everywhere }),
  );

  const bodies: [string, (token: string) => unknown][] = [
    ['in an OAuth error', (token) => ({ error: token, error_description: `expired: ${token}` })],
    ['in a plain message', (token) => ({ message: `Bearer ${token}` })],
    ['in a message that is an object', (token) => ({ message: { [token]: [token] } })],
    ['in an error message of one more form', (token) => ({ errorMessage: token, formatted_msg: token, error_code: token })],
    ['in a list of texts', (token) => ({ messages: [token, token], causes: [token] })],
    ['in a page', (token) => `<html><title>${token}</title></html>`],
    ['as a text', (token) => JSON.stringify(token)],
    ['behind more text than is shown', (token) => ({ message: `${'x'.repeat(450)} ${token}` })],
    ['with slashes before it', (token) => ({ message: `//${token}//` })],
  ];
  test.each(bodies)('%s of a refusal is in no answer and in no log line', (_where, body) => expectNoTrace({ status: 400, body }));

  test('in the id that the upstream gives to a request is in no answer and in no log line', () =>
    expectNoTrace({ status: 400, body: everywhere, requestId: (token) => token }),
  );

  const parts: [string, (token: string) => string][] = [
    ['cut short', (token) => token.slice(0, 300)],
    ['without its beginning', (token) => token.slice(100)],
    ['as its signature alone', (token) => token.split('.')[2] ?? ''],
    ['with its dots encoded', (token) => token.replaceAll('.', '%2E')],
  ];
  test.each(parts)('%s is in no answer and in no log line', (_how, cut) =>
    expectNoTrace({ status: 400, body: (token) => everywhere(cut(token)) }),
  );
});

function answer(request: IncomingMessage, response: ServerResponse, { status, body, requestId = () => randomUUID() }: Echo): void {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const value = body(token);
  request.resume();
  response.writeHead(status, `Refused ${token}`, {
    'content-type': typeof value === 'string' ? 'text/html' : 'application/json',
    location: `http://127.0.0.1:9/?token=${token}`,
    'www-authenticate': `Bearer error="${token}"`,
    'set-cookie': `token=${token}`,
    'slpt-request-id': requestId(token),
    'x-total-count': token,
    'retry-after': token,
    'x-deprecated': token,
  });
  response.end(status === 204 ? undefined : typeof value === 'string' ? value : JSON.stringify(value));
}
