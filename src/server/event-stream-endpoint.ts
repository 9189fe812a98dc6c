import type { Express, Request, Response } from 'express';
import type { Viewer } from '../auth/viewer.js';
import { alarmAt } from './alarm.js';
import { allowMethods, type Method } from './allow-methods.js';
import { answerHeaders, corsFor } from './answer-headers.js';
import type { Connections, LastingConnection } from './connections.js';
import { EventStream, type EventStreamBounds } from './event-stream.js';
import type { GraphqlParameters } from './graphql-parameters.js';
import { languageOf, traceOriginOf } from './http-context.js';
import { sendError } from './http-error.js';
import { NotBegun, type Operations } from './operations/operations.js';
import type { OperationRun } from './operations/operation-run.js';
import { shownRefusal } from './operations/shown-error.js';
import { bodyReader } from './read-body.js';
import { Refusal } from './refusal.js';
import type { RequestRules } from './request-rules.js';

export interface EventStreamSettings {
  readonly operations: Operations;
  readonly rules: RequestRules;
  readonly connections: Connections;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly mostBodyBytes: number;
  readonly eventStreamBounds: EventStreamBounds;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const methods: readonly Method[] = ['POST'];

const noEventStream = new Refusal({
  status: 406,
  code: 'BAD_USER_INPUT',
  message: 'This address answers with an event stream: accept "text/event-stream", or send the request to /graphql.',
});

/** GraphQL as server-sent events: the distinct connections mode of graphql-sse. */
export function mountEventStream(app: Express, settings: EventStreamSettings): void {
  app.all('/graphql/stream', corsFor(methods, settings.isAllowedOrigin), answerHeaders, allowMethods(methods), streamWith(settings));
}

function streamWith(settings: EventStreamSettings) {
  const { rules, connections } = settings;
  const readBody = bodyReader(settings.mostBodyBytes);
  return async (request: Request, response: Response): Promise<void> => {
    const viewer = rules.authenticate(request.headersDistinct['authorization'] ?? []);
    if (viewer instanceof Refusal) return sendError(request, response, viewer);
    if (request.accepts('text/event-stream') === false) return sendError(request, response, noEventStream);
    const refusal = connections.findRefusal();
    if (refusal !== null) return sendError(request, response, refusal);
    const streamed = new StreamedRequest(request, response, viewer, settings);
    response.once('close', connections.add(streamed));
    const given = await readBody(request, response);
    if (response.destroyed) return;
    const started = streamed.start(given);
    if (started instanceof NotBegun) return streamed.refuse(started);
    await streamed.answer(started);
  };
}

/** One request, and the stream that answers it. */
class StreamedRequest implements LastingConnection {
  readonly transport = 'event-stream';
  readonly #request: Request;
  readonly #response: Response;
  readonly #viewer: Viewer;
  readonly #settings: EventStreamSettings;
  readonly #left = new AbortController();
  #run: OperationRun | null = null;
  #isGoingAway = false;
  #hasExpired = false;

  constructor(request: Request, response: Response, viewer: Viewer, settings: EventStreamSettings) {
    this.#request = request;
    this.#response = response;
    this.#viewer = viewer;
    this.#settings = settings;
    response.once('close', () => this.#left.abort());
  }

  start(given: GraphqlParameters | Refusal): OperationRun | NotBegun {
    return this.#settings.operations.start(given, {
      viewer: this.#viewer,
      transport: this.transport,
      origin: traceOriginOf(this.#request, this.#response),
      language: languageOf(this.#request.headers),
      left: this.#left.signal,
    });
  }

  /** What is wrong with the request is told by HTTP, as for a POST to /graphql; what is wrong with the operation in the stream. */
  refuse({ refusal, errors }: NotBegun): void {
    if (refusal !== null) return sendError(this.#request, this.#response, refusal);
    const stream = this.#beginStream();
    stream.next({ errors });
    stream.complete();
  }

  async answer(run: OperationRun): Promise<void> {
    this.#run = run;
    const stream = this.#beginStream();
    if (this.#isGoingAway) this.#endSubscription();
    const callOff = alarmAt(this.#viewer.expiresAtMs, this.#settings.now, () => {
      this.#hasExpired = true;
      this.#endSubscription();
    });
    for await (const result of run) stream.next(result);
    callOff();
    if (this.#isGoingAway && run.isSubscription) return stream.breakOff();
    if (this.#hasExpired && run.isSubscription) stream.next({ errors: [tokenExpired] });
    stream.complete();
  }

  goAway(): void {
    this.#isGoingAway = true;
    this.#endSubscription();
  }

  drop(): void {
    this.#response.destroy();
  }

  #beginStream(): EventStream {
    return new EventStream(this.#response, this.#settings.eventStreamBounds);
  }

  #endSubscription(): void {
    if (this.#run?.isSubscription === true) this.#left.abort();
  }
}

const tokenExpired = shownRefusal(new Refusal({ status: 401, code: 'UNAUTHENTICATED', message: 'The token has expired; send a new one.' }));
