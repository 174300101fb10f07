// An event that one read model cannot take in, and a job that fails for good: each is named and stands aside, everything
// else goes on; the job is tried again by an administrator, and history tells who did.
import { randomUUID } from 'node:crypto';
import { openQueue, timers, type TimerJob } from '#jobs';
import { ticketStream } from '#ledger';
import { context } from '../../../projections/test/log.js';
import { Stack } from '../stack.js';
import type { Invariant, Violation } from '../violation.js';
import { Caller, until } from '../wire.js';
import { Writers } from '../writers.js';
import type { Proof } from './fault.js';

const patienceMs = 60_000;

export const poison: Proof = {
  name: 'poison',
  what: 'an event that a model cannot take in, a job that fails for good: named, others go on, audited retry',
  proof: async (root, chance) => {
    const stack = await Stack.start({ root, redis: false, clock: false, release: false });
    const writers = new Writers(stack, chance, 'poison');
    const found: Violation[] = [];
    const holds = async (invariant: Invariant, what: string, so: () => Promise<true | string>): Promise<void> => {
      await until(what, so, patienceMs).catch((error: Error) => found.push({ invariant, what: error.message }));
    };
    try {
      writers.start();
      await writers.more(30, 30_000);
      const stream = await appendPoison(stack, writers);
      await writers.more(30, 30_000);
      await writers.stop();
      await holds('I10', 'ticket-list is halted, the event is named, the others go on', () =>
        onlyListHalts(stack, stream),
      );
      await holds('I8', 'readers are told that the list stands still', () => isTold(stack));
      await holds('I10', 'a job that failed for good is parked', () => parks(stack));
      await holds('I10', 'it is tried again by an administrator only', () => retries(stack));
      return [...found, ...writers.violations, ...stack.leaks.take()];
    } finally {
      await stack.stop();
    }
  },
};

/** A ticket that has the number of another one, which no decision lets through. */
async function appendPoison({ ledger }: Stack, writers: Writers): Promise<string> {
  const opened = writers.asked.find(
    ({ tenant, ask, outcome }) => tenant === 'acme' && ask.path === '/v1/tickets' && outcome.kind === 'acknowledged',
  );
  if (opened?.outcome.kind !== 'acknowledged') throw new Error('no ticket was opened');
  const ticketId = randomUUID();
  const stream = ticketStream('acme', ticketId);
  for await (const { type, data } of ledger.load(ticketStream('acme', opened.outcome.receipt.id))) {
    if (type !== 'TicketOpened') continue;
    const events = [{ type, data: { ...data, ticketId } }];
    await ledger.append(stream, { expected: 'no-stream', prevHash: null, events, context: context() });
  }
  return stream;
}

async function onlyListHalts({ pool, ledger }: Stack, stream: string): Promise<true | string> {
  const head = (await ledger.head()) ?? 0n;
  const { rows } = await pool.query<{ model: string; position: string; halted: string | null }>(
    'select model, position, halted from read.bookmarks where live',
  );
  const so = rows.every(({ model, position, halted }) =>
    model === 'ticket-list' ? halted?.includes(stream) : halted === null && BigInt(position) >= head,
  );
  return so || JSON.stringify(rows);
}

async function isTold({ urls }: Stack): Promise<true | string> {
  for (const url of urls) {
    const answer = await fetch(`${url}/health/ready`);
    const { projections } = (await answer.json()) as { projections: { name: string; ok: boolean; lagMs: number }[] };
    const wrong = projections.filter(({ ok }) => !ok);
    const [list] = wrong;
    if (answer.status !== 503 || wrong.length !== 1 || list?.name !== 'ticket-list' || !(list.lagMs > 0))
      return `${answer.status} ${JSON.stringify(projections)}`;
  }
  return true;
}

const jobId = 'acme.poison';

async function parks(stack: Stack): Promise<true | string> {
  const store = { databaseUrl: stack.postgres.url, role: 'ledgerdesk_worker' };
  const queue = openQueue<TimerJob>(timers, store, () => undefined);
  try {
    // No revision is called `none`, however often it is tried.
    const alarm = {
      kind: 'wake',
      tenant: 'acme',
      ticketId: randomUUID(),
      eventId: randomUUID(),
      until: 'now',
    } as const;
    await queue.add('wake', { ...alarm, generation: 'none' }, { jobId, attempts: 1 });
  } finally {
    await queue.close();
  }
  const { failed } = await jobsOf(stack, 'ada@acme.test', 'acme');
  return failed.some(({ id }) => id === jobId) || JSON.stringify(failed);
}

async function jobsOf(stack: Stack, login: string, tenant: string) {
  const caller = new Caller(login, tenant, stack.urls, stack.leaks);
  const answer = await caller.send({ method: 'GET', path: '/v1/admin/jobs' }, 0);
  return { caller, failed: (answer?.body.failed ?? []) as { id: string }[] };
}

async function retries(stack: Stack): Promise<true | string> {
  const other = await jobsOf(stack, 'gus@globex.test', 'globex');
  if (other.failed.length > 0) return `the other tenant sees ${JSON.stringify(other.failed)}`;
  const retry = { method: 'POST', path: `/v1/admin/jobs/${jobId}/retry`, body: {} };
  const refused = await other.caller.send(retry, 0);
  if (refused?.status !== 404) return `the other tenant is answered ${refused?.status}`;
  const { caller } = await jobsOf(stack, 'ada@acme.test', 'acme');
  const accepted = await caller.send(retry, 0);
  if (accepted?.status !== 202) return `it is answered ${accepted?.status} ${JSON.stringify(accepted?.body)}`;
  const told = await caller.send({ method: 'GET', path: '/v1/audit/events?type=DirectoryChanged' }, 0);
  return String(told?.body.text).includes(jobId) || 'history does not tell of it';
}
