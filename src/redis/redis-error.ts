/** An answer of Redis, if not the one hoped for: OOM, NOPERM, WRONGTYPE … */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError' && !error.message.startsWith('CLUSTERDOWN');
}

/** Nothing was answered in time; the command may have been executed. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Command timed out';
}

/** A code only: whole messages and errors can hold a command with its password. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'ReplyError') return error.message.split(' ', 1)[0] ?? 'refused';
  if (isTimeout(error)) return 'timeout';
  if (typeof error !== 'object' || error === null) return 'connection lost';
  // A cluster tells why its last node could not be asked.
  if ('lastNodeError' in error) return reasonOf(error.lastNodeError);
  return 'code' in error && typeof error.code === 'string' ? error.code : 'connection lost';
}
