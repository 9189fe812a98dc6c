import { isMainThread } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { createLogger, type Logger } from '../logger.js';
import { readWish, type Wish } from './environment.js';

/** How long the process may wait for its last traces to be sent. */
const longestFlushMs = 2000;

/**
 * For `node --import`: before the gateway, the SDK of OpenTelemetry, where its variables ask for traces. Without them nothing of
 * it is loaded. Never the reason why a gateway does not start.
 */
const wish = isMainThread ? readWish(process.env) : null;
if (wish !== null) await register(wish, createLogger({ level: 'info', isReadable: false }));

async function register(wanted: Wish, logger: Logger): Promise<void> {
  for (const problem of wanted.problems) logger.warn(problem);
  try {
    const { createProvider } = await import('./provider.js');
    const provider = createProvider(wanted, logger);
    trace.setGlobalTracerProvider(provider);
    // When nothing else is left to do. What does not arrive in time is lost.
    process.once('beforeExit', () => {
      const timeout = setTimeout(() => process.exit(), longestFlushMs);
      void provider
        .shutdown()
        .catch(() => undefined)
        .finally(() => clearTimeout(timeout));
    });
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (isMissing) logger.warn('no traces: the optional packages of OpenTelemetry are not installed');
    else logger.warn({ err: error }, 'no traces: OpenTelemetry cannot be set up');
  }
}
