import { connect } from 'node:net';
import { eventually } from './redis.js';

export interface RedisMonitor {
  /** All that Redis was told so far, a command to a line, quoted. */
  readonly text: () => string;
  readonly stop: () => void;
}

/** MONITOR over a bare connection: a client of ioredis takes what others send for answers to its own first commands, now and then. */
export async function monitorRedis(url: string): Promise<RedisMonitor> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (more: string) => (text += more));
  socket.write('MONITOR\r\n');
  await eventually(() => text.startsWith('+OK'));
  return { text: () => text, stop: () => socket.destroy() };
}
