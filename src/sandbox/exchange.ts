import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { errorPage, replacement, send, sendHalf, sendHuge, toDelivery } from './delivery.js';
import type { Delivery } from './delivery.js';
import { internalFault, RefusalError } from './errors.js';
import type { Headers } from './errors.js';
import type { Fault, FaultBox } from './faults.js';
import { readAddress } from './generation.js';
import type { Answer } from './operation.js';
import { flatHeaders, parseBody, readText } from './recorded-request.js';
import type { MutableRecord, RecordedRequest } from './recorded-request.js';
import { findRoute } from './routes.js';
import type { Route } from './routes.js';
import type { PersonaKey } from './tokens.js';

/** As long as common proxies let an address be. */
const maxAddressLength = 8192;

export interface ExchangeOptions {
  readonly requests: RecordedRequest[];
  readonly faults: FaultBox;
  readonly latencyMs: number;
  readonly now: () => number;
  readonly personaOf: (authorization: string | undefined) => PersonaKey | null;
  /** What the API answers; throws what it refuses. */
  readonly answer: (request: RecordedRequest, route: () => Route) => Answer;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

/** Records a request, lets the faults have their turn, and sends what the API answers. */
export function createExchange(options: ExchangeOptions) {
  const { requests, faults, now, signal } = options;

  return async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { record, route } = recordArrival(request, options);
    requests.push(record);
    response.once('close', () => (record.finishedAt = now()));
    record.body = parseBody(await readText(request));

    const fault = faults.takeOnArrival(record) ?? {};
    await wait(options.latencyMs + (fault.latencyMs ?? 0), signal);
    if (fault.reset === true) return void request.socket.resetAndDestroy();
    if (fault.hang === true) return;

    const requestId = randomUUID();
    const delivery = replacement(fault) ?? usual(record, route, requestId);
    if (fault.lost === true) return void request.socket.resetAndDestroy();
    const rewriting = delivery.status < 300 ? faults.takeRewriting(record) : null;
    await wait(rewriting?.latencyMs ?? 0, signal);
    record.status = delivery.status;
    await deliver(response, rewritten(delivery, rewriting), fault, {
      'slpt-request-id': requestId,
      ...delivery.headers,
      ...fault.headers,
      ...rewriting?.headers,
    });
  };

  function usual(record: RecordedRequest, route: () => Route, requestId: string): Delivery {
    const addressLength = record.path.length + record.query.toString().length;
    if (addressLength > maxAddressLength) return errorPage(414, 'Request-URI Too Large');
    try {
      return toDelivery(options.answer(record, route));
    } catch (error) {
      return refusal(error, record, requestId);
    }
  }
}

function recordArrival(
  request: IncomingMessage,
  { now, personaOf }: ExchangeOptions,
): { record: MutableRecord; route: () => Route } {
  // Not through URL, which would resolve dots in the path: what is recorded is what was sent.
  const [pathname = '/', ...rest] = (request.url ?? '/').split('?');
  const searchParams = new URLSearchParams(rest.join('?'));
  const method = request.method ?? 'GET';
  const address = readAddress(pathname);
  const route = (): Route => findRoute(address, method);
  const headers = flatHeaders(request);
  const record: MutableRecord = {
    method,
    path: pathname,
    query: searchParams,
    operation: operationName(route),
    generation: address?.generation.name ?? null,
    headers,
    body: null,
    status: null,
    personaKey: personaOf(headers['authorization']),
    at: now(),
    finishedAt: null,
  };
  return { record, route };
}

function operationName(route: () => Route): string | null {
  try {
    return route().operation.name;
  } catch {
    return null;
  }
}

function refusal(error: unknown, { headers }: RecordedRequest, requestId: string): Delivery {
  // A defect of the stand-in itself: shown on its console, since the documented body says nothing.
  if (!(error instanceof RefusalError)) console.error(error);
  const refused = error instanceof RefusalError ? error : internalFault();
  const context = { trackingId: requestId.replaceAll('-', ''), acceptLanguage: headers['accept-language'] };
  return toDelivery({ status: refused.status, body: refused.body(context), headers: refused.headers });
}

function rewritten(delivery: Delivery, fault: Fault | null): Delivery {
  if (fault?.rewrite === undefined) return delivery;
  const json: unknown = delivery.payload === '' ? null : JSON.parse(delivery.payload);
  return { ...delivery, payload: JSON.stringify(fault.rewrite(json)) ?? '' };
}

async function deliver(response: ServerResponse, delivery: Delivery, fault: Fault, headers: Headers): Promise<void> {
  if (fault.huge !== undefined) return sendHuge(response, fault.huge, headers);
  if (fault.cut === true) return sendHalf(response, { ...delivery, headers });
  send(response, { ...delivery, headers });
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await delay(ms, undefined, { signal });
}
