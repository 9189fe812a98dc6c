import { hasCode, type ErrorCode } from '../errors.js';

/** For what was named elsewhere: an object that the caller may not read is no object to them, and no error. */
export function nullWhenForbidden<Model>(read: Promise<Model | null>): Promise<Model | null> {
  return nullWhen(read, 'FORBIDDEN');
}

/** For a root field: what is not there is null, and no error. */
export function nullWhenNotFound<Model>(read: Promise<Model | null>): Promise<Model | null> {
  return nullWhen(read, 'NOT_FOUND');
}

async function nullWhen<Model>(read: Promise<Model | null>, code: ErrorCode): Promise<Model | null> {
  try {
    return await read;
  } catch (error) {
    if (hasCode(error, code)) return null;
    throw error;
  }
}
