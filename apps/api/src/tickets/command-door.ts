// From a request to the one door for commands, and from its receipt to the answer.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import canonicalize from 'canonicalize';
import { v4, v5 } from 'uuid';
import { ActOnTicket, type ActRequest, type CommandInput, type Receipt } from '#write-side';
import type { Asked } from './asked.js';
import type { ReceiptBody, ReplyReceiptBody } from './command-route.js';
import { TicketIds } from './ticket-ids.js';

const commandSpace = '5c0b8a52-0c1f-5b0e-9c55-0d4f0c8a7b11';
const ticketSpace = '9f1d2a30-7c44-5d53-8b6e-3a5c1e0f2d97';

@Injectable()
export class CommandDoor {
  constructor(
    private readonly commands: CommandBus,
    private readonly ids: TicketIds,
  ) {}

  /** A command to the ticket in the path. `body` is what the caller sent: with the path it makes the request's identity. */
  async act(
    asked: Asked,
    body: object,
    command: CommandInput,
    complete?: ActRequest['complete'],
  ): Promise<ReceiptBody> {
    const ticketId = await this.ids.resolve(asked.by, asked.params.id ?? '');
    return this.#send(asked, body, { ticketId, command, complete, commandId: commandIdOf(asked, ticketId) });
  }

  /** The command that makes a ticket: its id comes from the key, so that the same key meets in one stream. */
  async open(
    asked: Asked,
    body: object,
    command: (ticketId: string) => CommandInput,
    complete: (ticketId: string) => Promise<CommandInput>,
  ): Promise<ReceiptBody> {
    const commandId = commandIdOf(asked, null);
    const ticketId = v5(commandId, ticketSpace);
    const receipt = await this.#send(asked, body, {
      ticketId,
      command: command(ticketId),
      complete: () => complete(ticketId),
      commandId,
    });
    void asked.reply.header('Location', `/v1/tickets/${receipt.id}`);
    return receipt;
  }

  async #send(
    { by, params, ifMatch, correlationId, reply }: Asked,
    body: object,
    request: Pick<ActRequest, 'ticketId' | 'command' | 'complete' | 'commandId'>,
  ): Promise<ReceiptBody> {
    const { id: _id, ...path } = params;
    const asked = canonicalize({ type: request.command.type, body, path }) ?? '';
    const requestHash = createHash('sha256').update(asked).digest('hex');
    const receipt = await this.commands.execute(
      new ActOnTicket({ ...request, by, requestHash, correlationId, ifMatch }),
    );
    void reply.header('ETag', `"${receipt.revision}"`);
    if (receipt.replayed) void reply.header('Idempotency-Replayed', 'true');
    return bodyOf(receipt);
  }
}

function commandIdOf({ by, method, key }: Asked, ticketId: string | null): string {
  if (key === undefined) return v4();
  return v5(JSON.stringify([by.tenant, by.id, method, ticketId, key]), commandSpace);
}

function bodyOf({ id, number, status, state, revision, position, replyId }: Receipt): ReceiptBody | ReplyReceiptBody {
  const receipt = { id, number, status, state, revision: String(revision), position: String(position) };
  return replyId === undefined ? receipt : { ...receipt, replyId };
}
