// Readers of both tenants who look at their own lists and ask for the other's tickets all the time; whatever they are told
// is searched for the other's words [I7].
import { setTimeout as pause } from 'node:timers/promises';
import { canaryOf } from './leaks.js';
import type { Stack } from './stack.js';
import { Caller } from './wire.js';
import type { Writers } from './writers.js';

const people = [
  ['acme', 'abe@acme.test'],
  ['acme', 'nora@northwind.test'],
  ['globex', 'gary@globex.test'],
] as const;
const pauseMs = 100;

export class Readers {
  #going = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly stack: Stack,
    private readonly writers: Writers,
  ) {}

  start(): void {
    this.#going = true;
    this.#running = Promise.all(people.map(([tenant, login], at) => this.#read(tenant, login, at)));
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#running;
  }

  async #read(tenant: string, login: string, at: number): Promise<void> {
    const { leaks, urls } = this.stack;
    const caller = new Caller(login, tenant, urls, leaks);
    let turn = at;
    while (this.#going) {
      turn += 1;
      await pause(pauseMs);
      const foreign = this.#lastTicketOf((other) => other !== tenant);
      const own = this.#lastTicketOf((other) => other === tenant);
      const paths = ['/v1/tickets?limit=50', '/v1/badges', `/v1/tickets?limit=20&q=${canaryOf('acme')}`];
      if (own !== undefined) paths.push(`/v1/tickets/${own}`, `/v1/tickets/${own}/thread`);
      for (const path of paths) await caller.send({ method: 'GET', path }, turn);
      if (foreign === undefined) continue;
      for (const rest of ['', '/thread', '/links']) {
        const answer = await caller.send({ method: 'GET', path: `/v1/tickets/${foreign}${rest}` }, turn);
        if (answer && answer.status < 500 && answer.status !== 404)
          leaks.tell(`${login} is answered ${answer.status} about ${foreign}${rest} of the other tenant`);
      }
    }
  }

  #lastTicketOf(whose: (tenant: string) => boolean): string | undefined {
    const found = this.writers.asked.findLast(
      ({ tenant, outcome }) => whose(tenant) && outcome.kind === 'acknowledged',
    );
    return found?.outcome.kind === 'acknowledged' ? found.outcome.receipt.id : undefined;
  }
}
