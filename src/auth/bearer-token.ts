import { hash } from 'node:crypto';
import { inspect } from 'node:util';

const pieceLength = 20;

/**
 * Holds a caller's token and does not show it: not in a template, in JSON, in a log line or in the inspector.
 * Only `upstream/` asks for `authorizationHeader`.
 */
export class BearerToken {
  readonly #text: string;
  /** SHA-256 of the token, hex: the token's name wherever one is needed. */
  readonly hash: string;

  constructor(text: string) {
    this.#text = text;
    this.hash = hash('sha256', text);
  }

  authorizationHeader(): string {
    return `Bearer ${this.#text}`;
  }

  /** The text without this token, and without what has twenty characters of it in a row: an echo may be cut. */
  redactFrom(text: string): string {
    return text.replaceAll(this.#text, '[token]').replaceAll(/[\w\-~+/]{20,}/g, (run) => (this.#hasPieceIn(run) ? '[token]' : run));
  }

  #hasPieceIn(run: string): boolean {
    for (let start = 0; start + pieceLength <= run.length; start += 1) {
      if (this.#text.includes(run.slice(start, start + pieceLength))) return true;
    }
    return false;
  }

  /** The claims' part, not verified by anyone here; null where the token is no JWT. */
  claimsSegment(): string | null {
    const segments = this.#text.split('.');
    return segments.length === 3 ? (segments[1] ?? null) : null;
  }

  toString(): string {
    return '[BearerToken]';
  }

  toJSON(): string {
    return '[BearerToken]';
  }

  [inspect.custom](): string {
    return '[BearerToken]';
  }
}

// RFC 6750 b64token. Bounded: the longest tokens seen have some 2 KB, and a header must fit into 16 KB.
const bearerCredentials = /^bearer +([A-Za-z0-9\-._~+/]{1,8192}={0,2})$/i;

/** Null for anything that is not exactly one well-formed bearer token. */
export function parseAuthorization(header: string | undefined): BearerToken | null {
  const token = bearerCredentials.exec(header ?? '')?.[1];
  return token === undefined ? null : new BearerToken(token);
}
