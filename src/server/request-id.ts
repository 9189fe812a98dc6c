import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const requestIdForm = /^[A-Za-z0-9._-]{1,64}$/;

/** The client's own where it is well-formed. One that was sent twice is not: Node joins the two with a comma. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && requestIdForm.test(given) ? given : randomUUID();
}
