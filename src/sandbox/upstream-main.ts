import { generationNames, readSandboxSettings } from './settings.js';
import { createTenant } from './tenant.js';
import { startUpstream } from './upstream.js';
import type { Upstream } from './upstream.js';

try {
  const { port } = readSandboxSettings(process.env);
  const upstream = await startUpstream({ port, tenant: createTenant({ reviewStory: true }) });
  console.log(describe(upstream));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void upstream.stop());
} catch (error) {
  console.error(`the upstream cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function describe({ origin, apiUrl, personas }: Upstream): string {
  return [
    `upstream ready at ${origin}`,
    ...generationNames.map((generation) => `  ${generation.padEnd(6)} ${apiUrl(generation)}`),
    ...personas.flatMap(({ key, name, description, token }) => [
      '',
      `  ${key} (${name}): ${description}`,
      `  Bearer ${token}`,
    ]),
  ].join('\n');
}
