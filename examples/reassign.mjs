// Hands an item to another reviewer and shows how it goes, in the terminal: `npm run sandbox`, then `npm run example:reassign`.
// An argument is the address of the gateway, if it is another than the sandbox's usual one.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient } from 'graphql-sse';

const [origin = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const textOf = (name) => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');

// What GraphiQL offers as well: somebody to be, and variables that fit the sandbox.
const { personas, variables } = await (await fetch(`${origin}/graphiql/config.json`)).json();
const { name, token } = personas.find(({ key }) => key === 'administrator');
const headers = { authorization: `Bearer ${token}` };

async function ask(query, given) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: given }),
  });
  return response.json();
}

/** Sent again after a lost answer it starts nothing new: the key says that it is the same. */
async function start(input) {
  const { data, errors } = await ask(textOf('Reassign'), { input: { ...input, idempotencyKey: randomUUID() } });
  const problems = errors ?? data.reassignCertification.userErrors;
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return data.reassignCertification.task;
}

const progressOf = { QUEUED: '░░░░░░░░░░', IN_PROGRESS: '█████░░░░░', SUCCESS: '██████████', ERROR: '██████████' };
const startedAtMs = Date.now();

function show({ status, statusName, errors }) {
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${progressOf[status] ?? '??????????'}  ${statusName}`);
  for (const { text } of errors) console.log(`         ${text}`);
}

const task = await start(variables.Reassign.input);
console.log(`${name} hands an item to another reviewer: task ${task.id}`);
const client = createClient({ url: `${origin}/graphql/stream`, headers });
for await (const { data, errors } of client.iterate({ query: textOf('ReassignProgress'), variables: { taskId: task.id } })) {
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  if (data.certificationTaskProgress === null) throw new Error('The task is not there any more.');
  show(data.certificationTaskProgress);
}
