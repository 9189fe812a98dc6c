import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleVariables } from '../src/sandbox/graphiql-samples.js';
import { startUpstream, type PersonaKey } from '../src/sandbox/upstream.js';
import { answerQuestions } from './questions.js';
import { announce } from './listening.js';

/** As the environment of this process, in JSON. */
export interface BenchUpstreamSettings {
  readonly latencyMs: number;
  /** The vendor's 100 calls in 10 seconds; without it, answers are remembered. */
  readonly isLimited: boolean;
}

export interface TokenOrder {
  readonly count: number;
  readonly like: Exclude<PersonaKey, 'expired'>;
  /** The OAuth client, whose calls the upstream counts; the same for all tokens if not given. */
  readonly clientId?: string;
}

export interface CallCounts {
  readonly calls: number;
  /** Answered 429. */
  readonly refused: number;
}

interface RememberedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const settings = JSON.parse(process.env['BENCH_UPSTREAM'] ?? '{}') as BenchUpstreamSettings;
const standIn = await startUpstream(settings.isLimited ? {} : { rateLimit: 'off' });
/** What the stand-in has answered: working it out again would cost more than the systems under test take. */
const remembered = new Map<string, RememberedAnswer>();
/** By token: whom it is like, and so is given the same answers. */
const personaOf = new Map<string, PersonaKey>();
let counts = { calls: 0, refused: 0 };
let isHanging = false;
let viewers = 0;

answerQuestions({
  tokens: (order: TokenOrder) => Array.from({ length: order.count }, () => issue(order)),
  counts: () => counts,
  reset: () => {
    counts = { calls: 0, refused: 0 };
    return null;
  },
  hang: (isOn: boolean) => {
    isHanging = isOn;
    return null;
  },
  variables: () => sampleVariables(standIn.tenant),
  certificationIds: () => [...standIn.tenant.certifications.values()].filter(({ reviewer }) => reviewer.type === 'IDENTITY').map(({ id }) => id),
});

const server = createServer({ keepAliveTimeout: 60_000, maxHeaderSize: 65_536 }, (request, response) => {
  answer(request, response).catch((error: unknown) => {
    if (!request.destroyed) console.error(error);
    response.destroy();
  });
});
announce(server);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  counts.calls += 1;
  const body = await read(request);
  if (isHanging) return;
  await delay(settings.latencyMs);
  const { status, headers, body: bytes } = await find(request, body);
  if (status === 429) counts.refused += 1;
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.end(bytes);
}

async function find(request: IncomingMessage, body: Buffer): Promise<RememberedAnswer> {
  const persona = personaOf.get(request.headers.authorization ?? '');
  if (request.method !== 'GET' || persona === undefined || settings.isLimited) {
    remembered.clear();
    return askStandIn(request, body);
  }
  const key = `${persona} ${request.url}`;
  const known = remembered.get(key) ?? (await askStandIn(request, body));
  if (known.status === 200) remembered.set(key, known);
  return known;
}

async function askStandIn({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Promise<RememberedAnswer> {
  const answered = await fetch(standIn.origin + url, {
    method,
    headers: endToEnd(headers),
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  return { status: answered.status, headers: endToEnd(Object.fromEntries(answered.headers)), body: Buffer.from(await answered.arrayBuffer()) };
}

/** Without those that are about one connection. */
function endToEnd(headers: IncomingHttpHeaders): Record<string, string> {
  const hopByHop = new Set(['connection', 'keep-alive', 'host', 'content-length', 'transfer-encoding', 'accept-encoding', 'date']);
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (hopByHop.has(name) || value === undefined ? [] : [[name, String(value)]])));
}

/** Of a viewer of its own: an authority that nobody else has sets it apart, and gives no rights. */
function issue({ like, clientId = 'bench' }: TokenOrder): string {
  viewers += 1;
  const authorities = [...(like === 'administrator' ? ['ORG_ADMIN'] : []), `bench-${viewers}`];
  const token = standIn.tokens.issue({ client_id: clientId, authorities }, like);
  personaOf.set(`Bearer ${token}`, like);
  return token;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
