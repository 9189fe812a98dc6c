import type { UpstreamMessage, UpstreamRefusal } from '../errors.js';

const longestText = 500;
/** Of a text, before it is cleaned: to look for a token takes time. */
const longestRead = 4000;
const mostMessages = 20;

export interface RefusedAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly requestId: string | null;
  /** Parsed JSON, or undefined where the body was none (HTML and empty bodies of layers in front). */
  readonly body: unknown;
  /** Takes out what must not be shown, whatever the upstream wrote. */
  readonly redact: (text: string) => string;
}

export interface ReadRefusal {
  readonly refusal: UpstreamRefusal;
  /** What to show: the most concrete thing that was said. */
  readonly words: string;
}

/**
 * One tolerant reader for at least six shapes of error bodies (Q53, Q54). The words to show are the first of causes,
 * messages, `error` with its description, `message`, `errorMessage`, `formatted_msg`, else the status text. Nothing is
 * ever decided by them (Q60). Never throws.
 */
export function readRefusal(answer: RefusedAnswer): ReadRefusal {
  const body = isRecord(answer.body) ? answer.body : {};
  const clean = (value: unknown): string | null => cleanText(value, answer.redact);
  const causes = errorMessages(body['causes'], clean);
  const messages = [...errorMessages(body['messages'], clean), ...causes];
  const bareText =
    joined(clean(body['error']), clean(body['error_description'])) ??
    clean(body['message']) ??
    clean(body['errorMessage']) ??
    clean(body['formatted_msg']);
  if (messages.length === 0 && bareText !== null) messages.push({ text: bareText, locale: null, localeOrigin: null });
  return {
    words: (causes[0] ?? messages[0])?.text ?? clean(answer.statusText) ?? `HTTP ${answer.status}`,
    refusal: {
      status: answer.status,
      detailCode: clean(body['detailCode']) ?? clean(body['error_code']),
      trackingId: clean(body['trackingId']),
      requestId: clean(answer.requestId),
      messages: messages.slice(0, mostMessages),
    },
  };
}

function errorMessages(value: unknown, clean: (value: unknown) => string | null): UpstreamMessage[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    const fields = isRecord(entry) ? entry : { text: entry };
    const text = clean(fields['text']);
    return text === null ? [] : [{ text, locale: clean(fields['locale']), localeOrigin: clean(fields['localeOrigin']) }];
  });
}

/** `error` and `message` have no declared type and stray blanks (Q54). */
function cleanText(value: unknown, redact: (text: string) => string): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : jsonOf(value);
  // Control characters would let an upstream text break a log line or a terminal.
  const line = redact(text.slice(0, longestRead)).replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, longestText);
}

/** Never throws: a value can be nested deeper than it can be written. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

function joined(first: string | null, second: string | null): string | null {
  return first !== null && second !== null ? `${first}: ${second}` : (first ?? second);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Retry-After` in whole seconds, from seconds or an HTTP date (Q55); null when it says neither. */
export function retryAfterSeconds(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header));
  // Date.parse takes many a number for a date; an HTTP date has letters.
  const atMs = /[a-z]/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
