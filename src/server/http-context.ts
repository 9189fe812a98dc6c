import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import type { Viewer } from '../auth/viewer.js';
import { createContext, type ContextSettings } from '../context.js';
import type { Logger } from '../logger.js';
import { Trace, type TraceOrigin } from '../tracing/trace.js';
import { callerContextOf } from '../tracing/w3c.js';
import { deadlineIn } from '../upstream/deadline.js';
import { answerTypeOf } from './answer-type.js';
import { AnswerDraft, type HttpContext } from './answers/answer-draft.js';
import { requestLogger } from './record/request-logger.js';

export interface HttpContextSettings {
  readonly context: ContextSettings;
  readonly logger: Logger;
  readonly requestTimeoutMs: number;
}

/** By which a request is followed through logs and traces. */
export interface Followed {
  readonly trace: Trace;
  readonly logger: Logger;
}

/** The answer has its `X-Request-Id` already. */
export function follow(request: Request, response: Response, viewer: Viewer, { logger }: Pick<HttpContextSettings, 'logger'>): Followed {
  const trace = Trace.begin(traceOriginOf(request, response), 'graphql');
  // Of a request that turns out to be none; what is one has ended its trace before.
  if (trace.isRecorded) response.once('close', () => trace.end());
  return { trace, logger: requestLogger(logger, trace, viewer) };
}

/** What of an HTTP request the operation may know. */
export function contextOf(request: Request, response: Response, viewer: Viewer, followed: Followed, settings: HttpContextSettings): HttpContext {
  const context = createContext(settings.context, {
    ...followed,
    viewer,
    deadline: deadlineIn(settings.requestTimeoutMs),
    left: whenLeft(response),
    language: languageOf(request.headers),
    answerType: answerTypeOf(request),
  });
  return { ...context, draft: new AnswerDraft() };
}

export function traceOriginOf(request: Request, response: Response): TraceOrigin {
  return { requestId: String(response.getHeader('X-Request-Id')), caller: callerContextOf(request.headers) };
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
