import { ConfigError, readConfig, type Config } from './config.js';
import { createLogger, type Logger } from './logger.js';
import { startGateway } from './server/gateway.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The process: settings, start, one ready line, stop on SIGTERM and SIGINT. `defaults` stand behind the environment.
 * Exits with 1 when it cannot start.
 */
export async function run(defaults: Environment): Promise<void> {
  loadDotEnv();
  const config = readConfigOrExit(process.env, defaults);
  const logger = createLogger(config.log);
  dieOfTheUnexpected(logger);
  try {
    const gateway = await startGateway(config, { logger });
    if (gateway.metricsUrl !== null) logger.info(`metrics at ${gateway.metricsUrl}`);
    logger.info({ generation: config.generation.name }, `certification-gateway ready at ${gateway.origin}/graphql`);
    stopOnSignals(() => gateway.stop(), logger);
  } catch (error) {
    logger.fatal({ err: error }, 'certification-gateway cannot start');
    process.exitCode = 1;
  }
}

/** All problems of the settings on stderr, for the operator, and exit code 1. */
export function readConfigOrExit(environment: Environment, defaults: Environment): Config {
  try {
    return readConfig(environment, defaults);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problems = error.message.replaceAll(/^/gm, '  ');
    console.error(`certification-gateway cannot start:\n${problems}\nAll settings: docs/configuration.md`);
    return process.exit(1);
  }
}

export function stopOnSignals(stop: () => Promise<void>, logger: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // The second one of a nervous operator must not cost the requests that the first one lets finish.
      if (isStopping) return;
      isStopping = true;
      logger.info({ signal }, 'certification-gateway is stopping');
      stop().then(
        () => logger.info('certification-gateway has stopped'),
        (error: unknown) => {
          logger.fatal({ err: error }, 'certification-gateway could not stop in order');
          process.exit(1);
        },
      );
    });
  }
}

/** What nobody has caught leaves the process in a state that nobody knows: it is logged and ended. */
function dieOfTheUnexpected(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error, event }, 'certification-gateway ends: unexpected error');
      process.exit(1);
    });
  }
}

/** A `.env` file in the working directory is read where there is one; variables that are already set win. */
function loadDotEnv(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
