import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What this process holds. */
export interface Held {
  readonly heapMiB: number;
  /** Open sockets, servers and timers. */
  readonly resources: number;
  /** Of the process itself, for whatever event. */
  readonly listeners: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** After full collections of garbage, and once what is being closed has closed. */
export async function measure(): Promise<Held> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  const { heapUsed, external } = process.memoryUsage();
  return {
    heapMiB: (heapUsed + external) / 2 ** 20,
    resources: process.getActiveResourcesInfo().length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

/** For the test that has started this process. */
export function tell(result: unknown): void {
  process.stdout.write(`result ${JSON.stringify(result)}\n`);
}
