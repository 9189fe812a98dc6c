import { LRUCache } from 'lru-cache';
import type { CacheKey } from './cache-key.js';
import type { Address } from './cached.js';
import { lengthOf, type Entry } from './entry.js';
import { longestEntry, type KeyedEntry, type Store } from './store.js';

export const defaultMemoryBytes = 32 * 1024 * 1024;

/** Objects, strings and the list's own bookkeeping take more than the JSON text: measured, rounded up. */
const bytesPerCharacter = 2;
const bytesPerEntry = 400;

/** In the process, bounded by bytes; the entry used longest ago goes first. */
export class MemoryStore implements Store {
  readonly #entries: LRUCache<string, Entry>;

  constructor(maxBytes: number = defaultMemoryBytes) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (entry, key) => bytesPerEntry + key.length + bytesPerCharacter * lengthOf(entry),
    });
  }

  get entries(): number {
    return this.#entries.size;
  }

  /** An estimate, on the safe side. */
  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  async getMany(addresses: readonly Address[]): Promise<(Entry | null)[]> {
    return addresses.map(({ key }) => this.peek(key));
  }

  peek(key: CacheKey): Entry | null {
    return this.#entries.get(key) ?? null;
  }

  /** Has stored when it returns, before its promise is awaited. */
  async setMany(entries: readonly KeyedEntry[]): Promise<void> {
    for (const { key, entry } of entries) this.set(key, entry);
  }

  set(key: CacheKey, entry: Entry): void {
    if (lengthOf(entry) > longestEntry) this.#entries.delete(key);
    else this.#entries.set(key, entry);
  }

  /** There is nobody to learn from. */
  async learn(): Promise<void> {
    // What is not known gets a version when it is needed.
  }

  clear(): void {
    this.#entries.clear();
  }
}
