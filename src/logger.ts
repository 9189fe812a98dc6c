import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

export interface LogSettings {
  readonly level: string;
  /** Coloured lines for people instead of JSON; for development only. */
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
    redact: ['authorization', '*.authorization', '*.headers', 'headers'],
  };
  if (destination) return pino(options, destination);
  if (settings.isReadable) return pino({ ...options, transport: { target: 'pino-pretty' } });
  return pino(options);
}
