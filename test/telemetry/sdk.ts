import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';

/** For `node --import`. */
export const register = 'src/telemetry/register.ts';

const isInstalled = existsSync(new URL('../../node_modules/@opentelemetry/sdk-trace/', import.meta.url));

/** Skipped, and seen to be, where the optional packages were left out. */
export function describeWithSdk(name: string, suite: () => void): void {
  if (isInstalled) describe(name, suite);
  else describe.skip(`${name} (without the optional packages of OpenTelemetry)`, suite);
}
