import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type SandboxProcess } from './graphiql/sandbox.js';

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function ask(query: string, variables: object) {
  const { personas } = (await (await fetch(`${sandbox.origin}/graphiql/config.json`)).json()) as { personas: { key: string; token: string }[] };
  const token = personas.find(({ key }) => key === 'administrator')?.token;
  const response = await fetch(`${sandbox.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: never }).data;
}

interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly totalCertifications: number;
  readonly completedCertifications: number;
  readonly certifications: {
    readonly nodes: readonly { readonly phase: string; readonly reviewer: { readonly name: string }; readonly items: { readonly totalCount: number }; readonly open: { readonly totalCount: number } }[];
  };
}

test('a whole campaign of 348 items, from first look to sign-off', async () => {
  const { code, output } = await sandbox.runExample('review');
  expect(output).toContain('looks at "Quarter-end Privileged Access Review": ACTIVE, 3 certifications');
  expect(output).toContain('reviewer opens a certification of 320 items');
  expect(output).toMatch(/reviewer hands \d+ items over: \d+ MOVED, \d+ STARTED/);
  expect(output).toMatch(/administrator sees 5 of 5 certifications signed off\n$/);
  expect(code).toBe(0);

  const { certificationCampaigns } = (await ask(
    `{ certificationCampaigns(first: 1, filter: { name: { startsWith: "Quarter-end" } }) { nodes { id totalCertifications completedCertifications
      certifications(first: 10) { nodes { phase reviewer { name } items(first: 1) { totalCount } open: items(first: 1, filter: { isCompleted: false }) { totalCount } } } } } }`,
    {},
  )) as { certificationCampaigns: { nodes: readonly Campaign[] } };
  const [campaign] = certificationCampaigns.nodes;
  expect(campaign?.completedCertifications).toBe(5);
  const certifications = campaign?.certifications.nodes ?? [];
  expect(certifications.map(({ phase, open }) => [phase, open.totalCount])).toEqual(Array.from({ length: 5 }, () => ['SIGNED', 0]));
  // Nothing is lost, nothing doubled.
  expect(certifications.reduce((sum, { items }) => sum + items.totalCount, 0)).toBe(320 + 20 + 8);
});
