import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.js';

export interface MetricsAddress {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
}

const longestRequestMs = 10_000;

/** `/metrics`, away from the clients' port: whoever can reach it may read it. */
export class MetricsServer {
  readonly #address: MetricsAddress;
  readonly #metrics: Metrics;
  readonly #server: Server;

  constructor(address: MetricsAddress, metrics: Metrics) {
    this.#address = address;
    this.#metrics = metrics;
    this.#server = createServer({ requestTimeout: longestRequestMs, headersTimeout: longestRequestMs }, (request, response) => void this.#answer(request, response));
  }

  /** Resolves with `http://127.0.0.1:9464/metrics`. Throws when the address is taken or not this machine's. */
  listen(): Promise<string> {
    const { host, port } = this.#address;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        const { address, family, port: actualPort } = this.#server.address() as AddressInfo;
        resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}/metrics`);
      });
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Never rejects: that nobody can count is no reason to end. */
  async #answer({ url, method }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const text = await this.#metrics.read().catch(() => null);
    if (text === null) return void response.writeHead(500).end();
    response.writeHead(200, { 'content-type': this.#metrics.contentType, 'x-content-type-options': 'nosniff' }).end(text);
  }
}
