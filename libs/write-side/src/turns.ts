// Commands of one process to one stream wait for each other instead of colliding, and a command that is still being
// worked on is not begun again.
import { CommandInProgress } from './act-on-ticket.js';
import { settledWithin } from './settled-within.js';

const sameKeyWaitMs = 2_000;

export class Turns {
  /** Last task of each stream. */
  readonly #lines = new Map<string, Promise<unknown>>();
  readonly #running = new Map<string, Promise<unknown>>();

  /** @throws CommandInProgress, what the task throws */
  async take<T>(stream: string, commandId: string, task: () => Promise<T>): Promise<T> {
    const first = this.#running.get(commandId);
    if (first && !(await settledWithin(sameKeyWaitMs, first))) throw new CommandInProgress();
    const work = this.#inTurn(stream, task);
    this.#running.set(commandId, work);
    try {
      return await work;
    } finally {
      if (this.#running.get(commandId) === work) this.#running.delete(commandId);
    }
  }

  async #inTurn<T>(stream: string, task: () => Promise<T>): Promise<T> {
    const before = this.#lines.get(stream) ?? Promise.resolve();
    const mine = before.then(task);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#lines.set(stream, settled);
    void settled.then(() => {
      if (this.#lines.get(stream) === settled) this.#lines.delete(stream);
    });
    return mine;
  }
}
