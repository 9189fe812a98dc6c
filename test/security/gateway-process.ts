import { startProcess } from '../support/process.js';

export interface GatewayProcess {
  readonly origin: string;
  /** All that it has written, to stdout and stderr. */
  readonly output: () => string;
  readonly exitCode: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** As an operator stops it; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** The gateway as `npm start` runs it, in production mode, talkative; resolves when it listens. */
export async function startGatewayProcess(apiUrl: string, environment: Readonly<Record<string, string>> = {}, before: readonly string[] = []): Promise<GatewayProcess> {
  const gateway = startProcess('src/main.ts', {
    SAILPOINT_API_URL: apiUrl,
    PORT: '0',
    LOG_LEVEL: 'trace',
    // These tests ask for more than people do.
    UPSTREAM_CALLS: '100000',
    ...environment,
  }, [], { before });
  return {
    origin: await gateway.waitFor(/ready at (\S+)\/graphql/),
    output: gateway.output,
    exitCode: gateway.exitCode,
    kill: (signal) => gateway.kill(signal),
    stop() {
      gateway.kill('SIGTERM');
      return gateway.exitCode;
    },
  };
}

/** For NODE_OPTIONS: a module of this folder that runs before the gateway does. */
export function preload(file: string): string {
  return `--import=${new URL(file, import.meta.url).href}`;
}
