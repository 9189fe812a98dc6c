import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleVariables } from '../../src/sandbox/graphiql-samples.js';
import type { TestGateway } from '../support/gateway.js';
import { askedScreens, textOf } from '../support/screens.js';
import { meterOf, startMeteredGateway } from './support.js';

/** What the field paths of a document are made of. */
const pathOf = /^[_A-Za-z]\w*(\.[_A-Za-z]\w*)*$/;
const wordOf = /^[A-Za-z0-9_@-]+$/;

describe('what the call meter tells', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startMeteredGateway();
  });
  afterEach(() => gateway.stop());

  test('is words, field names and numbers: no id, no name, no variable, no token, no address, on any screen', async () => {
    const { tenant } = gateway.upstream;
    const secrets = [
      ...tenant.certifications.keys(),
      ...tenant.identities.keys(),
      ...[...tenant.identities.values()].map(({ name }) => name),
      ...gateway.upstream.personas.map(({ token }) => token),
      '127.0.0.1',
    ];
    expect(secrets.length).toBeGreaterThan(500);
    for (const screen of askedScreens) {
      const meter = meterOf(await gateway.ask(textOf(screen), sampleVariables(tenant)[screen]));
      const text = JSON.stringify(meter);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      for (const { field, operation, method, outcome } of meter.calls) {
        expect(field).toMatch(pathOf);
        for (const word of [operation, method, outcome]) expect(word).toMatch(wordOf);
      }
      for (const { field, resource } of meter.lookUps) {
        expect(field).toMatch(pathOf);
        expect(resource).toMatch(wordOf);
      }
    }
  });
});
