// The commands of a desk's day, for figures that need some: tickets are opened, answered, tagged, handed on.
import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { ActOnTicket, type ActOnTicketHandler, type CommandInput, type Receipt } from '#write-side';
import { words } from '../yardsticks/plain-append.js';

export const opening = (ticketId: string): CommandInput => ({
  type: 'OpenTicket',
  data: { ticketId, subject: 'Printer on fire', description: words },
});

/** The nth command of a ticket's life; each changes something. */
export function nextCommand(ticketId: string, n: number): CommandInput {
  if (n === 0) return opening(ticketId);
  switch (n % 4) {
    case 1:
      return { type: 'AddReply', data: { replyId: randomUUID(), body: words } };
    case 2:
      return { type: 'AddNote', data: { replyId: randomUUID(), body: words } };
    case 3:
      return { type: 'TagTicket', data: { tag: `tag-${n}` } };
    default:
      return { type: 'SetPriority', data: { priority: n % 8 === 0 ? 'high' : 'low' } };
  }
}

export function give(writer: ActOnTicketHandler, by: Actor, ticketId: string, command: CommandInput): Promise<Receipt> {
  const commandId = randomUUID();
  // As a request's hash is made, for each command anew.
  const requestHash = createHash('sha256').update(JSON.stringify(command)).digest('hex');
  return writer.execute(new ActOnTicket({ ticketId, command, by, commandId, requestHash, correlationId: commandId }));
}

/** As many commands as wanted, ten to a ticket; those of one ticket one after the other. */
export function desksDay(writer: ActOnTicketHandler, by: Actor): () => () => Promise<Receipt> {
  return () => {
    let ticketId = randomUUID();
    let n = 0;
    return () => {
      if (n === 10) {
        ticketId = randomUUID();
        n = 0;
      }
      const given = give(writer, by, ticketId, nextCommand(ticketId, n));
      n += 1;
      return given;
    };
  };
}
