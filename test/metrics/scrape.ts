/** One line of a scrape. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sampleForm = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const labelForm = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)",?/g;

export interface Scrape {
  readonly text: string;
  readonly samples: readonly Sample[];
  /** The sum of all samples of that name with these labels; 0 where there is none. */
  readonly value: (name: string, labels?: Readonly<Record<string, string>>) => number;
  /** Types by the names of metrics: `counter`, `gauge`, `histogram`. */
  readonly types: ReadonlyMap<string, string>;
}

/** As Prometheus reads it. Throws for a line that it would not take. */
export async function scrape(url: string | null): Promise<Scrape> {
  const response = await fetch(url ?? '');
  if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/plain; version=0.0.4')) throw new Error(`no scrape: ${response.status}`);
  return readScrape(await response.text());
}

function readScrape(text: string): Scrape {
  const samples: Sample[] = [];
  const types = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, typed, type] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    if (typed !== undefined && type !== undefined) types.set(typed, type);
    if (line === '' || line.startsWith('#')) continue;
    const [, name, labels = '', value] = sampleForm.exec(line) ?? [];
    if (name === undefined) throw new SyntaxError(`no sample: ${line}`);
    samples.push({ name, labels: Object.fromEntries([...labels.matchAll(labelForm)].map(([, label = '', text = '']) => [label, text])), value: Number(value) });
  }
  const value: Scrape['value'] = (name, labels = {}) =>
    samples
      .filter((sample) => sample.name === name && Object.entries(labels).every(([label, text]) => sample.labels[label] === text))
      .reduce((sum, sample) => sum + sample.value, 0);
  return { text, samples, types, value };
}
