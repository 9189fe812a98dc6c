import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Admission } from '../../src/auth/admission.js';
import { BearerToken } from '../../src/auth/bearer-token.js';
import { viewerOf } from '../../src/auth/viewer.js';
import { clientsOver, type Clients } from '../../src/doctor/clients.js';
import { ReadOnlyClient } from '../../src/doctor/read-only-client.js';
import { createLogger } from '../../src/logger.js';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { deadlineIn } from '../../src/upstream/deadline.js';
import { parseApiUrl } from '../../src/upstream/generation.js';
import { Upstream as Connection } from '../../src/upstream/upstream.js';
import { UpstreamCalls } from '../../src/upstream/upstream-calls.js';
import { Trace } from '../../src/tracing/trace.js';

let standIn: Upstream;
let connection: Connection;
let clients: Clients;
beforeEach(async () => {
  standIn = await startUpstream();
  const logger = createLogger({ level: 'silent', isReadable: false });
  const admission = new Admission({ admissionMs: 60_000, records: null, now: Date.now });
  connection = new Connection({
    generation: parseApiUrl(standIn.apiUrl('v2025'), false),
    admission,
    timeoutMs: 10_000,
    limit: { calls: 50, windowMs: 1000 },
    redis: null,
    logger,
  });
  const calls = new UpstreamCalls(
    { ...connection.connection, client: new ReadOnlyClient(connection.connection.client, () => undefined) },
    {
      viewer: viewerOf(new BearerToken(standIn.persona('administrator').token)),
      logger,
      deadline: deadlineIn(10_000),
      left: new AbortController().signal,
      language: null,
      trace: Trace.begin({ requestId: 'a-test', caller: { traceparent: null, tracestate: null } }, 'test'),
    },
  );
  clients = clientsOver(calls);
});
afterEach(async () => {
  connection.close();
  await standIn.stop();
});

test('the doctor’s way out lets a read pass', async () => {
  await clients.reassignment.listConfigTypes();
  expect(standIn.requests.map(({ method }) => method)).toEqual(['GET']);
});

test.each<[string, (clients: Clients) => Promise<unknown>]>([
  ['a POST', ({ task }) => task.reassign('c', { items: [{ id: 'i', type: 'ITEM' }], reassignToId: 'r', reason: 'none' })],
  ['a POST with less time', ({ task }) => task.within(5000).reassign('c', { items: [{ id: 'i', type: 'ITEM' }], reassignToId: 'r', reason: 'none' })],
  ['a PUT', ({ reassignment }) => reassignment.putTenantConfiguration(false)],
  ['a DELETE', ({ reassignment }) => reassignment.deleteConfiguration('i', 'CERTIFICATIONS')],
])('%s of the gateway’s clients does not leave it', async (_what, change) => {
  await expect(change(clients)).rejects.toThrow('the doctor only reads');
  expect(standIn.requests).toEqual([]);
});
