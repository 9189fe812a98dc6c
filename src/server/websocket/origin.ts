import type { IncomingMessage } from 'node:http';

/**
 * A browser lets any page open a WebSocket to anywhere, and asks nobody; it only says where the page is from. Callers that
 * are no browsers say nothing.
 */
export function mayConnect(request: IncomingMessage, isAllowedOrigin: (origin: string) => boolean): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || isOwn(origin, host) || isAllowedOrigin(origin);
}

/** Behind a proxy the scheme is not known here; host and port are the page's as the browser asked for it. */
function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
