const longestWaitMs = 15_000;

/** Resolves when `isSo`; throws when it is not for fifteen seconds. For what happens behind an answer or in another process. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + longestWaitMs;
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error('waited for fifteen seconds in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
