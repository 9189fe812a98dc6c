import { Session, type Profiler } from 'node:inspector/promises';

const intervalMicroseconds = 200;

/** Looks at what this process does five thousand times a second. */
export class ProcessProfiler {
  #session: Session | null = null;

  async start(): Promise<void> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: intervalMicroseconds });
    await session.post('Profiler.start');
    this.#session = session;
  }

  /** Of everything since the start. */
  async stop(): Promise<Profiler.Profile> {
    if (this.#session === null) throw new Error('no profile has been started');
    const { profile } = await this.#session.post('Profiler.stop');
    this.#session.disconnect();
    this.#session = null;
    return profile;
  }
}
