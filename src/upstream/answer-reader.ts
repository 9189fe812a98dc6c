import { GatewayError } from '../errors.js';
import type { Logger } from '../logger.js';
import type { Observer } from '../observer.js';

/** A JSON object as read from the upstream; `Wire` names the fields that are known to be sent. */
export interface JsonObject<Wire> {
  /** Text; null where absent, null or no text. */
  text(field: keyof Wire & string): string | null;
  /** Non-empty text; null otherwise. */
  id(field: keyof Wire & string): string | null;
  flag(field: keyof Wire & string): boolean | null;
  /** A 32-bit whole number, not negative. */
  count(field: keyof Wire & string): number | null;
  /** A point in time as `2026-03-01T09:00:00.000Z`; null also for the upstream's ways to say "none" (Q23, Q24). */
  instant(field: keyof Wire & string): string | null;
  /** The value where `known` has it, and the upstream's own word in any case (Q6). */
  word<Known extends string>(field: keyof Wire & string, known: ReadonlySet<Known>): Word<Known>;
  object<Part>(field: keyof Wire & string): JsonObject<Part> | null;
  /** The objects of a list; one object is a list of one. */
  objects<Part>(field: keyof Wire & string): JsonObject<Part>[];
  /** The texts of a list; one text is a list of one. */
  texts(field: keyof Wire & string): string[];
  /** Both, in their order. */
  textsAndObjects<Part>(field: keyof Wire & string): (string | JsonObject<Part>)[];
  /** Counts what a reader found odd for a reason of its own. */
  noteOddity(field: keyof Wire & string, what: string): void;
}

export interface Word<Known extends string> {
  /** Null for a value newer than the schema. */
  readonly value: Known | null;
  readonly word: string | null;
}

/** A row of a list with its place in the upstream's own numbering, which dropped rows do not shift. */
export interface Row<Model> {
  readonly position: number;
  readonly model: Model;
}

type Fields = Readonly<Record<string, unknown>>;

/** Who is told what was odd. */
export interface OddityListeners {
  readonly logger: Logger;
  readonly observer: Observer;
}

interface Oddity {
  readonly path: string;
  readonly what: string;
  times: number;
}

/**
 * Reads one answer of one operation, and forgives what can be forgiven: an optional field of the wrong type is null,
 * a list element that is null or cannot be identified is dropped (Q19, Q21, Q22), and both are counted by path and
 * logged once for the answer. What cannot be forgiven is UPSTREAM_CONTRACT.
 */
export class AnswerReader {
  readonly #operation: string;
  readonly #body: unknown;
  readonly #listeners: OddityListeners;
  readonly #oddities = new Map<string, Oddity>();

  constructor(operation: string, body: unknown, listeners: OddityListeners) {
    this.#operation = operation;
    this.#body = body;
    this.#listeners = listeners;
  }

  /** The answer as one object. Throws UPSTREAM_CONTRACT when it is none, or when `read` makes nothing of it. */
  one<Wire, Model>(read: (object: JsonObject<Wire>) => Model | null): Model {
    const model = isFields(this.#body) ? read(this.#object<Wire>(this.#body, '')) : null;
    this.#tellOddities();
    if (model === null) throw this.contractBroken('is not the object that was asked for');
    return model;
  }

  /** Of an answer that may be one object or a list: the object, or the list's first; null for an empty list (Q28). */
  oneOrFirst<Wire, Model>(read: (object: JsonObject<Wire>) => Model | null): Model | null {
    return Array.isArray(this.#body) ? (this.list(read)[0]?.model ?? null) : this.one(read);
  }

  /** The answer as a list; elements of which `read` makes null are dropped. Throws UPSTREAM_CONTRACT when it is none. */
  list<Wire, Model>(read: (object: JsonObject<Wire>) => Model | null): Row<Model>[] {
    if (!Array.isArray(this.#body)) throw this.contractBroken('is not a list');
    const rows: Row<Model>[] = [];
    for (const [position, element] of this.#body.entries()) {
      const model = isFields(element) ? read(this.#object<Wire>(element, '[]')) : null;
      if (model === null) this.noteOddity('[]', 'dropped');
      else rows.push({ position, model });
    }
    this.#tellOddities();
    return rows;
  }

  /** How many elements the upstream sent, dropped ones included; 0 when the answer is no list. */
  get length(): number {
    return Array.isArray(this.#body) ? this.#body.length : 0;
  }

  contractBroken(how: string): GatewayError {
    return new GatewayError('UPSTREAM_CONTRACT', `The upstream's answer to ${this.#operation} ${how}.`);
  }

  noteOddity(path: string, what: string): void {
    const name = `${path}: ${what}`;
    const oddity = this.#oddities.get(name);
    if (oddity === undefined) this.#oddities.set(name, { path, what, times: 1 });
    else oddity.times += 1;
  }

  #object<Wire>(fields: Fields, path: string): JsonObject<Wire> {
    return new ReadObject<Wire>(fields, path, this);
  }

  #tellOddities(): void {
    if (this.#oddities.size === 0) return;
    const { logger, observer } = this.#listeners;
    const counts = Object.fromEntries([...this.#oddities].map(([name, { times }]) => [name, times]));
    logger.warn({ operation: this.#operation, oddities: counts }, 'odd upstream answer');
    for (const { path, what, times } of this.#oddities.values()) observer.answerWasOdd(this.#operation, path, what, times);
    this.#oddities.clear();
  }
}

class ReadObject<Wire> implements JsonObject<Wire> {
  readonly #fields: Fields;
  readonly #path: string;
  readonly #answer: AnswerReader;

  constructor(fields: Fields, path: string, answer: AnswerReader) {
    this.#fields = fields;
    this.#path = path;
    this.#answer = answer;
  }

  text(field: string): string | null {
    return this.#value(field, 'a text', (value) => (typeof value === 'string' ? value : undefined));
  }

  id(field: string): string | null {
    return this.text(field) || null;
  }

  flag(field: string): boolean | null {
    return this.#value(field, 'a boolean', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  count(field: string): number | null {
    return this.#value(field, 'a count', (value) => (isCount(value) ? value : undefined));
  }

  instant(field: string): string | null {
    return this.#value(field, 'a date', parseInstant);
  }

  word<Known extends string>(field: string, known: ReadonlySet<Known>): Word<Known> {
    // Some values are documented with a comma inside (Q2).
    const word = this.text(field)?.replace(/[,\s]+$/, '') || null;
    const value = word !== null && isKnown(word, known) ? word : null;
    if (word !== null && value === null) this.#answer.noteOddity(this.#pathOf(field), 'value newer than the schema');
    return { value, word };
  }

  object<Part>(field: string): JsonObject<Part> | null {
    return this.#value(field, 'an object', (value) =>
      isFields(value) ? new ReadObject<Part>(value, this.#pathOf(field), this.#answer) : undefined,
    );
  }

  objects<Part>(field: string): JsonObject<Part>[] {
    return this.textsAndObjects<Part>(field).flatMap((element) => {
      if (typeof element !== 'string') return [element];
      this.#answer.noteOddity(`${this.#pathOf(field)}[]`, 'not an object');
      return [];
    });
  }

  texts(field: string): string[] {
    return this.textsAndObjects(field).flatMap((element) => {
      if (typeof element === 'string') return [element];
      this.#answer.noteOddity(`${this.#pathOf(field)}[]`, 'not a text');
      return [];
    });
  }

  noteOddity(field: string, what: string): void {
    this.#answer.noteOddity(this.#pathOf(field), what);
  }

  textsAndObjects<Part>(field: string): (string | JsonObject<Part>)[] {
    const value = this.#fields[field];
    if (value === null || value === undefined) return [];
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    return elements.flatMap((element): (string | JsonObject<Part>)[] => {
      if (typeof element === 'string') return [element];
      if (isFields(element)) return [new ReadObject<Part>(element, `${this.#pathOf(field)}[]`, this.#answer)];
      this.#answer.noteOddity(`${this.#pathOf(field)}[]`, 'dropped');
      return [];
    });
  }

  #value<Type>(field: string, expected: string, read: (value: unknown) => Type | null | undefined): Type | null {
    const value = this.#fields[field];
    if (value === null || value === undefined) return null;
    const result = read(value);
    if (result === undefined) this.#answer.noteOddity(this.#pathOf(field), `not ${expected}`);
    return result ?? null;
  }

  #pathOf(field: string): string {
    return this.#path === '' ? field : `${this.#path}.${field}`;
  }
}

const instantForm = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Canonical UTC text (Q26); null for "none", undefined for what is no date. Without a zone it is UTC. */
function parseInstant(value: unknown): string | null | undefined {
  if (typeof value !== 'string') return undefined;
  if (value === '') return null;
  const [, day = '', time = '00:00', zone = 'Z'] = instantForm.exec(value) ?? [];
  const date = new Date(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`);
  if (Number.isNaN(date.getTime())) return undefined;
  const instant = date.toISOString();
  if (!instant.startsWith(day) && !isDayOfCalendar(day)) return undefined;
  // Go's zero time, shifted by an offset or not, means "not set" (Q23).
  return date.getUTCFullYear() <= 1 ? null : instant;
}

/** JavaScript takes the 30th of February for the 2nd of March. */
export function isDayOfCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const largestInt = 2 ** 31 - 1;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestInt;
}

function isKnown<Known extends string>(word: string, known: ReadonlySet<Known>): word is Known {
  return (known as ReadonlySet<string>).has(word);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
