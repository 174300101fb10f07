// I8: readers are told how old what they see may be. A projector that is frozen says nothing itself; its silence is told.
import type { Fault } from './fault.js';
import type { Stack } from '../stack.js';
import { Violated } from '../violation.js';
import { Caller, until } from '../wire.js';

/** A model is taken for silent after two heartbeats. */
const patienceMs = 30_000;

export const freezeProjector: Fault = {
  name: 'freeze-projector',
  what: 'the projector is frozen: its lag is told everywhere, and gone afterwards',
  strike: async ({ stack, writers }) => {
    const agent = new Caller('abe@acme.test', 'acme', stack.urls, stack.leaks);
    stack.projector.signal('SIGSTOP');
    try {
      await writers.more(5, 20_000);
      await until('the lag is told', () => tellsLag(stack, agent), patienceMs);
    } catch (error) {
      throw new Violated({ invariant: 'I8', what: `the projector is frozen; ${(error as Error).message}` });
    } finally {
      stack.projector.signal('SIGCONT');
    }
  },
};

async function tellsLag({ urls }: Stack, agent: Caller): Promise<true | string> {
  for (const [at, url] of urls.entries()) {
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as {
      projections: { name: string; lagMs: number }[];
    };
    const list = ready.projections.find(({ name }) => name === 'ticket-list');
    if (!list || !(list.lagMs > 0)) return `${url}/health/ready says ${list?.lagMs} ms`;
    const figures = await (await fetch(`${url}/metrics`)).text();
    const seconds = /^ledgerdesk_projection_lag_seconds\{[^}]*ticket-list[^}]*\} (\S+)$/m.exec(figures)?.[1];
    if (!(Number(seconds) > 0)) return `${url}/metrics says ${seconds} s`;
    for (const path of ['/v1/tickets?limit=1', '/v1/counts']) {
      const { asOf } = ((await agent.send({ method: 'GET', path }, at))?.body ?? {}) as { asOf?: { lagMs: number } };
      if (!asOf || !(asOf.lagMs > 0)) return `${url}${path} says ${asOf?.lagMs} ms`;
    }
  }
  return true;
}
