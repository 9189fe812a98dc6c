import { ConfigError, readConfig } from './config.js';
import { createLogger, type Logger } from './logger.js';
import { startGateway, type Gateway } from './server/gateway.js';

/**
 * The process: settings, start, one ready line, stop on SIGTERM and SIGINT. `defaults` stand behind the environment.
 * Exits with 1 when it cannot start.
 */
export async function run(defaults: Readonly<Record<string, string>>): Promise<void> {
  const config = configOrExit(defaults);
  const logger = createLogger(config.log);
  try {
    const gateway = await startGateway(config, { logger });
    logger.info({ generation: config.generation.name }, `certification-gateway ready at ${gateway.origin}/graphql`);
    stopOnSignals(gateway, logger);
  } catch (error) {
    logger.fatal({ err: error }, 'certification-gateway cannot start');
    process.exitCode = 1;
  }
}

function configOrExit(defaults: Readonly<Record<string, string>>) {
  loadDotEnv();
  try {
    return readConfig({ ...defaults, ...process.env });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`certification-gateway cannot start:\n${error.message.replaceAll(/^/gm, '  ')}\nAll settings: docs/configuration.md`);
    return process.exit(1);
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

export function stopOnSignals(gateway: Gateway, logger: Logger): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'certification-gateway is stopping');
      void gateway.stop().then(() => logger.info('certification-gateway has stopped'));
    });
  }
}
