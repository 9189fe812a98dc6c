import { LRUCache } from 'lru-cache';
import type { Admission } from '../auth/admission.js';
import type { Viewer } from '../auth/viewer.js';
import type { Basis } from './answer-parts.js';
import { viewerKeys, type CacheKey, type TagKey } from './cache-key.js';
import { ageOf, type Entry } from './entry.js';
import type { TagVersions } from './tag-versions.js';

export interface WholeAnswersSettings<Answer> {
  readonly admission: Admission;
  readonly versions: TagVersions;
  /** Of what is in this process: may it be served while nobody tells it of changes? */
  readonly isBelieved: (entry: Entry) => boolean;
  readonly now: () => number;
  readonly maxBytes: number;
  readonly bytesOf: (answer: Answer) => number;
}

interface WholeAnswer<Answer> extends Entry {
  readonly tags: readonly TagKey[];
  readonly value: Answer;
}

const keys = viewerKeys('answer', null);

/** The list's own bookkeeping, and what a tag and its version take: measured, rounded up. */
const bytesPerEntry = 400;
const bytesPerTag = 150;

/**
 * Answers made of entries of the cache, ready to be sent. Each is an entry like those that it is made of: for the same viewer, under
 * all their tags, as old as the oldest and fresh no longer than the first of them. Only in this process: another one makes it out of
 * the same entries, which are in Redis.
 */
export class WholeAnswers<Answer> {
  readonly #settings: WholeAnswersSettings<Answer>;
  readonly #answers: LRUCache<CacheKey, WholeAnswer<Answer>>;

  constructor(settings: WholeAnswersSettings<Answer>) {
    this.#settings = settings;
    this.#answers = new LRUCache({
      maxSize: settings.maxBytes,
      sizeCalculation: ({ value, tags }, key) => bytesPerEntry + key.length + bytesPerTag * tags.length + settings.bytesOf(value),
    });
  }

  /** Null also for a viewer who is not admitted. `name` tells apart whatever is answered differently. */
  async find(viewer: Viewer, name: string): Promise<Answer | null> {
    const access = this.#settings.admission.accessFor(viewer);
    if (!(await access.isAdmitted())) return null;
    const answer = this.#answers.get(keys.keyOf(access.viewer, name));
    return answer !== undefined && this.#isServed(answer) ? answer.value : null;
  }

  /** Made of what `basis` tells, for no longer than that. */
  keep(viewer: Viewer, name: string, answer: Answer, basis: Basis): void {
    const { storedAtMs, freshUntilMs, versions } = basis;
    const kept = { storedAtMs, freshUntilMs, staleUntilMs: freshUntilMs, tags: [...versions.keys()], tagVersions: [...versions.values()], value: answer };
    if (this.#isServed(kept)) this.#answers.set(keys.keyOf(viewer, name), kept);
  }

  get entries(): number {
    return this.#answers.size;
  }

  /** An estimate, on the safe side. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  clear(): void {
    this.#answers.clear();
  }

  #isServed(answer: WholeAnswer<Answer>): boolean {
    const { versions, isBelieved, now } = this.#settings;
    return ageOf(answer, now()) === 'fresh' && isBelieved(answer) && versions.areCurrent(answer.tags, answer.tagVersions);
  }
}
