import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { startProcess, type RunningProcess } from '../support/process.js';
import { until } from '../support/until.js';
import { openEvents, rawSocket } from './streams.js';

const body = JSON.stringify({ query: '{ certifications(first: 2) { nodes { id reviewers { nodes { id } } } } }' });

describe('stopping under load', () => {
  let upstream: Upstream;
  let gateway: RunningProcess;
  let origin: string;
  beforeEach(async () => {
    upstream = await startUpstream({ rateLimit: 'off', latencyMs: 20 });
    gateway = startProcess('src/main.ts', { SAILPOINT_API_URL: upstream.apiUrl('v2025'), PORT: '0', UPSTREAM_CALLS: '100000' });
    origin = await gateway.waitFor(/ready at (\S+)\/graphql/);
  });
  afterEach(async () => {
    gateway.kill('SIGKILL');
    await upstream.stop();
  });

  /** The status of one request over a connection of the agent, or why there is none. */
  function post(agent: Agent): Promise<number | string> {
    return new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${upstream.persona('reviewer').token}` };
      const sent = request(`${origin}/graphql`, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', (error) => resolve(error.message));
      });
      sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      sent.end(body);
    });
  }

  async function isReady(): Promise<boolean> {
    const response = await fetch(`${origin}/health/ready`, { headers: { connection: 'close' } }).catch(() => null);
    return response?.status === 200;
  }

  test.each([1, 2])('loses no request of clients that follow /health/ready (round %d)', async () => {
    const outcomes: (number | string)[] = [];
    let ready = true;
    const client = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      while (ready) outcomes.push(await post(agent));
      // One more on the connection that it holds, as a balancer's view is always a little old.
      outcomes.push(await post(agent));
      agent.destroy();
    };
    const clients = Array.from({ length: 12 }, client);
    await until(() => outcomes.length > 60);
    gateway.kill('SIGTERM');
    gateway.kill('SIGTERM');
    await until(async () => !(await isReady()));
    ready = false;
    await Promise.all(clients);
    expect(new Set(outcomes)).toEqual(new Set([200]));
    expect(await gateway.exitCode).toBe(0);
  });

  test('tells open WebSockets and event streams to go, and ends in good time', async () => {
    const { id } = [...upstream.tenant.tasks.values()].find((task) => task.id === upstream.tenant.examples.tasks.running) ?? { id: '' };
    Object.assign(upstream.tenant.tasks.get(id) ?? {}, { finishesAt: Infinity });
    const { token } = upstream.persona('administrator');
    const query = `subscription { certificationTaskProgress(taskId: "${id}") { status } }`;
    const socket = await rawSocket({ origin });
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await until(() => socket.messages.length === 1);
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    const events = await openEvents({ origin }, token, { query });
    await until(() => socket.messages.length === 2 && events.events().length === 1);
    const startedAtMs = Date.now();
    gateway.kill('SIGTERM');
    expect(await socket.closed).toEqual({ code: 1001, reason: 'The gateway is stopping' });
    await events.closed;
    expect(await gateway.exitCode).toBe(0);
    expect(Date.now() - startedAtMs).toBeLessThan(10_000);
  });

  test('says at /health/ready that it is stopping while it still answers', async () => {
    const agent = new Agent({ keepAlive: true });
    upstream.inject({ operation: 'listIdentityCertifications', latencyMs: 500 });
    const slow = post(agent);
    await until(() => upstream.requests.length > 0);
    gateway.kill('SIGTERM');
    await gateway.waitFor(/is stopping/);
    const ready = await fetch(`${origin}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, expect.objectContaining({ status: 'stopping', reasons: ['The gateway is stopping.'] })]);
    expect(ready.headers.get('connection')).toBe('close');
    expect(await slow).toBe(200);
    agent.destroy();
    expect(await gateway.exitCode).toBe(0);
  });
});
