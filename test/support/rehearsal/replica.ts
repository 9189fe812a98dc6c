import { startProcess, type RunningProcess } from '../process.js';
import type { Balancer } from './balancer.js';

export interface ReplicaParts {
  readonly name: string;
  readonly balancer: Balancer;
  readonly environment: Readonly<Record<string, string>>;
}

/** A gateway as `npm start` runs it: a process that is stopped and started anew. */
export class Replica {
  readonly name: string;
  readonly #parts: ReplicaParts;
  /** Of all its lives. */
  readonly #processes: RunningProcess[] = [];

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
    this.name = parts.name;
  }

  /** Resolves when it listens; the balancer finds out when it is ready. */
  async start(): Promise<void> {
    const started = startProcess('src/main.ts', { PORT: '0', ...this.#parts.environment });
    this.#processes.push(started);
    this.#parts.balancer.join(this.name, await started.waitFor(/ready at (\S+)\/graphql/));
  }

  /** As an orchestrator does. Resolves with the exit code. */
  async stop(): Promise<number | null> {
    const running = this.#processes.at(-1);
    running?.kill('SIGTERM');
    const code = (await running?.exitCode) ?? null;
    this.#parts.balancer.leave(this.name);
    return code;
  }

  /** However the rehearsal ends. */
  kill(): void {
    this.#processes.at(-1)?.kill('SIGKILL');
  }

  /** What it has logged as an error, or worse. */
  errorLines(): string[] {
    return this.#lines(/^\{"level":[56]0,/);
  }

  /** How often it has lost Redis; on a machine that is busy with other things also because it had no time to listen. */
  lossesOfRedis(): number {
    return this.#lines(/Redis is away;/).length;
  }

  #lines(pattern: RegExp): string[] {
    return this.#processes.flatMap((one) => one.output().split('\n')).filter((line) => pattern.test(line));
  }
}
