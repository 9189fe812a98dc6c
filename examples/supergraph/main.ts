// A supergraph in one process: the certification gateway in front of its sandbox, two subgraphs of other teams, a router.
//   npm run example:supergraph              prints a query across all three and its answer, and stays up
//   npm run example:supergraph -- --once    prints them and stops
import { readConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { startGateway } from '../../src/server/gateway.js';
import { startUpstream, type Upstream } from '../../src/sandbox/upstream.js';
import { compose, type Part } from './compose.js';
import { startDirectory } from './directory.js';
import { startNotes, type Note } from './notes.js';
import { startRouter } from './router.js';

const query = `query Supergraph {
  certifications(reviewerId: "me", filter: { isCompleted: false }, orderBy: [{ field: DUE }], first: 2) {
    nodes {
      name                                        # certification gateway
      reviewer { identity { name department } }   # name: either; department: directory
      notes { text author { name city } }         # notes, then directory
    }
  }
}`;

const upstream = await startUpstream();
const config = readConfig({ SAILPOINT_API_URL: upstream.apiUrl('v2025'), PORT: '0', INTROSPECTION: 'true', LOG_LEVEL: 'warn' });
const gateway = await startGateway(config, { logger: createLogger(config.log), bounds: { handOverMs: 0, finishMs: 0 } });
const directory = await startDirectory([...upstream.tenant.identities.values()]);
const notes = await startNotes(someNotes(upstream));
const { name, token } = upstream.persona('reviewer');
const router = await startRouter(compose([await certificationPart(), directory, notes]));

console.log(`As ${name}:\n\n${query}\n\n${JSON.stringify(await ask(router.url, query), null, 2)}`);
if (process.argv.includes('--once')) {
  await stop();
} else {
  console.log(`\nRouter  ${router.url}, for "Authorization: Bearer …" with\n${token}\n\nCtrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
}

/** The gateway tells its own SDL, like anything else, to whoever has a token. */
async function certificationPart(): Promise<Part> {
  const url = `${gateway.origin}/graphql`;
  const { data } = (await ask(url, '{ _service { sdl } }')) as { data: { _service: { sdl: string } } };
  return { name: 'certification', url, sdl: data._service.sdl };
}

async function ask(url: string, text: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  return response.json();
}

/** From two people on each certification of the reviewer. */
function someNotes({ tenant, persona }: Upstream): Note[] {
  const [reviewer, manager] = [persona('reviewer').identityId, persona('manager').identityId];
  const theirs = [...tenant.certifications.values()].filter((certification) => certification.reviewer.id === reviewer);
  return theirs.flatMap(({ id }) => [
    { id: `${id}-1`, certificationId: id, authorId: manager, text: 'Two of these have left my team.' },
    { id: `${id}-2`, certificationId: id, authorId: reviewer, text: 'Asked them on Monday.' },
  ]);
}

async function stop(): Promise<void> {
  await router.stop();
  await Promise.all([directory.stop(), notes.stop(), gateway.stop()]);
  await upstream.stop();
}
