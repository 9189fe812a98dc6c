/** What a cache keeps under one key. Judged by these timestamps and a clock; a store's own expiry is a backstop. */
export interface Entry {
  readonly storedAtMs: number;
  readonly freshUntilMs: number;
  /** From `freshUntilMs` to here it may be served while it is renewed. */
  readonly staleUntilMs: number;
  /** Of its tags, in their order, as they were before it was loaded: void when one of them has another by now. */
  readonly tagVersions: readonly string[];
  /** What JSON can hold; null is a known absence. Shared between requests: nobody changes it. */
  readonly value: unknown;
}

export interface Lifetime {
  readonly freshMs: number;
  /** After that, how long it may be served while it is renewed. */
  readonly staleMs: number;
}

export type Age = 'fresh' | 'stale' | 'expired';

/** Nothing is kept longer, fresh and stale together. */
export const longestLifeMs = 60 * 60 * 1000;

/** Clocks of replicas differ by less; an entry from further ahead is not believed. */
const clockToleranceMs = 60_000;

/** Raised when entries look different; those of another version are not read. */
const formatVersion = 2;

const jitter = 0.1;

/**
 * Up to a tenth of the lifetime is taken off, so that what was stored together does not expire together.
 * Null: not to be kept at all.
 */
export function createEntry(value: unknown, tagVersions: readonly string[], lifetime: Lifetime, nowMs: number, random: () => number): Entry | null {
  const share = 1 - jitter * random();
  const freshMs = Math.min(Math.floor(lifetime.freshMs * share), longestLifeMs);
  const lifeMs = Math.min(freshMs + Math.floor(lifetime.staleMs * share), longestLifeMs);
  if (!(lifeMs > 0)) return null;
  return { storedAtMs: nowMs, freshUntilMs: nowMs + freshMs, staleUntilMs: nowMs + lifeMs, tagVersions, value };
}

export function ageOf(entry: Entry, nowMs: number): Age {
  if (entry.storedAtMs > nowMs + clockToleranceMs || entry.staleUntilMs <= nowMs) return 'expired';
  return nowMs < entry.freshUntilMs ? 'fresh' : 'stale';
}

/** `[2,1790000000000,1790000600000,1790003600000,["k3Jd…"],{"id":"…"}]` */
export function encodeEntry(entry: Entry): string {
  return JSON.stringify([formatVersion, entry.storedAtMs, entry.freshUntilMs, entry.staleUntilMs, entry.tagVersions, entry.value]);
}

/** Null for whatever is not an entry of this format: for the reader a miss. */
export function decodeEntry(text: string): Entry | null {
  const parts = parseArray(text);
  if (parts?.length !== 6 || parts[0] !== formatVersion) return null;
  const [, storedAtMs, freshUntilMs, staleUntilMs, tagVersions, value] = parts;
  if (!isTime(storedAtMs) || !isTime(freshUntilMs) || !isTime(staleUntilMs) || !isListOfTexts(tagVersions)) return null;
  if (freshUntilMs > staleUntilMs || staleUntilMs - storedAtMs > longestLifeMs) return null;
  return { storedAtMs, freshUntilMs, staleUntilMs, tagVersions, value };
}

/** Of the encoded text, about, in characters: without the time and the memory that it takes to encode it. */
export function lengthOf({ tagVersions, value }: Entry): number {
  return lengthOfTimes + lengthOfJson(tagVersions) + lengthOfJson(value);
}

const lengthOfTimes = 48;

function lengthOfJson(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 5;
  let length = 2;
  if (Array.isArray(value)) for (const item of value) length += lengthOfJson(item) + 1;
  else for (const name in value) length += name.length + 4 + lengthOfJson((value as Readonly<Record<string, unknown>>)[name]);
  return length;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function parseArray(text: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
