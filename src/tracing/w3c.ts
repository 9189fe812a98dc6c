import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** The W3C trace context of a request: its headers of these names, where they are well-formed. */
export interface CallerContext {
  readonly traceparent: string | null;
  /** Null without its parent, as it means nothing then. */
  readonly tracestate: string | null;
}

/** Version, trace id, parent id, flags; neither of the ids all zeros, and no version ff. */
const traceparentForm = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;
/** Printable, and no longer than what the specification asks everybody to pass on. */
const tracestateForm = /^[\x20-\x7e]{1,512}$/;

/** One that was sent twice does not fit: Node joins the two with a comma. */
export function callerContextOf(headers: Readonly<Record<string, string | string[] | undefined>>): CallerContext {
  const traceparent = fitting(headers['traceparent'], traceparentForm);
  return { traceparent, tracestate: traceparent === null ? null : fitting(headers['tracestate'], tracestateForm) };
}

/** Without the state: spans are stored with theirs, and what clients write there is theirs to know. */
export function spanContextOf({ traceparent }: CallerContext): SpanContext | null {
  const [, traceId, spanId, flags = ''] = traceparentForm.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

/** Null for a context that nobody has made. */
export function traceparentOf(context: SpanContext): string | null {
  const { traceId, spanId, traceFlags } = context;
  return isSpanContextValid(context) ? `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}` : null;
}

function fitting(value: string | string[] | undefined, form: RegExp): string | null {
  return typeof value === 'string' && form.test(value) ? value : null;
}
