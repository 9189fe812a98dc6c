import type { Viewer } from '../../auth/viewer.js';
import type { Logger } from '../../logger.js';
import type { Trace } from '../../tracing/trace.js';

/** What every line about a request has: whose it is, as a hash, and what ties it to lines elsewhere. */
export function requestLogger(logger: Logger, { requestId, traceId }: Trace, viewer: Viewer): Logger {
  return logger.child({ requestId, ...(traceId === null ? {} : { traceId }), viewer: viewer.hash.slice(0, 12) });
}
