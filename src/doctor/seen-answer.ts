import { textHeader } from '../upstream/answer-error.js';
import type { HttpAnswer } from '../upstream/http.js';

type Fields = Readonly<Record<string, unknown>>;

/** One answer as it came, before any reader has been lenient with it. */
export class SeenAnswer {
  readonly #answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    this.#answer = answer;
  }

  get status(): number {
    return this.#answer.status;
  }

  get isSuccess(): boolean {
    return this.status >= 200 && this.status <= 299;
  }

  get isEmpty(): boolean {
    return this.#answer.body === '';
  }

  /** Undefined where it is no JSON. */
  get json(): unknown {
    try {
      return JSON.parse(this.#answer.body) as unknown;
    } catch {
      return undefined;
    }
  }

  /** The objects of a list; none where it is no list. */
  get rows(): Fields[] {
    const { json } = this;
    return Array.isArray(json) ? json.filter((row) => isFields(row)) : [];
  }

  /** The answer as one object, or the first of a list; null where it is neither. */
  get first(): Fields | null {
    const { json } = this;
    return isFields(json) ? json : (this.rows[0] ?? null);
  }

  header(name: string): string | null {
    return textHeader(this.#answer, name) ?? null;
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list inside an object; none where it is no list. */
export function objectsIn(fields: Fields, name: string): Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((element) => isFields(element)) : [];
}
