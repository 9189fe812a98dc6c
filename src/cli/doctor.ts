import { parseArgs } from 'node:util';
import { parseAuthorization, type BearerToken } from '../auth/bearer-token.js';
import { examine } from '../doctor/doctor.js';
import { toMarkdown } from '../doctor/markdown.js';
import type { Environment } from './commands.js';
import { print } from './print.js';
import { UsageError } from './usage-error.js';

const usage =
  'doctor takes --url <https://tenant.api.identitynow.com>, --token-stdin, --json and --all; the token comes from standard input or from SAILPOINT_TOKEN, never as an argument';

const options = {
  url: { type: 'string' },
  'token-stdin': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
} as const;

/** Longer than any token that the gateway takes. */
const longestInput = 16_384;

/**
 * Prints a report on stdout. Resolves with 0 when a generation can be used, with 1 when none can. Throws UsageError, also
 * for a token or a URL that cannot be one.
 */
export async function runDoctor(args: readonly string[], environment: Environment, gatewayVersion: string): Promise<number> {
  const given = readArguments(args);
  const url = given.url ?? environment['SAILPOINT_API_URL'];
  if (url === undefined || url === '') throw new UsageError(`no address: ${usage}`);
  const text = given['token-stdin'] ? await readInput() : environment['SAILPOINT_TOKEN'];
  const report = await examineOrUsage({
    url,
    token: readToken(text),
    asksAll: given.all,
    gatewayVersion,
    now: Date.now,
    onGeneration: (name) => {
      if (process.stderr.isTTY) console.error(`asking ${name} …`);
    },
  });
  print(given.json ? `${JSON.stringify(report, null, 2)}\n` : toMarkdown(report));
  return report.recommendation === null ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch {
    // Node's message repeats what was typed.
    throw new UsageError(usage);
  }
}

function readToken(text: string | undefined): BearerToken {
  if (text === undefined || text.trim() === '') throw new UsageError(`no token: ${usage}`);
  const token = parseAuthorization(`Bearer ${text.trim()}`);
  if (token === null) throw new UsageError('what was given as the token cannot be one');
  return token;
}

async function readInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > longestInput) throw new UsageError('what was given as the token is too long to be one');
  }
  return text;
}

async function examineOrUsage(patient: Parameters<typeof examine>[0]) {
  try {
    return await examine(patient);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`the address ${error.message}`);
    throw error;
  }
}
