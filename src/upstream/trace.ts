/** What ties the logs of client, gateway and upstream together. It goes upstream in the headers of the same names. */
export interface Trace {
  /** `X-Request-Id`: the client's own where it is well-formed, else a random one. */
  readonly requestId: string;
  /** W3C trace context, as the client sent it. */
  readonly traceparent: string | null;
  readonly tracestate: string | null;
}

export function traceHeaders({ requestId, traceparent, tracestate }: Trace): Record<string, string> {
  return {
    'x-request-id': requestId,
    ...(traceparent === null ? {} : { traceparent }),
    ...(tracestate === null ? {} : { tracestate }),
  };
}
