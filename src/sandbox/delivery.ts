import type { ServerResponse } from 'node:http';
import type { Headers } from './errors.js';
import type { Fault } from './faults.js';
import type { Answer } from './operation.js';

/** An answer as bytes to be. */
export interface Delivery {
  readonly status: number;
  readonly headers: Headers;
  readonly payload: string;
}

export function toDelivery({ status, body, headers = {} }: Answer): Delivery {
  if (body === undefined) return { status, headers, payload: '' };
  return { status, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(body) };
}

export function errorPage(status: number, title: string): Delivery {
  const heading = `${status} ${title}`;
  return {
    status,
    headers: { 'content-type': 'text/html' },
    payload: `<html><head><title>${heading}</title></head><body><center><h1>${heading}</h1></center></body></html>`,
  };
}

/** The answer that a fault puts in the place of the usual one, or null. */
export function replacement({ status, body, html }: Fault): Delivery | null {
  if (html === true) return errorPage(status ?? 503, 'Service Temporarily Unavailable');
  if (status === undefined) return null;
  if (typeof body === 'string') return { status, headers: { 'content-type': 'text/html' }, payload: body };
  return toDelivery({ status, body });
}

export function send(response: ServerResponse, { status, headers, payload }: Delivery): void {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, hasBody ? { ...headers, 'content-length': Buffer.byteLength(payload) } : { ...headers });
  response.end(hasBody ? payload : undefined);
}

/** Promises the whole body and ends the connection in the middle of it. */
export function sendHalf(response: ServerResponse, { status, headers, payload }: Delivery): void {
  const bytes = Buffer.from(payload);
  response.writeHead(status, { ...headers, 'content-length': Math.max(bytes.length, 2) });
  response.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () => response.socket?.destroy());
}

const hugeRow = JSON.stringify({ id: 'f'.repeat(32), name: 'x'.repeat(4000) });

/** Never holds more than a row, and stops when the client has had enough. */
export async function sendHuge(response: ServerResponse, bytes: number, headers: Headers): Promise<void> {
  response.writeHead(200, { ...headers, 'content-type': 'application/json' });
  response.write('[');
  for (let sent = 0; sent <= bytes && !response.destroyed; sent += hugeRow.length + 1) {
    if (!response.write(`${hugeRow},`)) await drained(response);
  }
  response.end(`${hugeRow}]`);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
