/** Those who wait, in turns: one of each group's after the other, however many a group has; within a group in order. */
export class FairQueue<Item> {
  /** The group whose turn it is comes first. */
  readonly #groups = new Map<string, Set<Item>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  sizeOf(group: string): number {
    return this.#groups.get(group)?.size ?? 0;
  }

  add(group: string, item: Item): void {
    const items = this.#groups.get(group) ?? new Set();
    items.add(item);
    this.#groups.set(group, items);
    this.#size += 1;
  }

  /** False when it waits no more. */
  remove(group: string, item: Item): boolean {
    const items = this.#groups.get(group);
    if (items?.delete(item) !== true) return false;
    this.#size -= 1;
    if (items.size === 0) this.#groups.delete(group);
    return true;
  }

  /** Of the first group that may go. */
  next(mayGo: (group: string) => boolean): Item | undefined {
    for (const [group, items] of this.#groups) {
      const [item] = items;
      if (item === undefined || !mayGo(group)) continue;
      this.remove(group, item);
      // To the end of the line.
      if (this.#groups.delete(group)) this.#groups.set(group, items);
      return item;
    }
    return undefined;
  }

  groups(): Iterable<string> {
    return this.#groups.keys();
  }

  items(): Item[] {
    return [...this.#groups.values()].flatMap((items) => [...items]);
  }
}
