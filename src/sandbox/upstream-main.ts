import { startUpstream } from './upstream.js';
import type { GenerationName, Upstream } from './upstream.js';

const generations: readonly GenerationName[] = ['beta', 'v3', 'v2024', 'v2025', 'v2026', 'v1'];

function readPort(text = '0'): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new RangeError(`SANDBOX_PORT must be a port number, not '${text}'`);
  return port;
}

function describe({ origin, apiUrl, personas }: Upstream): string {
  return [
    `upstream ready at ${origin}`,
    ...generations.map((generation) => `  ${generation.padEnd(6)} ${apiUrl(generation)}`),
    ...personas.flatMap(({ key, name, description, token }) => [
      '',
      `  ${key} (${name}): ${description}`,
      `  Bearer ${token}`,
    ]),
  ].join('\n');
}

const upstream = await startUpstream({ port: readPort(process.env['SANDBOX_PORT']) });
console.log(describe(upstream));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void upstream.stop());
}
