// Tickets that `npm run bench -- generate` makes are tickets like any other: a desk goes on where they stop.
import { randomUUID } from 'node:crypto';
import { verifyChain } from '#event-store';
import { isOf, ticketStream, toFact } from '#ledger';
import { absent, evolve, type Ticket, type TicketFact } from '#ticket';
import { give, opening } from '../bench/figures/command-mix.js';
import { eventsOf, generate, spanning } from '../bench/generator/generate.js';
import { generatedPolicy, generatedUnder, prepare } from '../bench/generator/prepare.js';
import { demoActor, openDesk, writerOf } from '../bench/servers.js';

const amount = 200;
const undos: (() => unknown)[] = [];
afterAll(async () => {
  for (const undo of undos.toReversed()) await undo();
});

it('[I3] goes on from generated tickets: read, verified and acted upon', async () => {
  const desk = await openDesk({ atEnd: (undo) => void undos.push(undo) }, { policy: generatedPolicy });
  const policy = await prepare(desk);
  const seen: number[] = [];
  const made = await generate(desk, spanning(amount, 3, policy), ({ tickets }) => void seen.push(tickets));
  expect(made.tickets).toBe(amount);
  expect(seen.at(-1)).toBe(amount);

  const { ledger } = desk;
  const tickets = new Map<string, number>();
  const numbers = new Set<string>();
  for await (const { events } of ledger.readAll({ streamPrefixes: ['ticket-'] })) {
    for (const { stream, type, data } of events) {
      tickets.set(stream, (tickets.get(stream) ?? 0) + 1);
      if (type === 'TicketOpened') numbers.add(`${stream.split('.')[0]} ${data.number}`);
    }
  }
  expect(tickets.size).toBe(amount);
  expect(numbers.size).toBe(amount);
  let open: string | undefined;
  for (const [stream, events] of tickets) {
    expect(await verifyChain(ledger.loadRaw(stream))).toEqual({ ok: true, checked: events });
    let ticket: Ticket = absent;
    for await (const event of ledger.load(stream)) ticket = evolve(ticket, toFact(event) as TicketFact);
    if (['new', 'open', 'in_progress'].includes(ticket.state) && isOf('acme', stream)) open = stream;
  }

  const writer = writerOf(desk);
  const agent = demoActor('abe@acme.test', 'agent', policy);
  const [, ticketId = ''] = open?.split('.') ?? [];
  const noted = await give(writer, agent, ticketId, {
    type: 'AddNote',
    data: { replyId: randomUUID(), body: 'Seen.' },
  });
  expect(noted.revision).toBe(BigInt(tickets.get(open ?? '') ?? 0));
  const another = randomUUID();
  await give(writer, agent, another, opening(another));
  const opened = await ledger.last(ticketStream('acme', another));
  if (opened?.type !== 'TicketOpened') throw new Error('nothing was opened');
  expect(numbers).not.toContain(`ticket-acme ${opened.data.number}`);
});

it('makes the same tickets for the same seed', () => {
  const contents = (seed: number): string =>
    JSON.stringify(
      [...eventsOf(spanning(50, seed, generatedUnder))].map(({ id, type, stream, data }) => [id, type, stream, data]),
    );
  expect(contents(3)).toBe(contents(3));
  expect(contents(4)).not.toBe(contents(3));
});
