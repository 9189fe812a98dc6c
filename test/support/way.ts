import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a Redis that a test can disturb. */
export interface Way {
  readonly url: string;
  /** Connections go dead without a word, while new ones work. */
  swallow(): void;
  /** Connections break, and no new one is possible until `mend`. */
  cut(): void;
  mend(): void;
  close(): void;
}

export async function startWay(url: string): Promise<Way> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((incoming) => {
    if (isCut) {
      incoming.destroy();
      return;
    }
    const outgoing = createConnection(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [incoming, outgoing]) sockets.add(socket.on('error', () => undefined));
    incoming.pipe(outgoing).pipe(incoming);
  });
  const breakAll = () => sockets.forEach((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow: () => sockets.forEach((socket) => socket.unpipe().resume()),
    cut() {
      isCut = true;
      breakAll();
    },
    mend() {
      isCut = false;
    },
    close() {
      breakAll();
      server.close();
    },
  };
}
