import type { GenerationName } from './generation.js';

export interface SandboxSettings {
  /** Which generation the sandbox's gateway talks to. */
  readonly generation: GenerationName;
  /** Of the stand-in; 0 picks a free one. */
  readonly port: number;
}

export const generationNames: readonly GenerationName[] = ['beta', 'v3', 'v2024', 'v2025', 'v2026', 'v1'];

/** Reads SANDBOX_API and SANDBOX_PORT. Throws RangeError that says what is allowed. */
export function readSandboxSettings(environment: Readonly<Record<string, string | undefined>>): SandboxSettings {
  const wanted = environment['SANDBOX_API'] || 'v2025';
  const generation = generationNames.find((name) => name === wanted);
  if (generation === undefined) throw new RangeError(`SANDBOX_API must be one of ${generationNames.join(', ')}, not '${wanted}'`);
  const text = environment['SANDBOX_PORT'] || '0';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new RangeError(`SANDBOX_PORT must be a port number, not '${text}'`);
  return { generation, port };
}
