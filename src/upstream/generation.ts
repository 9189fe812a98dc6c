/** How answers look: beta's models, or those that all later generations share. */
export type Contract = 'beta' | 'stable';

const documentedYears = [2024, 2025, 2026];
const perResourceVersion = 'v1';

/**
 * One generation of the upstream's API: which contract it follows and how its addresses are written. Nothing above
 * the domain clients and their mapping knows which one is in use.
 */
export class Generation {
  /** `beta`, `v3`, `v2025` …; `v1` for the generation that versions each resource. */
  readonly name: string;
  readonly contract: Contract;
  /** Shown once at start; null when the generation is a documented one. */
  readonly warning: string | null;
  readonly #origin: string;

  constructor(origin: string, name: string, warning: string | null = null) {
    this.#origin = origin;
    this.name = name;
    this.contract = name === 'beta' ? 'beta' : 'stable';
    this.warning = warning;
  }

  /** Work reassignment is in every generation but v3. */
  get hasWorkReassignment(): boolean {
    return this.name !== 'v3';
  }

  /** The work type GENERIC_APPROVALS came with v2025 (Q5). */
  get hasGenericApprovals(): boolean {
    return this.hasWorkReassignment && this.name !== 'beta' && this.name !== 'v2024';
  }

  /** Public identities are not part of beta; v3 has had them all along. */
  get forIdentities(): Generation {
    return this.contract === 'beta' ? new Generation(this.#origin, 'v3') : this;
  }

  /**
   * `["certifications", "a b", "reviewers"]` → `…/v2025/certifications/a%20b/reviewers`, or
   * `…/certifications/v1/a%20b/reviewers`. Every segment is percent-encoded; throws RangeError on one that an
   * address would swallow, so that no id can lead to another operation (Q11).
   */
  address(segments: readonly string[], query: URLSearchParams): URL {
    const [resource = '', ...rest] = segments.map(encodeSegment);
    const path = this.name === perResourceVersion ? [resource, this.name, ...rest] : [this.name, resource, ...rest];
    // Spaces as %20: the upstream's documentation promises nothing about "+".
    const search = query.toString().replaceAll('+', '%20');
    return new URL(`${this.#origin}/${path.join('/')}${search === '' ? '' : `?${search}`}`);
  }

  /** The text without the upstream's host, and without what reads like an address or a path of its API. */
  redactFrom(text: string): string {
    const { host, hostname } = new URL(this.#origin);
    return text
      .replaceAll(/\bhttps?:\/\/[^\s"']+/gi, '[upstream]')
      .replaceAll(new RegExp(`${escaped(host)}|${escaped(hostname)}`, 'gi'), '[upstream]')
      .replaceAll(/\/(?:beta|v\d+)\/[^\s"']*|\/[a-z-]+\/v1(?:\/[^\s"']*|\b)/gi, '[upstream]');
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function encodeSegment(segment: string): string {
  if (segment === '' || segment === '.' || segment === '..') throw new RangeError('not a path segment');
  return encodeURIComponent(segment);
}

/**
 * Reads a base URL as the vendor prints it: `https://tenant.api.identitynow.com/beta`, `…/v3`, `…/v2025`, or without a
 * path for the per-resource generation. Throws RangeError with a message for the operator.
 */
export function parseApiUrl(text: string, allowHttp: boolean): Generation {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) throw new RangeError('is not an http(s) URL');
  if (url.username !== '' || url.password !== '') throw new RangeError('must not hold credentials');
  if (url.search !== '' || url.hash !== '') throw new RangeError('must not have a query or a fragment');
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    throw new RangeError(
      'is http:// to another machine, which would show every token to the network; use https:// or set ALLOW_HTTP_UPSTREAM=true',
    );
  }
  return generationAt(url.origin, url.pathname.replace(/^\/|\/$/g, ''));
}

function generationAt(origin: string, name: string): Generation {
  if (name === '') return new Generation(origin, perResourceVersion);
  const year = Number(/^v(20\d\d)$/.exec(name)?.[1]);
  if (name === 'beta' || name === 'v3' || documentedYears.includes(year)) return new Generation(origin, name);
  if (year > Math.max(...documentedYears)) {
    return new Generation(origin, name, `${name} is newer than this gateway; it is taken as the stable contract`);
  }
  throw new RangeError(
    `names no known API generation ("/${name}"); it must end in /beta, /v3, /v2024, /v2025, /v2026 or a later year, or have no path for the per-resource v1 generation`,
  );
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
