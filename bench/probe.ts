import { ProcessProfiler } from './profiler.js';
import { answerQuestions } from './questions.js';

/** What a process has used so far. */
export interface Usage {
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  readonly peakRssMiB: number;
}

export interface Memory {
  readonly rssMiB: number;
  readonly heapMiB: number;
  /** Open sockets, servers and timers. */
  readonly resources: number;
}

const profiler = new ProcessProfiler();

// Loaded into every server of the bench, before its own code: the same probe for all.
answerQuestions({
  usage: (): Usage => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, peakRssMiB: process.resourceUsage().maxRSS / 1024 };
  },
  memory: (): Memory => {
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rssMiB: rss / 2 ** 20, heapMiB: (heapUsed + external) / 2 ** 20, resources: process.getActiveResourcesInfo().length };
  },
  startProfile: () => profiler.start(),
  stopProfile: () => profiler.stop(),
});
// None outlives the bench, however that ends.
process.once('disconnect', () => process.exit());
