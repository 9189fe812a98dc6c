import type { Profiler } from 'node:inspector';

/** What was on the processor, below whatever had called it. Functions of somebody else that call each other are one frame, by the name of the first. */
export interface Frame {
  /** A function of the gateway, or a package, or a part of Node. */
  readonly name: string;
  readonly owner: Owner;
  /** Microseconds, of what it calls included. */
  totalMicroseconds: number;
  readonly callees: Map<string, Frame>;
}

export type Owner = 'gateway' | 'got' | 'GraphQL' | 'Redis' | 'garbage' | 'other packages' | 'Node';

const owners: Readonly<Record<string, Owner>> = {
  got: 'got',
  graphql: 'GraphQL',
  dataloader: 'GraphQL',
  '@apollo/server': 'GraphQL',
  '@apollo/subgraph': 'GraphQL',
  ioredis: 'Redis',
};

const waiting = new Set(['(idle)', '(program)', '(root)']);

/** The frames of a profile, in a tree, without the time in which the process waited or was looked at. */
export function framesOf(profile: Profiler.Profile): Frame {
  const root = frame('all', 'Node');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const callers = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  profile.samples?.forEach((id, index) => {
    const microseconds = profile.timeDeltas?.[index] ?? 0;
    const stack: Profiler.ProfileNode[] = [];
    for (let node = nodes.get(id); node !== undefined; node = nodes.get(callers.get(node.id) ?? -1)) stack.unshift(node);
    if (waiting.has(stack.at(-1)?.callFrame.functionName ?? '') || stack.some(isOfTheBench)) return;
    add(root, stack, microseconds);
  });
  return root;
}

/** Of each owner alone, without what it calls; the greatest first. */
export function sharesOf(root: Frame): { readonly owner: Owner; readonly share: number }[] {
  const microseconds = new Map<Owner, number>();
  const count = (frame: Frame) => {
    const callees = [...frame.callees.values()];
    const own = frame.totalMicroseconds - callees.reduce((total, callee) => total + callee.totalMicroseconds, 0);
    microseconds.set(frame.owner, (microseconds.get(frame.owner) ?? 0) + own);
    callees.forEach(count);
  };
  count(root);
  return [...microseconds].map(([owner, own]) => ({ owner, share: own / root.totalMicroseconds })).sort((one, other) => other.share - one.share);
}

function add(root: Frame, stack: readonly Profiler.ProfileNode[], microseconds: number): void {
  root.totalMicroseconds += microseconds;
  let caller = root;
  for (const { callFrame } of stack) {
    const { name, owner } = whatIs(callFrame);
    if (name === null || (caller.owner === owner && owner !== 'gateway' && caller !== root)) continue;
    const callee = caller.callees.get(name) ?? frame(name, owner);
    caller.callees.set(name, callee);
    callee.totalMicroseconds += microseconds;
    caller = callee;
  }
}

/** The probe, which takes the profile. */
function isOfTheBench({ callFrame }: Profiler.ProfileNode): boolean {
  return callFrame.url.includes('/bench/');
}

function frame(name: string, owner: Owner): Frame {
  return { name, owner, totalMicroseconds: 0, callees: new Map() };
}

/** `name` is null for what says nothing: the root, and built-in functions, which count for their caller. */
function whatIs({ functionName, url }: { readonly functionName: string; readonly url: string }): { readonly name: string | null; readonly owner: Owner } {
  if (functionName === '(garbage collector)') return { name: 'garbage collector', owner: 'garbage' };
  if (url === '') return { name: null, owner: 'Node' };
  if (url.startsWith('node:')) return { name: url.replace(/^node:(internal\/)?/, 'node:').split('/')[0] ?? url, owner: 'Node' };
  const [, packageName] = /node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(url) ?? [];
  if (packageName !== undefined) return { name: packageName, owner: owners[packageName] ?? 'other packages' };
  const [, path = url] = /\/src\/(.+)\.js$/.exec(url) ?? [];
  return { name: `${functionName === '' ? 'function' : functionName} ${path}`, owner: 'gateway' };
}
