import type { OperationOutcome } from '../../observer.js';

/** One answer, or one event's, as the client sees it. */
export interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly ResultError[] | undefined;
}

interface ResultError {
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What came of one operation, over all its results. */
export class Results {
  readonly #codes = new Set<string>();
  /** Names of root fields in the answer: aliases, where there are some. */
  readonly #failed = new Set<string | number>();
  #count = 0;
  #hasData = false;
  #hasValue = false;

  add({ data, errors = [] }: Result): void {
    this.#count += 1;
    this.#hasData ||= data !== undefined;
    this.#hasValue ||= data !== undefined && data !== null && Object.values(data).some((value) => value !== null);
    for (const { path, extensions } of errors) {
      const code = extensions?.['code'];
      this.#codes.add(typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR');
      if (path?.[0] !== undefined) this.#failed.add(path[0]);
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Nothing was executed, unless it is the gateway that failed. */
  get areRefusals(): boolean {
    return !this.#hasData && !this.#codes.has('INTERNAL_SERVER_ERROR');
  }

  get codes(): ReadonlySet<string> {
    return this.#codes;
  }

  hasFailed(rootName: string): boolean {
    return this.#failed.has(rootName);
  }

  /** Of what was executed. */
  get outcome(): OperationOutcome {
    if (this.#codes.size === 0) return 'ok';
    return this.#hasValue ? 'partial' : 'failed';
  }
}
