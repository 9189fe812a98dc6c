import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Trace } from '../upstream/trace.js';

const requestIdForm = /^[A-Za-z0-9._-]{1,64}$/;
/** Version, trace id, parent id, flags; neither of the ids all zeros, and no version ff. */
const traceparentForm = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** Printable, and no longer than what the specification asks everybody to pass on. */
const tracestateForm = /^[\x20-\x7e]{1,512}$/;

/** One that was sent twice does not fit: Node joins the two with a comma. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  return fitting(headers['x-request-id'], requestIdForm) ?? randomUUID();
}

export function traceContextOf(headers: IncomingHttpHeaders): Omit<Trace, 'requestId'> {
  const traceparent = fitting(headers['traceparent'], traceparentForm);
  // A state means nothing without its parent.
  return { traceparent, tracestate: traceparent === null ? null : fitting(headers['tracestate'], tracestateForm) };
}

function fitting(value: string | string[] | undefined, form: RegExp): string | null {
  return typeof value === 'string' && form.test(value) ? value : null;
}
