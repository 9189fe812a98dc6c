import { connect } from 'node:net';

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  /** Whole lines, in whatever form. */
  readonly headers?: readonly string[];
  /** JSON, as value. */
  readonly body?: unknown;
}

/** What a client of no manners sends. Resolves with all that came back, status line and headers included. */
export function sendRaw(origin: string, request: RawRequest): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(written(request, hostname)));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    // A server that refuses in the middle of a request resets the connection behind its answer.
    socket.once('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
    socket.once('close', () => resolve(answer));
  });
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
}

function written({ method = 'POST', path = '/graphql', headers = [], body }: RawRequest, host: string): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const own = ['Connection: close', ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`])];
  return [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...own, ...headers, '', text].join('\r\n');
}
