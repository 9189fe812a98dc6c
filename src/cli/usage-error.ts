/** Of a command line that cannot be followed. The message never repeats what was typed: it may be a token. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
