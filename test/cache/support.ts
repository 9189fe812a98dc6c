import { Writable } from 'node:stream';
import { BearerToken } from '../../src/auth/bearer-token.js';
import { viewerOf, type Viewer } from '../../src/auth/viewer.js';
import { tenantKeys, viewerKeys, type CacheKey } from '../../src/cache/cache-key.js';
import type { Address } from '../../src/cache/cached.js';
import type { Entry } from '../../src/cache/entry.js';
import type { KeyedEntry } from '../../src/cache/store.js';
import { createLogger, type Logger } from '../../src/logger.js';

export const startOfTests = Date.parse('2026-11-24T12:00:00.000Z');

export interface Clock {
  readonly now: () => number;
  /** Nothing else moves it. */
  pass(ms: number): void;
}

export function createClock(): Clock {
  let nowMs = startOfTests;
  return { now: () => nowMs, pass: (ms) => void (nowMs += ms) };
}

interface Claims {
  readonly tenant_id?: string;
  readonly identity_id?: string;
  readonly authorities?: readonly string[];
  readonly exp?: number;
  readonly jti?: string;
}

/** An unsigned token: the cache never sees a signature checked. */
export function aViewer(claims: Claims = {}): Viewer {
  const payload = { tenant_id: 'acme', identity_id: 'ada', ...claims };
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return viewerOf(new BearerToken(`e30.${encoded}.c2lnbmF0dXJl`));
}

export function anOpaqueViewer(text: string): Viewer {
  return viewerOf(new BearerToken(text));
}

export function aKey(id: string): CacheKey {
  return viewerKeys('certification', 'beta').keyOf(aViewer(), id);
}

export function aTenantKey(id: string): CacheKey {
  return tenantKeys('identity-name', null).keyOf(aViewer(), id);
}

/** Without tags. */
export function anAddress(id: string): Address {
  return { key: aKey(id), tags: [] };
}

/** Without tags. */
export function keyed(id: string, entry: Entry): KeyedEntry {
  return { key: aKey(id), entry, versions: new Map() };
}

/** Fresh for a minute, then stale for another. */
export function anEntry(value: unknown, storedAtMs = startOfTests): Entry {
  return { storedAtMs, freshUntilMs: storedAtMs + 60_000, staleUntilMs: storedAtMs + 120_000, tagVersions: [], value };
}

export interface TestLog {
  readonly logger: Logger;
  readonly lines: readonly { readonly level: number; readonly msg: string; readonly reason?: string }[];
  readonly text: () => string;
}

export function createTestLog(): TestLog {
  const lines: TestLog['lines'][number][] = [];
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      lines.push(JSON.parse(chunk.toString('utf8')) as TestLog['lines'][number]);
      done();
    },
  });
  return { logger: createLogger({ level: 'trace', isReadable: false }, destination), lines, text: () => text };
}

export interface Later<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** An answer that comes when the test says so. */
export function later<Value>(): Later<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
