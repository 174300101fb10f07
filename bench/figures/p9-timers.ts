import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent, NO_STREAM, type JSONType } from '@eventstore/db-client';
import { Redis } from 'ioredis';
import pg from 'pg';
import { sql } from 'kysely';
import { encode } from '#event-store';
import { migrateQueues } from '#jobs';
import { ledgerTypes, ticketStream, type LedgerEvents } from '#ledger';
import type { TicketPolicy } from '#policy';
import { absent, autoCloseDue, decide, evolve, type Ticket, type TicketEvent } from '#ticket';
import { byCallers, quantile, short, type Bench, type Figure, type Row } from '../bench.js';
import { demoActor, openDesk, startProcess, startRedis, type Desk } from '../servers.js';
import { words } from '../yardsticks/plain-append.js';

export const timers: Figure = {
  id: 'P9',
  title: 'many timers due at one moment; the same when the queue has lost all of them before',
  measure: async (bench) => {
    const rows: Row[] = [];
    for (const flushed of [false, true]) rows.push(...(await due(bench, flushed)));
    return rows;
  },
};

async function due(bench: Bench, flushed: boolean): Promise<Row[]> {
  const { timers: amount, say } = bench;
  const desk = await openDesk(bench);
  await migrateQueues(desk.databaseUrl);
  const redisUrl = await startRedis(bench);
  if (redisUrl === null) say('no Redis on this machine: jobs are kept in PostgreSQL');
  const env = { ...desk.env, ...(redisUrl && { REDIS_URL: redisUrl }) };
  const policy = await desk.policies.get('acme');
  const delay = autoCloseDue({ live: true, clockFrom: new Date(0).toISOString() }, policy);
  if (delay === null) throw new Error('the policy closes nothing by itself');

  await startProcess(bench, 'dist/projections/main.js', env);
  await startProcess(bench, 'dist/apps/worker/src/main.js', env);
  // Time enough for the tickets to be written and the alarms to be set; the moment is the same for all.
  const at = Date.now() + 30_000 + amount * 4;
  await resolvedTickets(desk, policy, amount, new Date(at - delay).toISOString(), say);
  const inTime = await until(async () => (await clocks(desk)) >= amount, at);
  if (flushed) {
    await sleep(Math.max(0, at - 2_000 - Date.now()));
    say(`${await forget(desk, redisUrl)} jobs forgotten`);
  }

  const late: number[] = [];
  const closed = new Map<string, number>();
  const done = new AbortController();
  const patience = setTimeout(() => done.abort(), 120_000 + amount * 20);
  for await (const { events } of desk.ledger.follow({
    after: null,
    signal: done.signal,
    streamPrefixes: ['ticket-'],
  })) {
    for (const { type, stream, metadata } of events) {
      if (type !== 'TicketClosed') continue;
      late.push(Date.parse(metadata.recordedAt) - at);
      closed.set(stream, (closed.get(stream) ?? 0) + 1);
    }
    if (closed.size >= amount) break;
  }
  clearTimeout(patience);
  const once = [...closed.values()].filter((times) => times === 1).length;
  const what = flushed ? 'after the queue was emptied' : 'due at once';
  const rate = (closed.size * 1_000) / Math.max(1, Math.max(...late));
  return [
    {
      id: 'P9',
      what: `timers ${what}: took effect once`,
      yardstick: `${amount.toLocaleString('en')} timers`,
      reach: { atLeast: 1 },
      ratios: [once / amount],
      ours: `${once} closed`,
      theirs: `${amount} due`,
      note: [
        `${Math.round(rate)} /s, queue in ${redisUrl ? 'Redis' : 'PostgreSQL'}`,
        ...(inTime ? [] : ['the clocks were not all known when they were due']),
      ].join(', '),
    },
    {
      id: 'P9',
      what: `timers ${what}: lateness p99`,
      yardstick: 'the moment they were due',
      reach: null,
      ratios: [quantile(late, 0.99) / 1_000],
      unit: 's',
      ours: `p50 ${short(quantile(late, 0.5) / 1_000)} s`,
      theirs: `p99 ${short(quantile(late, 0.99) / 1_000)} s`,
    },
  ];
}

/** Tickets that were opened and resolved at one moment, written as the write side does but for the numbers. */
async function resolvedTickets(
  desk: Desk,
  policy: TicketPolicy,
  amount: number,
  at: string,
  say: Bench['say'],
): Promise<void> {
  const client = EventStoreDBClient.connectionString(desk.eventStoreUrl);
  const by = demoActor('abe@acme.test', 'agent', policy);
  const { id, role, kind } = by;
  let written = 0;
  const write = async (): Promise<void> => {
    const ticketId = randomUUID();
    written += 1;
    if (written % 10_000 === 0) say(`${written} tickets resolved`);
    const number = `TICK-${written}`;
    let ticket: Ticket = absent;
    const events: TicketEvent[] = [];
    for (const wish of [
      { type: 'OpenTicket', data: { ticketId, number, subject: 'Printer on fire', description: words } },
      { type: 'ResolveTicket', data: { notes: words } },
    ] as const) {
      for (const event of decide({ ...wish, by, at, policy }, ticket)) {
        const revision = BigInt(events.length);
        ticket = evolve(ticket, { ...event, by: { id, role, kind }, at, origin: 'live', revision });
        events.push(event);
      }
    }
    const keyId = await desk.keys.fresh();
    const key = (await desk.keys.get([keyId])).get(keyId) ?? null;
    const commandId = randomUUID();
    const stream = ticketStream('acme', ticketId);
    const context = {
      correlationId: commandId,
      causationId: commandId,
      commandId,
      requestHash: '',
      actor: { id, role, kind },
      policyVersion: policy.version,
      occurredAt: at,
      origin: 'live',
      importedBy: null,
      keyId,
    } as const;
    const about = { stream, revision: 0n, prevHash: null, events, context, recordedAt: at };
    const encoded = encode<LedgerEvents>(ledgerTypes, about, key);
    await client.appendToStream(
      stream,
      encoded.map((one) => jsonEvent({ ...one, data: one.data as JSONType, metadata: { ...one.metadata } })),
      { expectedRevision: NO_STREAM },
    );
  };
  try {
    await byCallers(amount, 64, () => write);
  } finally {
    await client.dispose();
  }
}

const clocks = async ({ database }: Desk): Promise<number> => {
  const { count } = await database.inTenant('acme', (tx) =>
    tx
      .selectFrom('read.due_timers')
      .select(sql<number>`count(*)`.as('count'))
      .where(sql<boolean>`live and resolved`)
      .executeTakeFirstOrThrow(),
  );
  return count;
};

async function until(holds: () => Promise<boolean>, deadline: number): Promise<boolean> {
  while (Date.now() < deadline) {
    if (await holds()) return true;
    await sleep(200);
  }
  return false;
}

/** Everything the queue knew. */
async function forget({ databaseUrl }: Desk, redisUrl: string | null): Promise<string> {
  if (redisUrl !== null) {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const [counted] = await Promise.all([redis.dbsize(), redis.flushall()]);
    redis.disconnect();
    return `keys of ${counted}`;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('delete from bullmq.bullmq_jobs');
    return String(rowCount);
  } finally {
    await client.end();
  }
}
