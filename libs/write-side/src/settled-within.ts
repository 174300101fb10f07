// Work is waited for, but not for ever; whoever acts through the write side, as the worker does, waits like this too.

/** True when the work is settled in `ms` milliseconds. Else it goes on, or not, and nobody waits for it. */
export async function settledWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
