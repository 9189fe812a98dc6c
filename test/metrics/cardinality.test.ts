import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendRaw } from '../security/raw-request.js';
import { SecretPieces } from '../security/secret-pieces.js';
import { allOf, socketClient } from '../server/streams.js';
import { startCountedGateway, type CountedGateway } from './counted-gateway.js';
import type { Scrape } from './scrape.js';

/** Another one each time, as a client may write it anywhere. */
class Words {
  readonly all: string[] = [];

  get next(): string {
    const word = `w${randomBytes(8).toString('hex')}`;
    this.all.push(word);
    return word;
  }
}

describe('clients cannot make series', () => {
  let gateway: CountedGateway;
  beforeAll(async () => {
    gateway = await startCountedGateway({ remembers: true });
  });
  afterAll(() => gateway.stop());

  /** Wherever a client can write: names, aliases, ids, headers, addresses, variables, tokens. */
  async function ask(words: Words): Promise<void> {
    const { upstream, origin } = gateway;
    const aliases = Array.from({ length: 20 }, () => `${words.next}: __typename`).join(' ');
    const traced = { traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`, tracestate: `${words.next}=1` };
    const headers = { 'x-request-id': words.next, 'apollographql-client-name': words.next, 'user-agent': words.next, ...traced };
    await gateway.ask(`query ${words.next} { ${aliases} ${words.next}: certification(id: "${words.next}") { name } certifications(first: 1) { nodes { ${words.next}: id } } }`, {}, { headers });
    await gateway.ask(`query ${words.next}($id: ID!) { ${words.next}: igaIdentities(ids: [$id]) { name } }`, { id: words.next, [words.next]: words.next }, { as: 'reviewer' });
    const input = { certificationId: words.next, reassignToId: words.next, reason: words.next, items: [{ type: 'ITEM', id: words.next }], idempotencyKey: words.next };
    await gateway.ask(`mutation ${words.next}($input: ReassignCertificationInput!) { ${words.next}: reassignCertification(input: $input) { userErrors { code } } }`, { input });
    await gateway.ask(`{ ${words.next} }`);
    await gateway.ask(`query ${words.next} {`);
    await gateway.ask('{ __typename }', {}, { token: upstream.tokens.issue({ client_id: words.next, identity_id: words.next, tenant_id: words.next }) });
    await gateway.ask('{ certifications(first: 1) { totalCount } }', {}, { token: upstream.tokens.forge() });
    await fetch(`${origin}/${words.next}?${words.next}=${words.next}`);
    await fetch(`${origin}/graphql`, { method: 'PUT', headers: { authorization: `Bearer ${words.next}` } });
    await sendRaw(origin, { headers: [`Authorization: ${words.next} ${words.next}`, `${words.next}: ${words.next}`], body: { query: words.next } });
  }

  const seriesOf = ({ samples }: Scrape) => samples.filter(({ name }) => name.startsWith('certification_gateway_')).map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`);

  test('a thousand names, aliases, ids and headers leave as many series as the first', async () => {
    // Twice: what is asked for a second time is remembered.
    for (let round = 0; round < 2; round += 1) await ask(new Words());
    const before = await gateway.scrape();
    const words = new Words();
    let rounds = 0;
    for (; words.all.length < 1000; rounds += 1) await ask(words);
    const after = await gateway.scrape();
    expect(seriesOf(after)).toEqual(seriesOf(before));
    expect(seriesOf(after).length).toBeLessThan(800);
    // All of it was counted.
    const operations = (scrape: Scrape) => scrape.value('certification_gateway_operations_total');
    expect(operations(after) - operations(before)).toBe(7 * rounds);
  });

  test('over WebSockets as well', async () => {
    const client = socketClient(gateway, gateway.upstream.persona('administrator').token);
    const askOver = async ({ next: word }: Words) => {
      await allOf(client, `query ${word} { ${word}: certification(id: "${word}") { ${word}: name } }`);
      await allOf(client, `{ ${word} }`).catch(() => undefined);
    };
    const words = new Words();
    await askOver(words);
    const before = seriesOf(await gateway.scrape());
    while (words.all.length < 100) await askOver(words);
    expect(seriesOf(await gateway.scrape())).toEqual(before);
    await client.dispose();
  });

  test('a scrape has no token, no id, no name, no address and no word of a client’s', async () => {
    const words = new Words();
    await ask(words);
    await gateway.ask('{ certifications(first: 20) { nodes { id name campaign { name } reviewers { nodes { id name email } } } } }');
    const { text } = await gateway.scrape();
    const { tenant, personas, origin } = gateway.upstream;
    expect(new SecretPieces(personas.map(({ token }) => token)).findIn(text)).toBeNull();
    const ids = [tenant.certifications, tenant.tasks, tenant.identities].flatMap((all) => [...all.keys()]);
    const names = [...tenant.certifications.values()].flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));
    expect(Math.min(ids.length, names.length)).toBeGreaterThan(10);
    for (const secret of [...words.all, new URL(origin).host, ...ids, ...names]) expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });
});
