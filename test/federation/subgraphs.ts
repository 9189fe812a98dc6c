import type { Part } from '../../examples/supergraph/compose.js';
import { startDirectory } from '../../examples/supergraph/directory.js';
import { startNotes, type Note } from '../../examples/supergraph/notes.js';
import type { Subgraph } from '../../examples/supergraph/subgraph.js';
import type { PersonaKey } from '../../src/sandbox/upstream.js';
import { startTestGateway, type AnswerError, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

/** The gateway and the two of other teams, running. */
export interface Subgraphs {
  readonly gateway: TestGateway;
  readonly notes: Subgraph;
  readonly parts: readonly Part[];
  stop(): Promise<void>;
}

/**
 * With a note by the manager on each certification that an identity reviews; the first is about a task, the second about
 * one that is gone. The gateway composes as `certification`.
 */
export async function startSubgraphs(options: TestGatewayOptions = {}): Promise<Subgraphs> {
  const gateway = await startTestGateway(options);
  const { tenant } = gateway.upstream;
  const directory = await startDirectory([...tenant.identities.values()]);
  const certifications = [...tenant.certifications.values()].filter(({ reviewer }) => reviewer.type === 'IDENTITY');
  const tasks = [tenant.examples.tasks.running, 'no-such-task'];
  const notes = await startNotes(
    certifications.map(({ id }, index): Note => {
      const taskId = tasks[index];
      return {
        id: `note-${id}`,
        text: `About ${id}`,
        authorId: tenant.people.manager,
        certificationId: id,
        ...(taskId === undefined ? {} : { taskId }),
      };
    }),
  );
  const { data } = await gateway.ask('{ _service { sdl } }');
  return {
    gateway,
    notes,
    parts: [{ name: 'certification', url: `${gateway.origin}/graphql`, sdl: data._service.sdl }, directory, notes],
    async stop() {
      await Promise.all([directory.stop(), notes.stop(), gateway.stop()]);
    },
  };
}

export interface RouterAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- has the shape of the query, which the compiler does not know
  readonly data: any;
  readonly errors: readonly AnswerError[] | undefined;
}

export type AskRouter = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  as?: PersonaKey | null,
  headers?: Readonly<Record<string, string>>,
) => Promise<RouterAnswer>;

/** As a client of the router; as the administrator if not given, without a token for null. */
export function clientOf(url: string, { gateway }: Subgraphs): AskRouter {
  return async (query, variables = {}, as = 'administrator', headers = {}) => {
    const authorization = as === null ? {} : { authorization: `Bearer ${gateway.upstream.persona(as).token}` };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, data: null, errors: undefined, ...((await response.json()) as object) };
  };
}
