import { z } from 'zod';
import type { GatewaySettings } from './server/gateway.js';
import { gatewaySchema } from './server/gateway-schema.js';
import { defaultLimits, limitsFrom, limitTable } from './server/limits/limits.js';
import type { PersistedOperations } from './server/persisted-operations/find-persisted.js';
import { ManifestError, readManifest, type ManifestChecks } from './server/persisted-operations/manifest.js';
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
  CALL_METER: flag.optional(),
  CORS_ORIGINS: z.string().default('').transform(readOrigins),
  UPSTREAM_TIMEOUT_MS: wholeNumber(1, 120_000).default(10_000),
  REQUEST_TIMEOUT_MS: wholeNumber(1, 600_000).default(28_000),
  KEEP_ALIVE_MS: wholeNumber(1000, 3_600_000).default(75_000),
  UPSTREAM_CALLS: wholeNumber(1, 100_000).default(95),
  UPSTREAM_WINDOW_MS: wholeNumber(100, 600_000).default(10_000),
  REDIS_URL: z.string().default('').transform(readRedisUrls),
  ADMISSION_MS: wholeNumber(1000, 3_480_000).default(300_000),
  IDENTITY_LOOKUP: flag.default(true),
  PERSISTED_OPERATIONS: z.enum(['off', 'require'], { error: 'must be off or require' }).default('off'),
  PERSISTED_OPERATIONS_MANIFEST: z.string().optional(),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: logLevel.default('info'),
});

const limitVariables = Object.values(limitTable).map(({ variable, default: usual, least, most }) => [variable, wholeNumber(least, most).default(usual)] as const);
const limitsShape = z.object(Object.fromEntries(limitVariables)).transform((values) => limitsFrom(({ variable }) => values[variable] ?? NaN));

export const environmentVariables: readonly string[] = [...Object.keys(environmentShape.shape), ...limitVariables.map(([name]) => name)];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the whole environment; `defaults` stand behind it. Throws ConfigError with all problems at once.
 */
export function readConfig(environment: Environment, defaults: Environment = {}): Config {
  const given = { ...withoutEmpty(defaults), ...withoutEmpty(environment) };
  const problems: string[] = [];
  const values = readShape(environmentShape, given, problems);
  const limits = readShape(limitsShape, given, problems);
  const generation = readGeneration(given['SAILPOINT_API_URL'], given['ALLOW_HTTP_UPSTREAM'] === 'true', problems);
  const isProduction = values === null || values.NODE_ENV === 'production';
  const isIntrospectionOn = values?.INTROSPECTION ?? !isProduction;
  const persistedOperations = readPersistedOperations(given, { limits: limits ?? defaultLimits, isIntrospectionOn }, problems);
  if (values === null || limits === null || generation === null || problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    generation,
    server: {
      host: values.HOST,
      port: values.PORT,
      isIntrospectionOn,
      isGraphiqlOn: values.GRAPHIQL ?? !isProduction,
      isCallMeterOn: values.CALL_METER ?? !isProduction,
      corsOrigins: values.CORS_ORIGINS,
      requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
      keepAliveMs: values.KEEP_ALIVE_MS,
    },
    upstreamTimeoutMs: values.UPSTREAM_TIMEOUT_MS,
    budget: { calls: values.UPSTREAM_CALLS, windowMs: values.UPSTREAM_WINDOW_MS },
    limits,
    persistedOperations,
    cache: { redisUrls: values.REDIS_URL, admissionMs: values.ADMISSION_MS },
    isIdentityLookupOn: values.IDENTITY_LOOKUP,
    metrics: values.METRICS_PORT === undefined ? null : { host: values.METRICS_HOST, port: values.METRICS_PORT },
    log: { level: values.LOG_LEVEL, isReadable: values.NODE_ENV === 'development' },
  });
}

/** Null after problems were added. */
function readShape<Values>(shape: z.ZodType<Values>, given: Environment, problems: string[]): Values | null {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  problems.push(...result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  return null;
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

/** A manifest that nobody is held to would look like protection: it is set with `require`, and only then. */
function readPersistedOperations(
  { PERSISTED_OPERATIONS: mode, PERSISTED_OPERATIONS_MANIFEST: path }: Environment,
  checks: Omit<ManifestChecks, 'schema'>,
  problems: string[],
): PersistedOperations | null {
  if (mode !== 'require') {
    if (path !== undefined) problems.push('PERSISTED_OPERATIONS_MANIFEST has no effect unless PERSISTED_OPERATIONS is require');
    return null;
  }
  if (path === undefined) {
    problems.push('PERSISTED_OPERATIONS_MANIFEST is not set; PERSISTED_OPERATIONS=require needs the path of a manifest');
    return null;
  }
  try {
    return readManifest(path, { ...checks, schema: gatewaySchema() });
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    problems.push(...error.problems.map((problem) => `PERSISTED_OPERATIONS_MANIFEST ${problem}`));
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
function readRedisUrls(text: string, context: z.RefinementCtx): string[] {
  const urls = listOf(text);
  const schemes = new Set(urls.map(redisSchemeOf));
  if (schemes.has(null) || schemes.size > 1) {
    const message = 'must be one redis:// or rediss:// URL, or several of one scheme, separated by commas: the nodes of a cluster';
    context.addIssue({ code: 'custom', message });
  }
  return urls;
}

function redisSchemeOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && ['redis:', 'rediss:'].includes(url.protocol) && url.hostname !== '' ? url.protocol : null;
}

function readOrigins(text: string, context: z.RefinementCtx): string[] {
  const origins = listOf(text);
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin) continue;
    context.addIssue({
      code: 'custom',
      message: `must list origins such as https://app.example.com, separated by commas; "${origin}" is none`,
    });
  }
  return origins;
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
