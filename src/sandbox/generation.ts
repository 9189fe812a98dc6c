export type GenerationName = 'beta' | 'v3' | 'v2024' | 'v2025' | 'v2026' | 'v1';

/** Two contracts over all generations: beta's, and the one that v3 and everything later share. */
export interface Generation {
  /** As written in the address: 'beta', 'v3', 'v2024', … also of years to come; 'v1' for the one kept per resource. */
  readonly name: string;
  readonly contract: 'beta' | 'stable';
  readonly hasWorkReassignment: boolean;
  readonly hasGenericApprovals: boolean;
}

export interface Address {
  readonly generation: Generation;
  /** The path's segments without the version, decoded. */
  readonly segments: readonly string[];
}

const yearPattern = /^v(20\d\d)$/;
const firstYear = 2024;

/** '/v2025/certifications/c1' and '/certifications/v1/c1' → the same segments; null when there is no version in it. */
export function readAddress(pathname: string): Address | null {
  const [first, ...rest] = pathname.split('/').slice(1);
  if (first === undefined) return null;
  const prefix = byPrefix(first);
  if (prefix !== null) return address(prefix, rest);
  if (rest[0] === 'v1') return address(perResource, [first, ...rest.slice(1)]);
  return null;
}

/** Where a generation's base URL starts; the per-resource one has its version inside the path. */
export function basePath(name: GenerationName): string {
  return name === 'v1' ? '' : `/${name}`;
}

const perResource: Generation = {
  name: 'v1',
  contract: 'stable',
  hasWorkReassignment: true,
  hasGenericApprovals: true,
};

function byPrefix(segment: string): Generation | null {
  if (segment === 'beta')
    return { name: segment, contract: 'beta', hasWorkReassignment: true, hasGenericApprovals: false };
  if (segment === 'v3')
    return { name: segment, contract: 'stable', hasWorkReassignment: false, hasGenericApprovals: false };
  const year = Number(yearPattern.exec(segment)?.[1]);
  if (!(year >= firstYear)) return null;
  return { name: segment, contract: 'stable', hasWorkReassignment: true, hasGenericApprovals: year > firstYear };
}

function address(generation: Generation, encoded: readonly string[]): Address | null {
  try {
    return { generation, segments: encoded.map(decodeURIComponent) };
  } catch {
    return null;
  }
}
