import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { allOf, socketClient, eventClient } from './streams.js';

const list = 'query List { certifications(first: 2) { nodes { id name } } }';

describe('smoke', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());

  test('ws', async () => {
    const client = socketClient(gateway, gateway.upstream.persona('reviewer').token);
    const results = await allOf(client, list);
    console.error(JSON.stringify(results));
    await client.dispose();
  });
  test('sse', async () => {
    const client = eventClient(gateway, gateway.upstream.persona('reviewer').token);
    const results = await allOf(client, list);
    console.error(JSON.stringify(results));
    const r2 = await allOf(client, '{ nix }');
    console.error(JSON.stringify(r2));
    console.error(gateway.logLines.filter((l) => l.includes('graphql request')).join(''));
  });
});
