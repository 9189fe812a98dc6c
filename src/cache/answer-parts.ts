import type { TagKey } from './cache-key.js';
import type { Entry } from './entry.js';

/** An entry that answered, and the tags that it counts under. */
export interface Part {
  readonly tags: readonly TagKey[];
  readonly entry: Entry;
}

/** What an answer stands on: with it, it could be made again and would be the same. */
export interface Basis {
  /** Of the oldest part. */
  readonly storedAtMs: number;
  /** Of the part that is fresh for the shortest time. */
  readonly freshUntilMs: number;
  /** Of all parts, each once, with the version that it had. */
  readonly versions: ReadonlyMap<TagKey, string>;
}

/** A page of 250 certifications with their reviewers has some 250. */
const mostTags = 500;

/** What the answer to one request is made of, as far as the cache knows. */
export class AnswerParts {
  readonly #versions = new Map<TagKey, string>();
  #storedAtMs = Infinity;
  #freshUntilMs = Infinity;
  #isKnown = true;

  add({ tags, entry }: Part): void {
    if (!this.#isKnown) return;
    this.#storedAtMs = Math.min(this.#storedAtMs, entry.storedAtMs);
    this.#freshUntilMs = Math.min(this.#freshUntilMs, entry.freshUntilMs);
    tags.forEach((tag, index) => this.#addTag(tag, entry.tagVersions[index] ?? ''));
    if (this.#versions.size > mostTags) this.addOther();
  }

  /** Something that is not in the cache, or not fresh there: the next one may be answered otherwise. */
  addOther(): void {
    this.#isKnown = false;
    this.#versions.clear();
  }

  /** Null for an answer that cannot be kept as a whole: it is made of something else as well, of too much, or of nothing. */
  get basis(): Basis | null {
    if (!this.#isKnown || this.#storedAtMs === Infinity) return null;
    return { storedAtMs: this.#storedAtMs, freshUntilMs: this.#freshUntilMs, versions: this.#versions };
  }

  /** Of a tag that was raised between two parts, the older part is out of date. */
  #addTag(tag: TagKey, version: string): void {
    const known = this.#versions.get(tag);
    if (known === undefined) this.#versions.set(tag, version);
    else if (known !== version) this.addOther();
  }
}
