// Those who send commands: they insist with the same key until they know how it ended, send some twice at once, and
// know nothing of what goes on behind the answers.
import { createHash } from 'node:crypto';
import { systemActor, type Actor } from '#access';
import { ticketStream } from '#ledger';
import { exists } from '#ticket';
import {
  ActOnTicket,
  InvalidReferences,
  KeyReused,
  RevisionMismatch,
  type ActRequest,
  type Receipt,
} from '#write-side';
import { Rejection } from '#ticket';
import { nth, people, wishes } from '../../projections/test/random-log.js';
import type { Writer } from './processes.js';
import type { Asked, Witness } from './witness.js';
import type { World } from './world.js';

export const tenants = ['acme', 'globex'] as const;
/** How many of the newest tickets people still work on. */
const worked = 8;
const patienceMs = 40_000;
const words = ['hello', 'it burns', 'since this morning', 'thank you'];

export interface Desk {
  readonly world: World;
  readonly witness: Witness;
  readonly writers: readonly Writer[];
  /** ids of each tenant's tickets, the newest last */
  readonly tickets: Map<string, string[]>;
}

/** One caller: command after command, as long as it is wanted. */
export async function work(desk: Desk, wanted: () => boolean): Promise<void> {
  const { world } = desk;
  while (wanted()) {
    await world.pause(null, world.chance.below(world.chance.is(0.1) ? 3_000 : 30), 'a caller thinks');
    if (!wanted()) return;
    const asked: Asked = { request: draw(desk), unknown: false };
    desk.witness.asked.set(asked.request.commandId, asked);
    const twice = world.strikes('duplicate');
    await Promise.all([insist(desk, asked), ...(twice ? [insist(desk, asked)] : [])]);
    if (asked.receipt?.changed && world.chance.is(0.03)) await reuse(desk, asked);
  }
}

/** Until it is known how the command ended. */
async function insist(desk: Desk, asked: Asked): Promise<void> {
  const { world, witness } = desk;
  const { request } = asked;
  const stream = ticketStream(request.by.tenant, request.ticketId);
  for (;;) {
    const since = witness.revisions.get(stream) ?? -1n;
    const answer = await send(desk, request);
    if (answer instanceof Error && !isFinal(answer)) {
      world.count('unanswered');
      asked.unknown = true;
      await world.pause(null, world.chance.below(2_000), 'a caller tries again');
      continue;
    }
    world.count(answer instanceof Error ? 'refused' : answer.replayed ? 'replayed' : 'accepted');
    witness.answered(asked, since, answer);
    if (!(answer instanceof Error) && request.command.type === 'OpenTicket' && !answer.replayed)
      desk.tickets.get(request.by.tenant)?.push(request.ticketId);
    return;
  }
}

/** The same key with another request must change nothing, and is told so. */
async function reuse(desk: Desk, { request }: Asked): Promise<void> {
  const answer = await send(desk, { ...request, requestHash: 'another' });
  if (!(answer instanceof Error)) desk.world.fail('I5', `${request.commandId} stood for two requests`);
  else if (answer instanceof KeyReused) desk.world.count('keyReused');
}

const isFinal = (error: Error): boolean =>
  error instanceof Rejection ||
  error instanceof RevisionMismatch ||
  error instanceof KeyReused ||
  error instanceof InvalidReferences;
/** What a caller may be told, besides refusals; anything else is a bug. */
const passing = new Set([
  'LogUnavailable',
  'OutcomeUnknown',
  'WrongVersion',
  'CommandInProgress',
  'VaultUnavailable',
  'Gone',
]);
class Gone extends Error {}

function send({ world, writers }: Desk, request: ActRequest): Promise<Receipt | Error> {
  const writer = writers[world.chance.below(writers.length)];
  return new Promise((resolve) => {
    const settle = (value: Receipt | Error): void => {
      patience.cancelled = true;
      resolve(value);
    };
    const patience = world.later(null, patienceMs, 'a caller gives up', () => settle(new Gone('no answer')));
    const answer = (value: Receipt | Error): void => {
      if (value instanceof Error && !isFinal(value) && !passing.has(value.constructor.name))
        world.fail('I2', `${request.command.type} ends in ${value.stack}`);
      // An answer may be lost on its last way, too.
      if (!world.strikes('lostAnswer')) world.turn(null, 'an answer', () => settle(value));
    };
    const hangUp = (): void => world.turn(null, 'the connection breaks', () => settle(new Gone('hung up')));
    if (!writer || writer.process.dead) return hangUp();
    const goneTo = writer.process.onDeath(hangUp);
    const { type } = request.command;
    world.turn(writer.process, `${type} ${request.commandId.slice(0, 8)}`, () => {
      writer.handler.execute(new ActOnTicket(request)).finally(goneTo).then(answer, answer);
    });
  });
}

function draw({ world: { chance }, witness, tickets }: Desk): ActRequest {
  const tenant = nth(chance.below(2), ...tenants);
  const known = tickets.get(tenant)?.slice(-worked) ?? [];
  const commandId = chance.uuid();
  const someone = { ...nth(chance.below(people.length), ...people), tenant };
  const word = nth(chance.below(words.length), ...words);
  const ticketId = known[chance.below(known.length)];
  if (ticketId === undefined || chance.is(0.08)) {
    const id = chance.uuid();
    const data = { ticketId: id, subject: word, description: word };
    return request(commandId, id, { type: 'OpenTicket', data }, someone, chance.is(0.1));
  }
  const ticket = witness.ticketOf(ticketStream(tenant, ticketId));
  if (ticket.state === 'resolved' && chance.is(0.2)) {
    const data = { generation: ticket.generation - (chance.is(0.1) ? 1n : 0n) };
    return request(commandId, ticketId, { type: 'CloseByTimer', data }, systemActor(tenant));
  }
  const wish = chance.is(0.3) ? wishes[0] : wishes[chance.below(wishes.length)];
  if (!wish) throw new Error('nothing to wish for');
  const wished = wish({ ticket, by: someone, n: chance.below(16), word }) as ActRequest['command'];
  const other = known[chance.below(known.length)] ?? ticketId;
  const merged = exists(ticket) ? ticket.merged?.into : undefined;
  const command =
    wished.type === 'MergeInto' || wished.type === 'UndoMerge'
      ? { ...wished, data: { target: merged ?? other } }
      : wished;
  const asked = request(commandId, ticketId, command, someone, chance.is(0.05));
  const revision = witness.revisions.get(ticketStream(tenant, ticketId));
  return revision !== undefined && chance.is(0.08) ? { ...asked, ifMatch: revision } : asked;
}

const request = (
  commandId: string,
  ticketId: string,
  command: ActRequest['command'],
  by: Actor,
  imported = false,
): ActRequest => ({
  commandId,
  ticketId,
  command,
  by,
  requestHash: createHash('sha256')
    .update(JSON.stringify(command, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)))
    .digest('hex'),
  correlationId: commandId,
  ...(imported ? { imported: { occurredAt: '2025-12-01T00:00:00.000Z', by: 'sue' } } : {}),
});
