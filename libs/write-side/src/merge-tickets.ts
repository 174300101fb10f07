// Merging tickets: each primary takes its source in first, which is the truth of it, then the source ends. Whoever repeats
// it, the caller or the worker after a crash, gives the same commands again; where a source cannot follow, the primary
// gives it back.
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { can, systemActor, type Actor } from '#access';
import type { LedgerEvent } from '#ledger';
import { Rejection } from '#ticket';
import { ActOnTicket, KeyReused, RevisionMismatch, type ActRequest, type Receipt } from './act-on-ticket.js';
import type { LinkBook } from './link-book.js';
import type { ItemOutcome } from './resolve-children.js';

export interface MergeRequest extends Omit<ActRequest, 'command' | 'complete' | 'imported' | 'causationId'> {
  readonly does: 'merge' | 'unmerge';
  /** `key`: as the caller named it; `id` null: there is no such ticket */
  readonly sources: readonly { readonly key: string; readonly id: string | null }[];
}

export interface Merged {
  /** in the order of the request */
  readonly items: readonly ItemOutcome[];
  /** of the last event of all; null: nothing has changed */
  readonly position: bigint | null;
}

/** @throws what `ActOnTicket` throws for the primary; what a source refuses stands in its item */
export class MergeTickets extends Command<Merged> {
  constructor(readonly request: MergeRequest) {
    super();
  }
}

export type AbsorbedEvent = Extract<LedgerEvent, { type: 'TicketAbsorbed' }>;
export type ReleasedEvent = Extract<LedgerEvent, { type: 'TicketReleased' }>;

interface Parts {
  readonly links: LinkBook;
  readonly act: ICommandHandler<ActOnTicket>;
}

/** The command to a primary that the rest follows from. */
type Cause = Pick<ActRequest, 'commandId' | 'requestHash' | 'correlationId'>;
type Pair = { readonly target: string; readonly source: string };

@CommandHandler(MergeTickets)
export class MergeTicketsHandler implements ICommandHandler<MergeTickets> {
  constructor(private readonly parts: Parts) {}

  async execute({ request }: MergeTickets): Promise<Merged> {
    const { by, ticketId: target, does, sources } = request;
    await this.#judgePrimary(by, target);
    const items: ItemOutcome[] = [];
    let position: bigint | null = null;
    for (const [index, { key, id: source }] of sources.entries()) {
      try {
        const reached = source === null ? null : await this.parts.links.ticket(by, source);
        if (!reached) throw new Rejection('ticket-not-found');
        // The first one binds the key: the same key with other sources is refused.
        const commandId = index === 0 ? request.commandId : v5(reached.id, request.commandId);
        const cause = { ...request, commandId, ...(index > 0 && { ifMatch: undefined }) };
        const pair = { target, source: reached.id };
        const done = does === 'merge' ? await this.#merge(by, pair, cause) : await this.#unmerge(by, pair, cause);
        for (const receipt of done) {
          if (position === null || receipt.position > position) position = receipt.position;
        }
        const unchanged = done.every(({ changed }) => !changed);
        const revision = done.at(-1)?.revision ?? reached.revision;
        items.push({ id: reached.id, number: reached.ticket.number, revision, unchanged });
      } catch (error) {
        if (error instanceof RevisionMismatch || error instanceof KeyReused) throw error;
        items.push({ id: source ?? key, error });
      }
    }
    return { items, position };
  }

  /** What follows from an event that is stored, in the name of the system: what the caller did already stays. */
  async finish({ type, data: { source }, stream, metadata }: AbsorbedEvent | ReleasedEvent): Promise<void> {
    const [, tenant = '', target = ''] = /^ticket-([a-z0-9]+)\.(.+)$/.exec(stream) ?? [];
    const { commandId, requestHash, $correlationId: correlationId } = metadata;
    const cause = { commandId, requestHash, correlationId };
    const by = systemActor(tenant);
    if (type === 'TicketAbsorbed') await this.#mergeSource(by, { target, source }, cause);
    else await this.undo(by, { target, source }, cause);
  }

  /** The source goes on by itself. */
  undo(by: Actor, { target, source }: Pair, { commandId, requestHash, correlationId }: Cause): Promise<Receipt> {
    return this.parts.act.execute(
      new ActOnTicket({
        ticketId: source,
        command: { type: 'UndoMerge', data: { target } },
        by,
        commandId: v5(`undo ${source}`, commandId),
        requestHash,
        correlationId,
        causationId: commandId,
      }),
    );
  }

  async #judgePrimary(by: Actor, id: string): Promise<void> {
    const primary = await this.parts.links.ticket(by, id);
    if (!primary) throw new Rejection('ticket-not-found');
    if (!can(by, 'merge')) throw new Rejection('not-allowed');
    if (primary.ticket.merged) throw new Rejection('ticket-merged', 'it is merged: its primary is the one to act on');
  }

  async #merge(by: Actor, pair: Pair, cause: Cause & Pick<ActRequest, 'ifMatch'>): Promise<Receipt[]> {
    const { links, act } = this.parts;
    const absorb = (source: Parameters<typeof asSource>[0]) =>
      ({ type: 'AbsorbTicket', data: asSource(source) }) as const;
    const absorbed = await act.execute(
      new ActOnTicket({
        ...requestOf(by, cause),
        ticketId: pair.target,
        ifMatch: cause.ifMatch,
        command: absorb(null),
        complete: async () => absorb(await links.ticket(by, pair.source)),
      }),
    );
    return [absorbed, await this.#mergeSource(by, pair, cause)];
  }

  async #mergeSource(by: Actor, { target, source }: Pair, cause: Cause): Promise<Receipt> {
    const { links, act } = this.parts;
    const { commandId } = cause;
    const command = { type: 'MergeInto', data: { target } } as const;
    try {
      return await act.execute(
        new ActOnTicket({
          ...requestOf(by, cause),
          ticketId: source,
          command,
          commandId: v5('merge', commandId),
          causationId: commandId,
          complete: async () => {
            // Given back meanwhile: then there is nothing to follow.
            const primary = await links.ticket(systemActor(by.tenant), target);
            if (!primary?.ticket.absorbed?.includes(source)) throw new Rejection('ticket-not-found');
            return command;
          },
        }),
      );
    } catch (refusal) {
      if (refusal instanceof Rejection) await this.#giveBack({ target, source }, by, cause);
      throw refusal;
    }
  }

  async #giveBack({ target, source }: Pair, { tenant }: Actor, cause: Cause): Promise<void> {
    const { commandId } = cause;
    await this.parts.act
      .execute(
        new ActOnTicket({
          ...requestOf(systemActor(tenant), cause),
          ticketId: target,
          command: { type: 'ReleaseTicket', data: { source } },
          commandId: v5('give back', commandId),
          causationId: commandId,
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error; // deleted meanwhile
      });
  }

  async #unmerge(by: Actor, pair: Pair, cause: Cause & Pick<ActRequest, 'ifMatch'>): Promise<Receipt[]> {
    const released = await this.parts.act.execute(
      new ActOnTicket({
        ...requestOf(by, cause),
        ticketId: pair.target,
        ifMatch: cause.ifMatch,
        command: { type: 'ReleaseTicket', data: { source: pair.source } },
      }),
    );
    return [released, await this.undo(by, pair, cause)];
  }
}

const requestOf = (by: Actor, { commandId, requestHash, correlationId }: Cause) => ({
  by,
  commandId,
  requestHash,
  correlationId,
});

function asSource(reached: Awaited<ReturnType<LinkBook['ticket']>>) {
  if (!reached) return { source: null, upToRevision: '' };
  const { ticketId, clientId, requesterId, merged, absorbed } = reached.ticket;
  return { source: { ticketId, clientId, requesterId, merged, absorbed }, upToRevision: String(reached.revision) };
}
