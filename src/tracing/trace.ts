import { context, isSpanContextValid, SpanKind, SpanStatusCode, trace as api, type Attributes, type Span } from '@opentelemetry/api';
import { spanContextOf, traceparentOf, type CallerContext } from './w3c.js';

/** What ties the logs and traces of client, gateway and upstream together, as it came with a request. */
export interface TraceOrigin {
  /** `X-Request-Id`: the client's own where it is well-formed, else a random one. */
  readonly requestId: string;
  readonly caller: CallerContext;
}

export type StepKind = 'call' | 'internal';

const spanKinds: Readonly<Record<StepKind, SpanKind>> = { call: SpanKind.CLIENT, internal: SpanKind.INTERNAL };
const tracer = api.getTracer('certification-gateway');

/**
 * A step on a request's way: a span where a process was started with an SDK of OpenTelemetry, and else nothing but the headers
 * that go on. What is told of it are words and numbers of the gateway's own: no id, no token, no address, no text of anybody's.
 */
export class Trace {
  readonly requestId: string;
  readonly #caller: CallerContext;
  readonly #span: Span;
  /** Also of a span that has ended: what was begun by it goes on. */
  readonly isRecorded: boolean;
  #headers: Readonly<Record<string, string>> | null = null;
  #hasEnded = false;

  private constructor({ requestId, caller }: TraceOrigin, span: Span) {
    this.requestId = requestId;
    this.#caller = caller;
    this.#span = span;
    this.isRecorded = span.isRecording();
  }

  /** Below the caller's span, or that of an SDK which traces HTTP by itself. */
  static begin(origin: TraceOrigin, name: string): Trace {
    const active = context.active();
    const remote = spanContextOf(origin.caller);
    const parent = remote === null || api.getSpan(active) !== undefined ? active : api.setSpanContext(active, remote);
    return new Trace(origin, tracer.startSpan(name, { kind: SpanKind.SERVER }, parent));
  }

  /** 32 hexadecimal digits; null where neither the caller nor an SDK has made one. */
  get traceId(): string | null {
    const own = this.#span.spanContext();
    return isSpanContextValid(own) ? own.traceId : null;
  }

  /** What an upstream call sends: this step's context, or the caller's as it came where there is no SDK. */
  get headers(): Readonly<Record<string, string>> {
    this.#headers ??= this.#writeHeaders();
    return this.#headers;
  }

  /** To be ended by whoever has begun it. */
  step(name: string, kind: StepKind, attributes: Attributes = {}): Trace {
    if (!this.isRecorded) return this;
    const parent = api.setSpan(context.active(), this.#span);
    return new Trace({ requestId: this.requestId, caller: this.#caller }, tracer.startSpan(name, { kind: spanKinds[kind], attributes }, parent));
  }

  rename(name: string): void {
    if (this.isRecorded) this.#span.updateName(name);
  }

  note(event: string, attributes: Attributes): void {
    if (this.isRecorded) this.#span.addEvent(event, attributes);
  }

  /** `fault` is a code, or null where nothing went wrong. The first end counts. */
  end(attributes: Attributes = {}, fault: string | null = null): void {
    if (!this.isRecorded || this.#hasEnded) return;
    this.#hasEnded = true;
    this.#span.setAttributes(fault === null ? attributes : { ...attributes, 'error.type': fault });
    if (fault !== null) this.#span.setStatus({ code: SpanStatusCode.ERROR });
    this.#span.end();
  }

  #writeHeaders(): Record<string, string> {
    const { tracestate } = this.#caller;
    const own = this.#span.spanContext();
    const isCallers = own.spanId === spanContextOf(this.#caller)?.spanId;
    const traceparent = isCallers ? this.#caller.traceparent : traceparentOf(own);
    return { 'x-request-id': this.requestId, ...(traceparent === null ? {} : { traceparent }), ...(tracestate === null ? {} : { tracestate }) };
  }
}
