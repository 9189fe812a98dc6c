const longestText = 40;

/**
 * Short names for values, the same for equal values. Variables can be a megabyte, and are in the arguments of many
 * fields: each is looked at once.
 */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<object, string>();

  of(value: unknown): string {
    if (typeof value === 'string') return value.length > longestText ? this.#numbered(value) : JSON.stringify(value);
    if (typeof value !== 'object' || value === null) return String(value);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const text = Array.isArray(value) ? `[${value.map((each) => this.of(each)).join()}]` : `{${this.#properties(value)}}`;
    const name = text.length > longestText ? this.#numbered(text) : text;
    this.#known.set(value, name);
    return name;
  }

  #properties(value: object): string {
    const given = Object.entries(value).filter(([, each]) => each !== undefined);
    return given.map(([name, each]) => `${name}:${this.of(each)}`).join();
  }

  #numbered(text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return `#${number}`;
  }
}
