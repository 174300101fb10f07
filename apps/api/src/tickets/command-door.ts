// From a request to the one door for commands, and from its receipt to the answer.
import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import canonicalize from 'canonicalize';
import { v4, v5 } from 'uuid';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import {
  ActOnTicket,
  LinkTickets,
  MergeTickets,
  PolicyBook,
  ResolveChildrenOf,
  SplitTicket,
  type ActRequest,
  type CommandInput,
  type LinkRequest,
  type Receipt,
} from '#write-side';
import { RefusedCommands } from '../audit/refused-commands.js';
import { refusalOf } from '../http/refusals.js';
import { writtenSecrets } from '#ticket';
import type { Asked } from './asked.js';
import type { ReceiptBody, ReplyReceiptBody, SecretWarningBody } from './command-route.js';
import {
  toResult,
  type ItemResult,
  type MergeResultsBody,
  type ResultsBody,
  type SplitResultsBody,
} from './item-results.js';
import { TicketIds } from './ticket-ids.js';

const commandSpace = '5c0b8a52-0c1f-5b0e-9c55-0d4f0c8a7b11';
/** Tickets of one bulk command that are worked on at the same time. */
const atOnce = 8;
const ticketSpace = '9f1d2a30-7c44-5d53-8b6e-3a5c1e0f2d97';

@Injectable()
export class CommandDoor {
  constructor(
    private readonly commands: CommandBus,
    private readonly ids: TicketIds,
    private readonly refused: RefusedCommands,
    private readonly policies: PolicyBook,
  ) {}

  /** A command to the ticket in the path. `body` is what the caller sent: with the path it makes the request's identity. */
  async act(
    asked: Asked,
    body: object,
    command: CommandInput,
    complete?: ActRequest['complete'],
  ): Promise<ReceiptBody> {
    const receipt = await this.receipt(asked, body, command, complete);
    return answer(receipt, await this.#warnings(asked, command));
  }

  /** Like `act`, for surfaces that answer in words of their own. */
  async receipt(
    asked: Asked,
    body: object,
    command: CommandInput,
    complete?: ActRequest['complete'],
  ): Promise<Receipt> {
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
    const receipt = await this.openingReceipt(asked, body, command, complete);
    return answer(receipt, await this.#warnings(asked, command(receipt.id)));
  }

  /** Like `open`, for surfaces that answer in words of their own; `at` is where they keep their tickets. */
  async openingReceipt(
    asked: Asked,
    body: object,
    command: (ticketId: string) => CommandInput,
    complete: (ticketId: string) => Promise<CommandInput>,
    at = '/v1/tickets',
  ): Promise<Receipt> {
    const commandId = commandIdOf(asked, null);
    const ticketId = newTicketId(commandId);
    const receipt = await this.#send(asked, body, {
      ticketId,
      command: command(ticketId),
      complete: () => complete(ticketId),
      commandId,
    });
    void asked.reply.header('Location', `${at}/${receipt.id}`);
    return receipt;
  }

  /** What of the caller's own words looks like a secret. */
  async #warnings({ by }: Asked, command: CommandInput): Promise<SecretWarningBody[]> {
    const { onSecrets = 'warn' } = await this.policies.get(by.tenant);
    return onSecrets === 'off' ? [] : writtenSecrets(command).map(({ field, kind }) => ({ field, kind }));
  }

  /** A link lies between two tickets: the receipt is of the one in the path. `other`: UUID or number. */
  async link(
    asked: Asked,
    body: object,
    { other, ...command }: Omit<LinkRequest['command'], 'otherId'> & { other: string },
  ): Promise<ReceiptBody> {
    const { by, correlationId, ifMatch, reply } = asked;
    const ticketId = await this.ids.resolve(by, asked.params.id ?? '');
    const otherId = await this.ids.find(by, other);
    const identity = { commandId: commandIdOf(asked, ticketId), requestHash: hashOf(asked, command.type, body) };
    const receipt = await this.commands.execute(
      new LinkTickets({ ticketId, command: { ...command, otherId }, by, ...identity, correlationId, ifMatch }),
    );
    return answer(label(receipt, reply));
  }

  /** A command to the parent, and one to each child. */
  async resolveChildren(asked: Asked, body: object, notes: string | undefined): Promise<ResultsBody> {
    const { by, correlationId, ifMatch, reply } = asked;
    const ticketId = await this.ids.resolve(by, asked.params.id ?? '');
    const identity = { commandId: commandIdOf(asked, ticketId), requestHash: hashOf(asked, 'ResolveChildren', body) };
    const { receipt, items, position } = await this.commands.execute(
      new ResolveChildrenOf({ ticketId, notes, by, ...identity, correlationId, ifMatch }),
    );
    label(receipt, reply);
    return { results: items.map(toResult), position: String(position) };
  }

  /** A command to the primary, and one to each source. */
  async merge(
    asked: Asked,
    body: object,
    does: 'merge' | 'unmerge',
    keys: readonly string[],
  ): Promise<MergeResultsBody> {
    const { by, correlationId, ifMatch } = asked;
    const ticketId = await this.ids.resolve(by, asked.params.id ?? '');
    const sources = await Promise.all(keys.map(async (key) => ({ key, id: await this.ids.find(by, key) })));
    const identity = { commandId: commandIdOf(asked, ticketId), requestHash: hashOf(asked, does, body) };
    const { items, position } = await this.commands.execute(
      new MergeTickets({ ticketId, does, sources, by, ...identity, correlationId, ifMatch }),
    );
    return { results: items.map(toResult), position: position === null ? null : String(position) };
  }

  /** A command to the old ticket, from which the new one and the link follow. */
  async split(asked: Asked, body: { replyIds: string[]; subject: string }): Promise<SplitResultsBody> {
    const { by, correlationId, ifMatch, reply } = asked;
    const ticketId = await this.ids.resolve(by, asked.params.id ?? '');
    const commandId = commandIdOf(asked, ticketId);
    const identity = { commandId, requestHash: hashOf(asked, 'SplitOff', body) };
    const { receipt, into, position } = await this.commands.execute(
      new SplitTicket({ ticketId, ...body, into: newTicketId(commandId), by, ...identity, correlationId, ifMatch }),
    );
    label(receipt, reply);
    return {
      results: body.replyIds.map((id) => ({ id, ok: true })),
      into: { id: into.id, number: into.number, revision: String(into.revision) },
      position: String(position),
    };
  }

  /** The same command to several tickets, a few at a time; results in the order of `keys`. */
  async each(asked: Asked, keys: readonly string[], body: object, command: () => CommandInput): Promise<ItemResult[]> {
    const results: ItemResult[] = [];
    for (let from = 0; from < keys.length; from += atOnce) {
      const batch = keys.slice(from, from + atOnce).map((key) => this.#one(asked, key, body, command()));
      results.push(...(await Promise.all(batch)));
    }
    return results;
  }

  async #one(asked: Asked, key: string, body: object, command: CommandInput): Promise<ItemResult> {
    const { by, correlationId } = asked;
    let id: string | null = null;
    try {
      id = await this.ids.resolve(by, key);
      const identity = { commandId: commandIdOf(asked, id), requestHash: hashOf(asked, command.type, body) };
      const { changed, ...receipt } = await this.commands.execute(
        new ActOnTicket({ ticketId: id, command, by, ...identity, correlationId }),
      );
      return toResult({ ...receipt, unchanged: !changed });
    } catch (error) {
      const refusal = refusalOf(error);
      const action = command.type;
      if (refusal)
        this.refused.note(by, asked.reply.request, { status: refusal.status, code: refusal.code, ticket: key, action });
      return toResult({ id: id ?? key, error });
    }
  }

  async #send(
    asked: Asked,
    body: object,
    request: Pick<ActRequest, 'ticketId' | 'command' | 'complete' | 'commandId'>,
  ): Promise<Receipt> {
    const { by, ifMatch, correlationId, reply } = asked;
    const requestHash = hashOf(asked, request.command.type, body);
    const receipt = await this.commands.execute(
      new ActOnTicket({ ...request, by, requestHash, correlationId, ifMatch }),
    );
    return label(receipt, reply);
  }
}

/** Whoever repeats the command means the same ticket. */
export const newTicketId = (commandId: string): string => v5(commandId, ticketSpace);

/** What was asked for, whatever the order of its fields: the same key for anything else is refused. */
export function hashOf({ params: { id: _id, ...path } }: Pick<Asked, 'params'>, type: string, body: object): string {
  return hash('sha256', canonicalize({ type, body, path }) ?? '', 'hex');
}

/** `ticketId`: whom the command goes to; null where that is made by it. */
export function commandIdOf(
  { by, method, key }: Pick<Asked, 'method' | 'key'> & { readonly by: Pick<Actor, 'tenant' | 'id'> },
  ticketId: string | null,
): string {
  if (key === undefined) return v4();
  return v5(JSON.stringify([by.tenant, by.id, method, ticketId, key]), commandSpace);
}

function label(receipt: Receipt, reply: FastifyReply): Receipt {
  void reply.header('ETag', `"${receipt.revision}"`);
  if (receipt.replayed) void reply.header('Idempotency-Replayed', 'true');
  return receipt;
}

function answer(
  { id, number, status, state, replyId, revision, position }: Receipt,
  warnings: SecretWarningBody[] = [],
): ReceiptBody | ReplyReceiptBody {
  const told = { id, number, status, state, revision: String(revision), position: String(position) };
  return { ...told, ...(replyId !== undefined && { replyId }), ...(warnings.length > 0 && { warnings }) };
}
