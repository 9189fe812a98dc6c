/** One line of the table of targets. */
export interface Finding {
  readonly work: string;
  readonly measured: string;
  readonly target: string;
  /** `count`: the same on every machine, and wrong when missed. `time`: a matter of the machine as well. */
  readonly kind: 'count' | 'time';
  readonly isMet: boolean;
}

export interface Table {
  readonly title: string;
  /** What to know before reading it. */
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Picture {
  /** In docs/images, without extension. */
  readonly file: string;
  readonly title: string;
  readonly svg: string;
}

export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly groups: readonly { readonly name: string; readonly bars: readonly { readonly name: string; readonly value: number }[] }[];
}

/** What one part of the bench has found out. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
}

export function counted(work: string, calls: number, target: number, more = ''): Finding {
  return { work, measured: `${calls.toLocaleString('en')} calls${more}`, target: `${target.toLocaleString('en')} calls`, kind: 'count', isMet: calls === target };
}

/** Of a measured ratio: 1.25 as `1.25 ×`. */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}
