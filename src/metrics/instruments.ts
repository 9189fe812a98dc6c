import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const prefix = 'certification_gateway_';

/** Makes the metrics of one registry, under the names that all of them have. */
export class Instruments {
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** `name` without `_total`. */
  counter<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return new Counter({ name: `${prefix}${name}_total`, help, labelNames, registers: [this.#registry] });
  }

  /** `name` without its unit; buckets are in seconds. */
  durations<Label extends string>(name: string, help: string, labelNames: readonly Label[], buckets: readonly number[]): Histogram<Label> {
    return new Histogram({ name: `${prefix}${name}_seconds`, help, labelNames, buckets: [...buckets], registers: [this.#registry] });
  }

  /** Read when it is scraped. */
  gauge(name: string, help: string, read: () => number): void {
    this.gauges(name, help, null, () => ({ '': read() }));
  }

  /** One for each value of a label. */
  gauges(name: string, help: string, label: string | null, read: () => Readonly<Record<string, number>>): void {
    new Gauge({
      name: `${prefix}${name}`,
      help,
      labelNames: label === null ? [] : [label],
      registers: [this.#registry],
      collect() {
        for (const [value, number] of Object.entries(read())) this.set(label === null ? {} : { [label]: value }, number);
      },
    });
  }

  /** Always 1: its labels are what it tells. */
  info(help: string, labels: Readonly<Record<string, string>>): void {
    new Gauge({ name: `${prefix}info`, help, labelNames: Object.keys(labels), registers: [this.#registry] }).set({ ...labels }, 1);
  }
}

/** Seen at zero before it happens: the first time would be no increase otherwise. */
export function beginAtZero<Label extends string>(counter: Counter<Label>, label: Label, words: readonly string[]): void {
  for (const word of words) counter.inc({ [label]: word } as Record<Label, string>, 0);
}
