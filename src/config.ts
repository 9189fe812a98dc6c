import { z } from 'zod';
import type { GatewaySettings } from './server/gateway.js';
import { parseApiUrl, type Generation } from './upstream/generation.js';

export type LogLevel = z.infer<typeof logLevel>;

export interface Config extends GatewaySettings {
  readonly log: { readonly level: LogLevel; readonly isReadable: boolean };
}

/** One line for each variable that is missing or cannot be read. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true');

/** Every variable that the gateway reads. docs/configuration.md and .env.example list the same names. */
const environmentShape = z.object({
  SAILPOINT_API_URL: z.string({ error: apiUrlMissing }),
  ALLOW_HTTP_UPSTREAM: flag.default(false),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  NODE_ENV: z.string().default('production'),
  INTROSPECTION: flag.optional(),
  GRAPHIQL: flag.optional(),
  CORS_ORIGINS: z.string().default('').transform(readOrigins),
  UPSTREAM_TIMEOUT_MS: wholeNumber(1, 120_000).default(10_000),
  REQUEST_TIMEOUT_MS: wholeNumber(1, 600_000).default(28_000),
  REDIS_URL: z.string().optional().transform(readRedisUrl),
  ADMISSION_MS: wholeNumber(1000, 3_480_000).default(300_000),
  IDENTITY_LOOKUP: flag.default(true),
  LOG_LEVEL: logLevel.default('info'),
});

export const environmentVariables: readonly string[] = Object.keys(environmentShape.shape);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the whole environment; `defaults` stand behind it. Throws ConfigError with all problems at once.
 */
export function readConfig(environment: Environment, defaults: Environment = {}): Config {
  const given = { ...withoutEmpty(defaults), ...withoutEmpty(environment) };
  const result = environmentShape.safeParse(given);
  const problems = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const generation = readGeneration(given['SAILPOINT_API_URL'], given['ALLOW_HTTP_UPSTREAM'] === 'true', problems);
  if (!result.success || generation === null) throw new ConfigError(problems);
  const values = result.data;
  const isProduction = values.NODE_ENV === 'production';
  return Object.freeze({
    generation,
    server: {
      host: values.HOST,
      port: values.PORT,
      isIntrospectionOn: values.INTROSPECTION ?? !isProduction,
      isGraphiqlOn: values.GRAPHIQL ?? !isProduction,
      corsOrigins: values.CORS_ORIGINS,
      requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    },
    upstreamTimeoutMs: values.UPSTREAM_TIMEOUT_MS,
    cache: { redisUrl: values.REDIS_URL, admissionMs: values.ADMISSION_MS },
    isIdentityLookupOn: values.IDENTITY_LOOKUP,
    log: { level: values.LOG_LEVEL, isReadable: values.NODE_ENV === 'development' },
  });
}

/** An empty variable is one that is not set: compose files and .env files write them so. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
}

function readGeneration(url: string | undefined, allowHttp: boolean, problems: string[]): Generation | null {
  if (url === undefined) return null;
  try {
    return parseApiUrl(url, allowHttp);
  } catch (error) {
    problems.push(`SAILPOINT_API_URL ${error instanceof Error ? error.message : 'cannot be read'}`);
    return null;
  }
}

function apiUrlMissing(): string {
  return 'is not set; give the base URL of your tenant\'s API with its generation, for example https://example.api.identitynow.com/v2025';
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
}

/** The problem does not repeat the value: it may hold a password. */
function readRedisUrl(text: string | undefined, context: z.RefinementCtx): string | null {
  if (text === undefined) return null;
  const isOneUrl = !text.includes(',') && URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol);
  if (!isOneUrl) context.addIssue({ code: 'custom', message: 'must be one redis:// or rediss:// URL' });
  return text;
}

function readOrigins(text: string, context: z.RefinementCtx): string[] {
  const origins = text.split(',').map((origin) => origin.trim()).filter((origin) => origin !== '');
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin) continue;
    context.addIssue({
      code: 'custom',
      message: `must list origins such as https://app.example.com, separated by commas; "${origin}" is none`,
    });
  }
  return origins;
}
