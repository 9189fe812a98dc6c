/** Node fires timers that are set for longer at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Calls at that time, however far it is away; never for null. `now` and `atMs` are milliseconds since 1970. Returns the way to call it off. */
export function alarmAt(atMs: number | null, now: () => number, ring: () => void): () => void {
  if (atMs === null) return () => undefined;
  let timer: NodeJS.Timeout;
  const set = () => {
    const leftMs = atMs - now();
    timer = leftMs > longestTimerMs ? setTimeout(set, longestTimerMs) : setTimeout(ring, leftMs);
  };
  set();
  return () => clearTimeout(timer);
}
