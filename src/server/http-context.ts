import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import type { Viewer } from '../auth/viewer.js';
import { createContext, type Context, type ContextSettings } from '../context.js';
import type { Logger } from '../logger.js';
import { deadlineIn } from '../upstream/deadline.js';
import { answerTypeOf } from './answer-type.js';
import { traceContextOf } from './trace-headers.js';

export interface HttpContextSettings {
  readonly context: ContextSettings;
  readonly logger: Logger;
  readonly requestTimeoutMs: number;
}

/** What of an HTTP request the operation may know. The answer has its `X-Request-Id` already. */
export function contextOf(request: Request, response: Response, viewer: Viewer, settings: HttpContextSettings): Context {
  const requestId = String(response.getHeader('X-Request-Id'));
  return createContext(settings.context, {
    trace: { requestId, ...traceContextOf(request.headers) },
    viewer,
    logger: settings.logger.child({ requestId, viewer: viewer.hash.slice(0, 12) }),
    deadline: deadlineIn(settings.requestTimeoutMs),
    left: whenLeft(response),
    language: languageOf(request.headers),
    answerType: answerTypeOf(request),
  });
}

/** What reads like a list of languages; anything else stays here. */
export function languageOf(headers: IncomingHttpHeaders): string | null {
  const header = headers['accept-language'] ?? '';
  return /^[A-Za-z0-9\-*,;=. ]{1,200}$/.test(header) ? header : null;
}

/** Aborts when the client has gone before its answer: its upstream calls are of no use to anybody. */
function whenLeft(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
