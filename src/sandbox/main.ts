import { createLogger } from '../logger.js';
import { readConfigOrExit, stopOnSignals } from '../run.js';
import { startGateway, type Gateway } from '../server/gateway.js';
import { isLoopback } from '../upstream/generation.js';
import { graphiqlSamples } from './graphiql-samples.js';
import { readSandboxSettings } from './settings.js';
import { createTenant } from './tenant.js';
import { startUpstream, type Upstream } from './upstream.js';

/**
 * The gateway in front of the stand-in upstream, in one process: nothing else is needed. A tenant's settings are not
 * read: neither a .env file nor SAILPOINT_API_URL.
 */
const settings = readSandboxSettings(process.env);
const upstream = await startUpstream({ port: settings.port, tenant: createTenant({ reviewStory: true }) });
const config = readConfigOrExit(
  { ...process.env, NODE_ENV: 'development', SAILPOINT_API_URL: upstream.apiUrl(settings.generation) },
  { LOG_LEVEL: 'warn' },
);
const logger = createLogger(config.log);
try {
  const gateway = await startGateway(config, {
    logger,
    graphiqlSamples: graphiqlSamples(upstream),
    isAllowedOrigin: isLoopbackOrigin,
    bounds: { handOverMs: 0, finishMs: 0 },
  });
  console.log(welcome(gateway, upstream));
  stopOnSignals(() => gateway.stop().then(() => upstream.stop()), logger);
} catch (error) {
  logger.fatal({ err: error }, 'the sandbox cannot start');
  process.exitCode = 1;
  await upstream.stop();
}

/** A frontend under development runs on some port of this machine. */
function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

function welcome(gateway: Gateway, { personas, apiUrl }: Upstream): string {
  return [
    `GraphiQL  ${gateway.origin}/graphiql`,
    `GraphQL   ${gateway.origin}/graphql`,
    `Upstream  ${apiUrl(settings.generation)} (the stand-in; SANDBOX_API chooses another generation)`,
    '',
    'Personas, for "Authorization: Bearer …" (GraphiQL has them already):',
    ...personas.flatMap(({ key, name, description, token }) => ['', `  ${key} (${name}): ${description}`, `  ${token}`]),
    '',
  ].join('\n');
}
