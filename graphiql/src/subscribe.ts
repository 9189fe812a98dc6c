import type { FormattedExecutionResult } from 'graphql';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { withoutMeter } from './call-meter.js';

export interface SubscribeOptions {
  endpoint: string;
  authorization: string;
  /** Raised when another caller takes over. */
  signal: AbortSignal;
  onResult: (result: FormattedExecutionResult) => void;
}

/** As GraphiQL takes results that come one by one. */
interface Sink {
  next: (result: FormattedExecutionResult) => void;
  complete: () => void;
}

/** A subscription over a WebSocket of its own, which is closed with it. What goes wrong is the last result, in words for the user. */
export function subscribe(params: SubscribePayload, { endpoint, authorization, signal, onResult }: SubscribeOptions) {
  return {
    subscribe(sink: Sink) {
      const client = createClient({ url: socketAddress(endpoint), connectionParams: { authorization }, retryAttempts: 0 });
      const end = () => void client.dispose();
      signal.addEventListener('abort', end, { once: true });
      const cancel = client.subscribe(params, {
        next(result) {
          onResult(result as FormattedExecutionResult);
          sink.next(withoutMeter(result as FormattedExecutionResult));
        },
        error(reason) {
          sink.next(resultOf(reason));
          sink.complete();
        },
        complete() {
          signal.removeEventListener('abort', end);
          sink.complete();
        },
      });
      return { unsubscribe: cancel };
    },
  };
}

function socketAddress(endpoint: string): string {
  const url = new URL(endpoint, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}

/** The gateway's errors of an operation that was not begun; otherwise why there is no connection any more. */
function resultOf(reason: unknown): FormattedExecutionResult {
  if (Array.isArray(reason)) return { errors: reason as NonNullable<FormattedExecutionResult['errors']> };
  const closed = reason instanceof CloseEvent && reason.reason !== '' ? `The gateway closed the connection: ${reason.reason}.` : null;
  return { errors: [{ message: closed ?? `The connection to the gateway at ${location.origin} broke off.` }] };
}
