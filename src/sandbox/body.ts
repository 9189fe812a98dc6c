import { badRequest } from './errors.js';

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** An object with no other fields than these; throws the 400. */
export function readRecord(value: unknown, fields: readonly string[], what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest(`${what} must be an object.`);
  const unknown = Object.keys(value).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw badRequest(`Unknown field '${unknown}' in ${what}.`);
  return value as Readonly<Record<string, unknown>>;
}

export function readText(record: Readonly<Record<string, unknown>>, field: string): string {
  const value = record[field];
  if (typeof value !== 'string' || value.trim() === '') throw badRequest(`${field} must be a text that is not empty.`);
  return value;
}

/** Null where it is absent or null. An empty text is how answers say "permanent", not requests (Q25). */
export function readInstant(record: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = record[field] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || !instantPattern.test(value) || Number.isNaN(Date.parse(value)))
    throw badRequest(`${field} must be a date and time with a zone.`);
  return value;
}
