export type Environment = Readonly<Record<string, string | undefined>>;

/** What OpenTelemetry's variables ask for, as far as it is read here; addresses, headers and timeouts are the exporter's to read. */
export interface Wish {
  readonly sampler: SamplerWish;
  readonly batches: BatchWish;
  /** What was asked for and is not done, for the log. */
  readonly problems: readonly string[];
}

export interface SamplerWish {
  readonly isByParent: boolean;
  /** Of the traces that begin here: 0 to 1. */
  readonly ratio: number;
}

export type BatchWish = { readonly [Option in keyof typeof batchVariables]?: number };

const samplers: Readonly<Record<string, (ratio: number) => SamplerWish>> = {
  always_on: () => ({ isByParent: false, ratio: 1 }),
  always_off: () => ({ isByParent: false, ratio: 0 }),
  traceidratio: (ratio) => ({ isByParent: false, ratio }),
  parentbased_always_on: () => ({ isByParent: true, ratio: 1 }),
  parentbased_always_off: () => ({ isByParent: true, ratio: 0 }),
  parentbased_traceidratio: (ratio) => ({ isByParent: true, ratio }),
};
const usualSampler = 'parentbased_always_on';

const batchVariables = {
  scheduledDelayMillis: 'OTEL_BSP_SCHEDULE_DELAY',
  exportTimeoutMillis: 'OTEL_BSP_EXPORT_TIMEOUT',
  maxQueueSize: 'OTEL_BSP_MAX_QUEUE_SIZE',
  maxExportBatchSize: 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE',
} as const;

/** Null: no traces are wanted. What cannot be read is told, and as if it were not set. */
export function readWish(environment: Environment): Wish | null {
  const variables = new Variables(environment);
  if (!areWanted(variables)) return null;
  variables.only('OTEL_TRACES_EXPORTER', ['otlp']);
  for (const name of ['OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL']) variables.only(name, ['http/protobuf']);
  const sampler = variables.only('OTEL_TRACES_SAMPLER', Object.keys(samplers)) ?? usualSampler;
  const ratio = variables.number('OTEL_TRACES_SAMPLER_ARG', 0, 1) ?? 1;
  const batches = Object.entries(batchVariables).flatMap(([option, name]) => {
    const number = variables.number(name, 1, 1_000_000);
    return number === null ? [] : [[option, number] as const];
  });
  return { sampler: samplers[sampler]?.(ratio) ?? { isByParent: true, ratio: 1 }, batches: Object.fromEntries(batches), problems: variables.problems };
}

function areWanted(variables: Variables): boolean {
  const hasCollector = variables.text('OTEL_EXPORTER_OTLP_ENDPOINT') !== null || variables.text('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') !== null;
  return hasCollector && variables.text('OTEL_SDK_DISABLED')?.toLowerCase() !== 'true' && variables.text('OTEL_TRACES_EXPORTER') !== 'none';
}

class Variables {
  readonly problems: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string | null {
    return this.#environment[name]?.trim() || null;
  }

  /** One of these words. */
  only(name: string, words: readonly string[]): string | null {
    const text = this.text(name);
    if (text === null || words.includes(text)) return text;
    this.problems.push(`${name} can be ${words.join(', ')} here, and is taken as not set`);
    return null;
  }

  number(name: string, least: number, most: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const number = Number(text);
    if (number >= least && number <= most) return number;
    this.problems.push(`${name} must be a number from ${least} to ${most}, and is taken as not set`);
    return null;
  }
}
