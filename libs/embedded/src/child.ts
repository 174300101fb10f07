// The child's half of supervision, for the `main.ts` of a process. All of it also works without a supervisor.

/** What a child tells its supervisor once, when it does its work. */
export interface Ready {
  ready: true;
  /** Where it can be reached, when it can be. */
  url?: string;
}

/** Tells the supervisor, if there is one, that this process does its work now. */
export function announceReady(details: Omit<Ready, 'ready'> = {}): void {
  const message: Ready = { ready: true, ...details };
  process.send?.(message, undefined, undefined, () => {}); // a dead supervisor is noticed by its own event
}

/**
 * Ends this process in good order on SIGTERM, SIGINT and when its supervisor is gone, however that died: runs `stop`
 * and exits with 0, or with 1 when `stop` fails or takes longer than `graceMs`. Call it before anything is opened.
 */
export function exitWithParent(stop: () => Promise<void>, graceMs = 10_000): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), graceMs);
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  // The log ends with the supervisor; a line that nobody reads must not cut the orderly end short.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
  process.on('disconnect', () => void end());
  if (process.send && !process.connected) void end();
}
