import { createRequire } from 'node:module';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

export interface LogSettings {
  readonly level: string;
  /** Coloured lines for people instead of JSON, where pino-pretty is installed; for development only. */
  readonly isReadable: boolean;
}

/**
 * JSON lines on stdout. Paths are redacted as a second line of defence only: no code passes a token or a header
 * to the logger, and the type that holds a token does not print.
 */
export function createLogger(settings: LogSettings, destination?: DestinationStream): Logger {
  const options = {
    name: 'certification-gateway',
    level: settings.level,
    serializers: { err: describeError },
    redact: ['authorization', '*.authorization', '*.headers', 'headers'],
  };
  if (destination) return pino(options, destination);
  if (settings.isReadable && isPrettyPrinterHere()) return pino({ ...options, transport: { target: 'pino-pretty' } });
  return pino(options);
}

/** It is for development: who installs the package for production does not get it. */
function isPrettyPrinterHere(): boolean {
  try {
    return createRequire(import.meta.url).resolve('pino-pretty') !== '';
  } catch {
    return false;
  }
}

/** What errors say, and nothing that libraries attach to them: requests, options, headers. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = pino.stdSerializers.err(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { type, message, stack, code };
}
