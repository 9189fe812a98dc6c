// Jest runs code in a context where looking up a global costs more than the whole rest of the arithmetic.
const { floor, imul } = Math;

/**
 * A source of repeatable choices. Every object of the tenant draws from a stream named after itself
 * ("certification:17"), so adding one thing to the seed data never changes the ids of the others.
 */
export class Seeded {
  // A class, not closures: a tenant takes some ten thousand of these, and every test starts with one.
  #state: number;

  constructor(label: string) {
    this.#state = hash(label);
  }

  /** 32 random bits. */
  #bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    return this.#bits() / 0x1_0000_0000;
  }

  /** Both ends included. */
  integer(min: number, max: number): number {
    return min + floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.integer(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** `count` different elements, all but `unwanted`; there must be so many. */
  sample<T>(from: readonly T[], count: number, unwanted?: T): T[] {
    if (count > from.length - (unwanted === undefined ? 0 : 1)) throw new RangeError('not so many to pick from');
    const taken: T[] = [];
    while (taken.length < count) {
      const picked = this.pick(from);
      if (picked !== unwanted && !taken.includes(picked)) taken.push(picked);
    }
    return taken;
  }

  /** Thirty-two digits. */
  hex(): string {
    return hex8(this.#bits()) + hex8(this.#bits()) + hex8(this.#bits()) + hex8(this.#bits());
  }
}

/** The usual shape of the upstream's ids. */
export function hexId(label: string): string {
  return new Seeded(label).hex();
}

/** The shape with dashes, which some of the upstream's objects have. */
export function dashedId(label: string): string {
  const hex = hexId(label);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function hex8(bits: number): string {
  return bits.toString(16).padStart(8, '0');
}

function hash(label: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < label.length; index += 1) {
    state = imul(state ^ label.charCodeAt(index), 0x01000193);
    state ^= state >>> 13;
  }
  return state >>> 0;
}
