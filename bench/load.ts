import { isDeepStrictEqual } from 'node:util';
import { Connection, type Answer } from './connection.js';

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token: string;
}

export interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions?: { readonly code?: string } }[];
}

/** A GraphQL request as bytes, made before the clock starts. */
export function requestOf({ query, variables = {}, token }: Question): Buffer {
  const body = JSON.stringify({ query, variables });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

export function graphqlOf({ body }: Answer): GraphqlAnswer {
  return JSON.parse(body.toString('utf8')) as GraphqlAnswer;
}

/** Throws unless both have the same data and no errors. */
export function mustAgree(name: string, answer: Answer, expected: Answer): void {
  const { data, errors } = graphqlOf(answer);
  if (errors !== undefined) throw new WrongAnswerError(`${name} answered ${answer.status} with errors: ${errors[0]?.message}`);
  if (!isDeepStrictEqual(data, graphqlOf(expected).data)) throw new WrongAnswerError(`${name} has answered something else than the others`);
}

/** What is asked for was not what came: no figure of such a run is worth anything. */
export class WrongAnswerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongAnswerError';
  }
}

/** On a connection of its own. */
export async function ask(origin: string, question: Question): Promise<Answer> {
  const [answer] = await askAtOnce(origin, [question]);
  if (answer === undefined) throw new Error('one question has one answer');
  return answer;
}

/** Each on a connection of its own, all opened before the first byte is sent. In the order of the questions. */
export async function askAtOnce(origin: string, questions: readonly Question[]): Promise<Answer[]> {
  const connections = await Promise.all(questions.map(() => Connection.open(origin)));
  try {
    const requests = questions.map(requestOf);
    return await Promise.all(connections.map((connection, index) => connection.send(requests[index] ?? Buffer.alloc(0))));
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** One after the other on one connection. */
export async function askInTurn(origin: string, questions: readonly Question[]): Promise<Answer[]> {
  const connection = await Connection.open(origin);
  try {
    const answers: Answer[] = [];
    for (const request of questions.map(requestOf)) answers.push(await connection.send(request));
    return answers;
  } finally {
    connection.close();
  }
}

export interface Throughput {
  readonly latenciesMs: readonly number[];
  readonly perSecond: number;
  readonly last: Answer;
}

/** The same question again and again, on so many connections for so long: as fast as it is answered. */
export async function askWithoutEnd(origin: string, question: Question, { connections, forMs }: { readonly connections: number; readonly forMs: number }): Promise<Throughput> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(origin)));
  const request = requestOf(question);
  const startedAtMs = performance.now();
  const latenciesMs: number[] = [];
  let last: Answer | null = null;
  const run = async (connection: Connection): Promise<void> => {
    while (performance.now() - startedAtMs < forMs) {
      last = await connection.send(request);
      if (last.status !== 200) throw new WrongAnswerError(`answered ${last.status} under load`);
      latenciesMs.push(last.ms);
    }
  };
  try {
    await Promise.all(open.map(run));
    if (last === null) throw new RangeError('no time to ask anything');
    return { latenciesMs, last, perSecond: (latenciesMs.length * 1000) / (performance.now() - startedAtMs) };
  } finally {
    for (const connection of open) connection.close();
  }
}
