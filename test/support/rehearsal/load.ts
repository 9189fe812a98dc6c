import { request } from 'node:http';
import type { Upstream } from '../../../src/sandbox/upstream.js';
import { createRandom } from '../random-operations.js';
import type { Balancer, Seat } from './balancer.js';
import { readers, type Question, type Reader } from './questions.js';
import type { Tally } from './tally.js';

export interface LoadSettings {
  readonly balancer: Balancer;
  readonly tally: Tally;
  readonly upstream: Upstream;
  readonly questions: ReadonlyMap<Reader, readonly Question[]>;
  readonly clients: number;
}

/** With as many requests somebody else signs in, of whom nothing is known yet. */
const requestsOfOneViewer = 30;

/** Clients that ask one thing after the other, until they are told to stop. */
export function startLoad(settings: LoadSettings): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const clients = Array.from({ length: settings.clients }, (_, index) => runClient(settings, index, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(clients);
    },
  };
}

async function runClient(settings: LoadSettings, index: number, stopping: AbortSignal): Promise<void> {
  const { upstream, questions } = settings;
  const random = createRandom(index);
  for (let viewer = 0; !stopping.aborted; viewer += 1) {
    const reader = readers[(index + viewer) % readers.length] as Reader;
    const token = tokenOfSomebodyNew(upstream, reader, `${index}-${viewer}`);
    const own = questions.get(reader) ?? [];
    for (let asked = 0; asked < requestsOfOneViewer && !stopping.aborted; asked += 1) {
      await askThrough(settings, own[Math.floor(random() * own.length)] as Question, token);
    }
  }
}

async function askThrough({ balancer, tally }: LoadSettings, question: Question, token: string): Promise<void> {
  const { seat, done } = await balancer.pick();
  const sent = tally.send();
  const answer = await post(seat, question, token);
  done();
  const problem = problemOf(answer, question.data);
  if (problem === null) sent.answered(seat.name);
  else sent.failed(seat.name, problem);
}

export interface Answered {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[] };
}

/** Why there is no answer. */
export interface NotAnswered {
  readonly problem: string;
}

/** Null when it is what was expected. */
export function problemOf(answer: Answered | NotAnswered, data: unknown): string | null {
  if ('problem' in answer) return answer.problem;
  const [error] = answer.body.errors ?? [];
  if (error !== undefined) return `${error.extensions?.code}: ${error.message}`;
  if (answer.status !== 200) return `HTTP ${answer.status}`;
  // Fields are answered in the order in which they are asked for.
  const given = JSON.stringify(answer.body.data ?? null);
  return given === JSON.stringify(data) ? null : `wrong data: ${given.slice(0, 200)}`;
}

export function post({ origin, agent }: Seat, { query, variables }: Pick<Question, 'query' | 'variables'>, token: string): Promise<Answered | NotAnswered> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(`${origin}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve(answerOf(response.statusCode ?? 0, text)));
      response.once('error', ({ message }) => resolve({ problem: message }));
    });
    sent.once('error', ({ message }) => resolve({ problem: message }));
    sent.end(JSON.stringify({ query, variables }));
  });
}

function answerOf(status: number, text: string): Answered | NotAnswered {
  try {
    return { status, body: JSON.parse(text) as Answered['body'] };
  } catch {
    return { problem: `HTTP ${status}, no JSON: ${text.slice(0, 200)}` };
  }
}

/** The same person to SailPoint, and a viewer of its own to the gateway: an authority that nobody else has gives no rights. */
export function tokenOfSomebodyNew(upstream: Upstream, like: Reader | 'administrator', name: string): string {
  return upstream.tokens.issue({ authorities: [...(like === 'administrator' ? ['ORG_ADMIN'] : []), `rehearsal-${name}`] }, like);
}
