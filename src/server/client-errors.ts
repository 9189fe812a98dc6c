import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Observer } from '../observer.js';
import type { Limits } from './limits/limits.js';
import { rawAnswer } from './raw-answer.js';
import { badRequest, Refusal } from './refusal.js';

/** What cannot be read as HTTP never becomes a request; it is answered in the same shape all the same. */
export function answerClientErrors(server: Server, { headerBytes }: Pick<Limits, 'headerBytes'>, observer: Observer): void {
  const refusals: Readonly<Record<string, Refusal>> = {
    HPE_HEADER_OVERFLOW: new Refusal({
      status: 431,
      code: 'BAD_USER_INPUT',
      message: `The headers have more than ${headerBytes} bytes.`,
      details: { measure: 'headerBytes', limit: headerBytes },
    }),
    ERR_HTTP_REQUEST_TIMEOUT: new Refusal({ status: 408, code: 'BAD_USER_INPUT', message: 'The request did not arrive in time.' }),
  };
  const unreadable = badRequest('The request is not HTTP that can be read.');
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => responses.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // An answer that has begun must not be followed by the beginning of another.
    const isAnswering = responses.get(socket)?.headersSent === true && responses.get(socket)?.writableFinished === false;
    const refusal = refusals[error.code ?? ''] ?? unreadable;
    if (socket.writable && !isAnswering) {
      observer.requestRefused('http', refusal.code, refusal.status);
      socket.write(rawAnswer(refusal));
    }
    socket.destroy();
  });
}
