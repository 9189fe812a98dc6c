import { STATUS_CODES } from 'node:http';
import { errorBody } from './http-error.js';
import type { Refusal } from './refusal.js';

/** The whole answer, for a connection that has no response of Express: in the same shape all the same. */
export function rawAnswer(refusal: Refusal): string {
  const body = errorBody(refusal);
  const { retryAfterSeconds } = refusal.details;
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(retryAfterSeconds === undefined ? [] : [`Retry-After: ${retryAfterSeconds}`]),
  ];
  return [...head, '', body].join('\r\n');
}
