// Words by which a tenant's texts would be known anywhere else [I7].
import type { Violation } from './violation.js';

/** Stands in every text that the tenant's people write. */
export const canaryOf = (tenant: string): string => `zq${tenant}qz`;
const anyCanary = /zq[a-z0-9]+qz/;

export class Leaks {
  readonly #found = new Set<string>();

  /** An answer to somebody of `tenant`, its headers included. */
  inAnswer(tenant: string, where: string, text: string): void {
    for (const [word] of text.matchAll(new RegExp(anyCanary, 'g'))) {
      if (word !== canaryOf(tenant)) this.#found.add(`${where} tells ${tenant} ${word}`);
    }
  }

  /** What people wrote is in no log. */
  inLog(process: string, line: string): void {
    if (anyCanary.test(line)) this.#found.add(`${process} logs ${line.slice(0, 200)}`);
  }

  /** Nor in figures, nor in jobs. */
  in(where: string, text: string): void {
    const word = anyCanary.exec(text)?.[0];
    if (word !== undefined) this.#found.add(`${word} is in ${where}`);
  }

  tell(what: string): void {
    this.#found.add(what);
  }

  /** What was found since this was asked last. */
  take(): Violation[] {
    const found = [...this.#found].map((what) => ({ invariant: 'I7' as const, what }));
    this.#found.clear();
    return found;
  }
}
