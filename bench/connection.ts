import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** From the first byte sent to the last one received. */
  readonly ms: number;
}

/**
 * A client of one keep-alive connection that asks for one thing at a time. Not node:http: a client that costs more than
 * the server it asks would make every server look alike.
 */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #bytes = 0;
  #waiting: { readonly startedAtMs: number; readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | null = null;
  #head: Head | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      try {
        this.#take(chunk);
      } catch (error) {
        socket.destroy(error instanceof Error ? error : undefined);
      }
    });
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server has closed the connection')));
  }

  static open(origin: string): Promise<Connection> {
    const { hostname, port } = new URL(origin);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  send(request: Buffer): Promise<Answer> {
    if (this.#socket.destroyed) return Promise.reject(new Error('the server has closed the connection'));
    return new Promise((resolve, reject) => {
      this.#waiting = { startedAtMs: performance.now(), resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#bytes += chunk.length;
    this.#head ??= headOf(Buffer.concat(this.#received));
    if (this.#head === null || this.#bytes < this.#head.endsAt || this.#waiting === null) return;
    const { status, headers, bodyAt, endsAt } = this.#head;
    const { startedAtMs, resolve } = this.#waiting;
    const body = Buffer.concat(this.#received).subarray(bodyAt, endsAt);
    this.#received = [];
    this.#bytes = 0;
    this.#head = null;
    this.#waiting = null;
    resolve({ status, headers, body, ms: performance.now() - startedAtMs });
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}

interface Head extends Pick<Answer, 'status' | 'headers'> {
  /** Where the body begins and where it ends, in bytes from the beginning of the answer. */
  readonly bodyAt: number;
  readonly endsAt: number;
}

/** Null while it has not arrived as a whole. */
function headOf(received: Buffer): Head | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = received.toString('latin1', 0, end).split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const length = Number(headers.get('content-length'));
  if (!Number.isInteger(length)) throw new Error('this client reads answers with a Content-Length only');
  return { status: Number(statusLine.split(' ')[1]), headers, bodyAt: end + 4, endsAt: end + 4 + length };
}
