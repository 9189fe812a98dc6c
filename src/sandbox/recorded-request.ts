import type { IncomingMessage } from 'node:http';
import type { PersonaKey } from './tokens.js';

/** A request as it arrived, whatever became of it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The specification's operation id, without the suffix of per-resource versions; null when there is none. */
  readonly operation: string | null;
  /** As written in the address, 'v1' for per-resource versions; null when there is none. */
  readonly generation: string | null;
  /** Lower-case names; `authorization` is in it. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text if it is none, null if there is none or it has not come yet. */
  readonly body: unknown;
  /** Null until there is an answer. */
  readonly status: number | null;
  /** Whose token it carries, as far as it is a persona's. */
  readonly personaKey: PersonaKey | null;
  /** Epoch milliseconds by the upstream's clock. */
  readonly at: number;
  /** When the answer was complete or the connection gone; null until then. */
  readonly finishedAt: number | null;
}

export type MutableRecord = { -readonly [Name in keyof RecordedRequest]: RecordedRequest[Name] };

export function flatHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return Object.fromEntries(entries);
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Parsed where it is JSON. */
export function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
