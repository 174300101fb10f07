import progress from 'cli-progress';

/** Shows how far `work` is; what it adds up to may be more than was expected. */
export async function withBar<T>(
  what: string,
  total: number,
  work: (add: (amount: number) => void, expect: (total: number) => void) => Promise<T>,
): Promise<T> {
  const bar = new progress.SingleBar({
    format: `${what.padEnd(12)} {bar} {percentage}% | {duration_formatted}`,
    noTTYOutput: true,
    hideCursor: true,
  });
  bar.start(Math.max(total, 1), 0);
  try {
    const result = await work(
      (amount) => bar.increment(amount),
      (expected) => bar.setTotal(Math.max(expected, 1)),
    );
    bar.setTotal(1);
    bar.update(1);
    return result;
  } finally {
    bar.stop();
  }
}
