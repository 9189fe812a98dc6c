// Runs before the gateway, and writes down whatever its process reaches out for: connections, look-ups of names,
// datagrams, other processes. By what Node makes of each of them underneath, which no library can do without.
import { createHook } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';

const ways = new Map([
  ['TCPCONNECTWRAP', 'tcp'],
  ['PIPECONNECTWRAP', 'pipe'],
  ['GETADDRINFOREQWRAP', 'dns'],
  ['GETNAMEINFOREQWRAP', 'dns'],
  ['QUERYWRAP', 'dns'],
  ['UDPWRAP', 'udp'],
  ['PROCESSWRAP', 'process'],
]);

createHook({
  init(_id, type, _trigger, resource) {
    const way = ways.get(type);
    // Where to is written on it only after this.
    if (way !== undefined) queueMicrotask(() => appendFileSync(process.env.CONNECTIONS_FILE, `${way} ${whereTo(resource)}\n`));
  },
}).enable();

function whereTo({ address, port, hostname }) {
  if (hostname !== undefined) return hostname;
  return port === undefined ? (address ?? '') : `${address}:${port}`;
}
