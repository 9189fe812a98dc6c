import type { GraphiQLProps } from 'graphiql';
import { OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import { meterOf, withoutMeter, type CallMeter } from './call-meter.js';
import { readOperations } from './operations.js';
import { describeRefusal, post } from './request.js';
import { subscribe } from './subscribe.js';

type Fetcher = GraphiQLProps['fetcher'];
type FetcherParams = Parameters<Fetcher>[0];

/** Whose token goes with the requests; null where the user has not given one yet. */
export interface Caller {
  name: string;
  token: string | null;
}

/** What the bar tells about the last operation that was run. */
export interface Answer {
  operation: string;
  caller: string;
  /** Null where the gateway did not say. */
  upstreamCalls: number | null;
  /** Of a subscription: of its last result. Null where the gateway did not say. */
  meter: CallMeter | null;
  answeredAt: number;
}

export interface FetcherOptions {
  endpoint: string;
  caller: Caller;
  /** Raised when another caller takes over. */
  signal: AbortSignal;
  /** Another operation has begun. */
  onRun: () => void;
  onAnswer: (answer: Answer) => void;
  /** Null once the schema has been read. */
  onSchema: (problem: string | null) => void;
}

const NO_TOKEN = 'There is no token yet. Paste one above: the gateway answers nobody without.';
const SWITCHED = 'The caller was switched before this answer arrived. Run the operation again.';

/** GraphiQL reads the schema through the same function; such a read is reported to `onSchema` and not counted. */
export function createFetcher({ endpoint, caller, signal, onRun, onAnswer, onSchema }: FetcherOptions): Fetcher {
  let runs = 0;

  /** What it returns tells of this run, until another one begins: an answer that was overtaken is of no interest. */
  function begin(): FetcherOptions['onAnswer'] {
    runs += 1;
    const ownRun = runs;
    onRun();
    return (answer) => {
      if (ownRun === runs) onAnswer(answer);
    };
  }

  async function send(params: FetcherParams, typedHeaders: Record<string, unknown>) {
    const headers = createHeaders(caller, typedHeaders);
    if (!headers.has('authorization')) throw new Error(NO_TOKEN);
    return post(endpoint, headers, params, signal);
  }

  async function readSchema(params: FetcherParams, typedHeaders: Record<string, unknown>) {
    try {
      const { response, body } = await send(params, typedHeaders);
      // Thrown and not returned: GraphiQL would ask a second time, as for servers without subscriptions.
      if (!('data' in body)) throw new Error(describeRefusal(response, body));
      onSchema(null);
      return body;
    } catch (error) {
      if (!signal.aborted) onSchema(messageOf(error));
      throw error;
    }
  }

  async function run(params: FetcherParams, typedHeaders: Record<string, unknown>) {
    const operationName = findOperationName(params);
    const tell = begin();
    try {
      const { response, body } = await send({ ...params, operationName }, typedHeaders);
      tell(answer(operationName, typedHeaders, { upstreamCalls: readCount(response.headers.get('x-upstream-calls')), meter: meterOf(extensionsOf(body)) }));
      return withoutMeter(body);
    } catch (error) {
      // Returned and not thrown: GraphiQL would print the stack of a thrown error as well.
      return { errors: [{ message: signal.aborted ? SWITCHED : messageOf(error) }] };
    }
  }

  /** GraphiQL shows each result as it comes; the calls are those of all of them. */
  function follow(params: FetcherParams, typedHeaders: Record<string, unknown>) {
    const authorization = createHeaders(caller, typedHeaders).get('authorization');
    if (authorization === null) throw new Error(NO_TOKEN);
    const operationName = findOperationName(params);
    const tell = begin();
    let upstreamCalls = 0;
    const onResult = ({ extensions }: FormattedExecutionResult) => {
      upstreamCalls += callsOf(extensions);
      tell(answer(operationName, typedHeaders, { upstreamCalls, meter: meterOf(extensions) }));
    };
    return subscribe({ ...params, operationName }, { endpoint, authorization, signal, onResult });
  }

  function answer(operationName: string | null, typedHeaders: Record<string, unknown>, spent: Pick<Answer, 'upstreamCalls' | 'meter'>): Answer {
    return {
      operation: operationName ?? 'Unnamed operation',
      caller: hasAuthorization(typedHeaders) ? 'the headers editor' : caller.name,
      ...spent,
      answeredAt: performance.now(),
    };
  }

  function senderOf(params: FetcherParams) {
    if (params.operationName === 'IntrospectionQuery') return readSchema;
    return isSubscription(params) ? follow : run;
  }

  return (params, options) => senderOf(params)(params, options?.headers ?? {}) as ReturnType<Fetcher>;
}

// For a tenth of a second after another tab was opened, GraphiQL still gives the name of the former tab's operation.
function findOperationName({ query, operationName }: FetcherParams): string | null {
  const names = readOperations(query).map(({ name }) => name?.value ?? null);
  return names.length === 1 ? names[0]! : (operationName ?? null);
}

function isSubscription(params: FetcherParams): boolean {
  const name = findOperationName(params);
  return readOperations(params.query).some((node) => node.operation === OperationTypeNode.SUBSCRIPTION && (node.name?.value ?? null) === name);
}

function extensionsOf(body: object): Record<string, unknown> | undefined {
  return (body as { extensions?: Record<string, unknown> }).extensions;
}

/** Of one result of a subscription, which has no headers. */
function callsOf(extensions: Record<string, unknown> | undefined): number {
  const { cost } = (extensions ?? {}) as { cost?: { upstreamCalls?: unknown } };
  return typeof cost?.upstreamCalls === 'number' ? cost.upstreamCalls : 0;
}

// What the user typed into the headers editor wins, in whatever case it is written.
function createHeaders(caller: Caller, typed: Record<string, unknown>): Headers {
  const headers = new Headers({
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
  });
  if (caller.token !== null) headers.set('authorization', `Bearer ${caller.token}`);
  for (const [name, value] of Object.entries(typed)) headers.set(name, String(value));
  return headers;
}

function hasAuthorization(headers: Record<string, unknown>): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
}

function readCount(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
