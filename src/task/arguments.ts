import { badUserInput } from '../errors.js';
import { checkedId } from '../graphql/arguments.js';

/** Below the 30 seconds after which many proxies give up. */
const longestWaitSeconds = 25;
const longestKey = 128;
const mostTasks = 100;

/** 0 when not given. Throws BAD_USER_INPUT. */
export function checkedWaitSeconds(waitSeconds: number | null | undefined): number {
  const seconds = waitSeconds ?? 0;
  if (seconds >= 0 && seconds <= longestWaitSeconds) return seconds;
  throw badUserInput('waitSeconds', `waitSeconds is ${seconds}; 0 to ${longestWaitSeconds} are allowed.`);
}

/** Each once, in their order. Throws BAD_USER_INPUT. */
export function checkedTaskIds(ids: readonly string[]): string[] {
  if (ids.length === 0 || ids.length > mostTasks) {
    throw badUserInput('ids', `ids has ${ids.length} entries; 1 to ${mostTasks} are allowed.`);
  }
  return [...new Set(ids.map((id) => checkedId('ids', id)))];
}

/** Null when not given. Throws BAD_USER_INPUT. */
export function checkedIdempotencyKey(argument: string, key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  if (key.length <= longestKey && /^[\x20-\x7e]+$/.test(key)) return key;
  throw badUserInput(argument, `${argument} must have 1 to ${longestKey} printable ASCII characters, as a UUID has.`);
}
