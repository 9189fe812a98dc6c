/** As much of an access review item as decides which others it has to stay with. */
export interface GroupedItem {
  readonly id: string;
  readonly access: { readonly __typename: string; readonly id: string } | null;
  readonly identitySummary: { readonly id: string; readonly identity: { readonly id: string } | null } | null;
}

/** Items that go to a reviewer in one upstream call. */
export interface ItemCall {
  /** Moved while the caller waits; otherwise by a task. */
  readonly isAtOnce: boolean;
  readonly itemIds: readonly string[];
}

/** In one call each; the upstream says so in prose only (Q44). */
const mostAtOnce = 50;
const mostByTask = 500;

/**
 * The calls that hand these items, each once, to one reviewer: few of them, and always the same for the same items.
 * Items of one identity and items about one access stay together, as the upstream makes duplicate reviews of what comes
 * in several calls (Q43). What hangs together and is more than a call takes is split between identities, and an identity
 * only where it alone is more.
 */
export function callsFor(items: readonly GroupedItem[]): ItemCall[] {
  if (items.length === 0) return [];
  if (items.length <= mostAtOnce) return [{ isAtOnce: true, itemIds: idsOf(items) }];
  const parts = connected(items, (item) => [...identityNames(item), ...accessNames(item)]).flatMap(partsOf);
  return packed(parts).map((call) => ({ isAtOnce: false, itemIds: idsOf(call) }));
}

/** The most calls that `callsFor` makes of so many items: two that are half full or less would have been one. */
export function mostCallsFor(itemCount: number): number {
  return itemCount === 0 ? 0 : Math.max(1, Math.ceil((2 * itemCount) / mostByTask) - 1);
}

/** The most of these calls that are made by tasks: whoever gets no more items than fit into a call at once gets them by one. */
export function mostTasksFor(itemCount: number): number {
  return Math.floor(itemCount / (mostAtOnce + 1));
}

/** A summary is about an identity; where the answer does not say about which, it stands for one. */
function identityNames({ identitySummary }: GroupedItem): string[] {
  if (identitySummary === null) return [];
  const summary = `summary ${identitySummary.id}`;
  return identitySummary.identity === null ? [summary] : [summary, `identity ${identitySummary.identity.id}`];
}

function accessNames({ access }: GroupedItem): string[] {
  return access === null ? [] : [`${access.__typename} ${access.id}`];
}

interface Node {
  readonly item: GroupedItem;
  /** Another node of the same group; null for the one that stands for it. */
  parent: Node | null;
}

/** Items that have a name in common, directly or through others; in the order of the items. */
function connected(items: readonly GroupedItem[], namesOf: (item: GroupedItem) => string[]): GroupedItem[][] {
  const nodes = items.map((item): Node => ({ item, parent: null }));
  const byName = new Map<string, Node>();
  for (const node of nodes) {
    for (const name of namesOf(node.item)) join(node, byName.get(name) ?? node);
    for (const name of namesOf(node.item)) byName.set(name, node);
  }
  const groups = new Map<Node, GroupedItem[]>();
  for (const node of nodes) {
    const root = rootOf(node);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [node.item]);
    else group.push(node.item);
  }
  return [...groups.values()];
}

function join(node: Node, other: Node): void {
  const [root, otherRoot] = [rootOf(node), rootOf(other)];
  if (root !== otherRoot) root.parent = otherRoot;
}

/** Shortens the way for those who ask next. */
function rootOf(node: Node): Node {
  let root = node;
  while (root.parent !== null) root = root.parent;
  for (let next: Node | null = node; next !== null && next !== root; ) {
    const { parent }: Node = next;
    next.parent = root;
    next = parent;
  }
  return root;
}

function partsOf(component: GroupedItem[]): GroupedItem[][] {
  return component.length <= mostByTask ? [component] : connected(component, identityNames).flatMap(chunksOf);
}

function chunksOf(items: readonly GroupedItem[]): GroupedItem[][] {
  return Array.from({ length: Math.ceil(items.length / mostByTask) }, (_, index) => items.slice(index * mostByTask, (index + 1) * mostByTask));
}

/** First fit, largest first. */
function packed(parts: readonly GroupedItem[][]): GroupedItem[][] {
  const calls: GroupedItem[][] = [];
  for (const part of parts.toSorted((a, b) => b.length - a.length)) {
    const call = calls.find(({ length }) => length + part.length <= mostByTask);
    if (call === undefined) calls.push([...part]);
    else call.push(...part);
  }
  return calls;
}

function idsOf(items: readonly GroupedItem[]): string[] {
  return items.map(({ id }) => id);
}
