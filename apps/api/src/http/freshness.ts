// `?after=`: a reader waits until the read models show what it was told was stored.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '#ledger';
import type { ReadModelClock } from '#read-side';
import { Problem } from './problem.js';

const patienceMs = 2_000;
const usuallyThereMs = 25;

export class Freshness {
  constructor(
    private readonly clock: ReadModelClock,
    private readonly ledger: Ledger,
  ) {}

  /** @throws Problem `bad-position` beyond the log's head, `read-model-behind` after two seconds */
  async reach(models: readonly string[], after: string | undefined): Promise<void> {
    if (after === undefined) return;
    const passed = this.clock.waitFor(models, after, patienceMs);
    if (await Promise.race([passed, sleep(usuallyThereMs, false)])) return;
    const head = await this.ledger.head();
    if (head === null || BigInt(after) > head) {
      throw new Problem(400, 'bad-position', 'The log has not come that far.', {
        errors: [{ field: 'after', code: 'bad-position', message: 'is beyond the end of the log' }],
      });
    }
    if (await passed) return;
    throw new Problem(503, 'read-model-behind', 'What you wrote is stored, but not shown yet.', {
      headers: { 'Retry-After': '1' },
    });
  }

  /** True once the models show everything that is in the log at the call; false after two seconds. */
  async current(models: readonly string[]): Promise<boolean> {
    const head = await this.ledger.head();
    return head === null || this.clock.waitFor(models, String(head), patienceMs);
  }
}
