import { isSilence, notAsked } from './outcome.js';
import { probes, type Probe } from './probes.js';
import type { GenerationReport, Observation, OperationReport, Stop } from './report.js';
import type { Visit } from './visit.js';

/** The visits to all generations, and what has come of them. */
export class Rounds {
  stopped: Stop | null = null;
  readonly #visits: readonly Visit[];
  readonly #onGeneration: (name: string) => void;
  readonly #asked = new Map<Visit, Map<Probe, OperationReport>>();

  constructor(visits: readonly Visit[], onGeneration: (name: string) => void) {
    this.#visits = visits;
    this.#onGeneration = onGeneration;
  }

  get calls(): number {
    return this.#visits.reduce((sum, { calls }) => sum + calls, 0);
  }

  /** Until something says that it is better to stop. */
  async askAll(names: readonly string[], isWanted: (probe: Probe) => boolean): Promise<void> {
    for (const name of names) {
      const visit = this.#visits.find(({ generation }) => generation.name === name);
      if (visit === undefined || this.stopped !== null) continue;
      this.#onGeneration(name);
      await this.#visit(visit, probes.filter((probe) => probe.isIn(visit.generation) && isWanted(probe)));
    }
  }

  async #visit(visit: Visit, wanted: readonly Probe[]): Promise<void> {
    const reports = this.#asked.get(visit) ?? new Map<Probe, OperationReport>();
    this.#asked.set(visit, reports);
    for (const probe of wanted) {
      const { report, stop, failure } = await visit.ask(probe);
      reports.set(probe, report);
      this.stopped = stop ?? (this.#isUnreachable ? { reason: 'unreachable', retryAfterSeconds: null, failure } : null);
      // To wait for each of its questions would take minutes.
      if (this.stopped !== null || isSilence(report)) return;
    }
  }

  /** Two generations were asked, and nothing has been answered. */
  get #isUnreachable(): boolean {
    const asked = [...this.#asked.values()].flatMap((reports) => [...reports.values()]);
    return asked.length === 2 && asked.every((report) => isSilence(report));
  }

  report(): GenerationReport[] {
    return this.#visits.map((visit) => this.#reportOf(visit));
  }

  observations(): Observation[] {
    return this.#visits.flatMap(({ observations }) => observations);
  }

  close(): void {
    for (const visit of this.#visits) visit.close();
  }

  #reasonNotToAsk(asked: ReadonlyMap<Probe, OperationReport> = new Map()): string {
    if (this.stopped !== null) return `stopped: ${this.stopped.reason}`;
    return [...asked.values()].some((report) => isSilence(report)) ? 'this generation has stopped answering' : 'asked on the recommended generation only';
  }

  #reportOf(visit: Visit): GenerationReport {
    const { generation } = visit;
    const asked = this.#asked.get(visit);
    const reason = this.#reasonNotToAsk(asked);
    const lines = probes.filter(({ isIn, isExperiment }) => isIn(generation) && isExperiment !== true);
    const operations = lines.map((probe) => asked?.get(probe) ?? notAsked(probe.operation, generation, reason));
    return {
      name: generation.name,
      isUsable: operations[0]?.outcome === 'ok',
      isExaminedClosely: lines.every((probe) => asked?.has(probe) === true),
      operations,
    };
  }
}
