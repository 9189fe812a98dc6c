import { readFileSync } from 'node:fs';
import { print } from './print.js';
import { UsageError } from './usage-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Command {
  readonly summary: string;
  /** The exit code; null for what runs on. Throws UsageError. */
  run(args: readonly string[], environment: Environment): Promise<number | null>;
}

/** Each is loaded when it is asked for: nobody who starts the gateway loads the stand-in. */
const commands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'the gateway in front of a tenant; its settings are environment variables',
    async run(args) {
      allowNone('start', args);
      // Traces, where variables of OpenTelemetry ask for them.
      await import('../telemetry/register.js');
      const { run } = await import('../run.js');
      await run({ NODE_ENV: 'production' });
      return null;
    },
  },
  sandbox: {
    summary: 'the gateway in front of a stand-in for SailPoint, with GraphiQL: needs no tenant',
    async run(args) {
      allowNone('sandbox', args);
      await import('../sandbox/main.js');
      return null;
    },
  },
  sdl: {
    summary: 'prints the schema for clients; --subgraph: for routers',
    async run(args) {
      const { printSdl } = await import('./sdl.js');
      return printSdl(args);
    },
  },
  doctor: {
    summary: 'asks a tenant, reading only, what it lets a caller do and which generation to choose',
    async run(args, environment) {
      const { runDoctor } = await import('./doctor.js');
      return runDoctor(args, environment, gatewayVersion());
    },
  },
};

const allowed = [...Object.keys(commands), '--help', '--version'];

/**
 * Runs the command that the arguments name. Resolves with the exit code, 2 for a command line that cannot be followed,
 * or null for a server, which runs on.
 */
export async function runCommand([name = '', ...args]: readonly string[], environment: Environment): Promise<number | null> {
  if (['--help', '-h', '--version'].includes(name)) {
    print(name === '--version' ? `${gatewayVersion()}\n` : usage());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`${name === '' ? 'no command' : 'unknown command'}; there are ${allowed.join(', ')}`);
    return await command.run(args, environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`certification-gateway: ${error.message}`);
    return 2;
  }
}

/** The same place from `src/` and from `dist/`. */
function gatewayVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function usage(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}\n`);
  return `Usage: certification-gateway <command>\n\n${rows.join('')}\n  --help, --version\n`;
}

function allowNone(name: string, args: readonly string[]): void {
  if (args.length > 0) throw new UsageError(`${name} takes no arguments`);
}
