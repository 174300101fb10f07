// Resolving all children of a ticket: one event on the parent names them, then each gets a command of its own whose id
// comes from that event. Whoever repeats it, the caller or the worker after a crash, redoes only what is missing.
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import type { Actor } from '#access';
import { ERASED } from '#event-store';
import { ticketStream, type Ledger, type LedgerEvent } from '#ledger';
import { isOpen } from '#ticket';
import { ActOnTicket, type ActRequest, type Receipt } from './act-on-ticket.js';
import type { LinkBook } from './link-book.js';

export type ResolveRequested = Extract<LedgerEvent, { type: 'ChildrenResolveRequested' }>;

export interface ResolveChildrenRequest extends Omit<ActRequest, 'command' | 'complete' | 'imported' | 'causationId'> {
  /** for every child; without any, those the parent itself was last resolved with */
  readonly notes?: string | null;
}

/** What came of one ticket of several. `unchanged`: it was resolved before, by somebody else. */
export type ItemOutcome =
  | { readonly id: string; readonly number: string; readonly revision: bigint; readonly unchanged: boolean }
  | { readonly id: string; readonly number?: string; readonly error: unknown };

export interface ResolvedChildren {
  /** of the command to the parent */
  readonly receipt: Receipt;
  /** every child the caller can reach, in the order they were linked */
  readonly items: readonly ItemOutcome[];
  /** Position in the log of the last event of all. */
  readonly position: bigint;
}

/** @throws what `ActOnTicket` throws for the parent; what a child refuses stands in its item */
export class ResolveChildrenOf extends Command<ResolvedChildren> {
  constructor(readonly request: ResolveChildrenRequest) {
    super();
  }
}

interface Parts {
  readonly log: Ledger;
  readonly links: LinkBook;
  readonly act: ICommandHandler<ActOnTicket>;
}

const atOnce = 8;

@CommandHandler(ResolveChildrenOf)
export class ResolveChildrenHandler implements ICommandHandler<ResolveChildrenOf> {
  constructor(private readonly parts: Parts) {}

  async execute({ request: { notes, ...request } }: ResolveChildrenOf): Promise<ResolvedChildren> {
    const { by, ticketId } = request;
    const { act, links } = this.parts;
    const stream = ticketStream(by.tenant, ticketId);
    const command = (words: string | null, children: string[]) =>
      ({ type: 'ResolveChildren', data: { notes: words, children } }) as const;
    const receipt = await act.execute(
      new ActOnTicket({
        ...request,
        command: command(notes ?? null, []),
        complete: async () => {
          const children = await links.childrenOf(by, ticketId);
          const open = children.filter(({ ticket }) => isOpen(ticket.state)).map(({ id }) => id);
          return command(notes ?? (await this.#notesOf(stream)), open);
        },
      }),
    );
    const asked = receipt.changed ? await this.#requestAt(stream, receipt.revision) : null;
    const done = asked ? await this.finish(asked, by) : [];
    return {
      receipt,
      items: await this.#items(request, done),
      position: done.reduce((last, { position }) => (position > last ? position : last), receipt.position),
    };
  }

  /** The commands a stored request calls for. Those given before answer their first receipt. */
  async finish(request: ResolveRequested, by: Actor): Promise<(ItemOutcome & { readonly position: bigint })[]> {
    const { id: causationId, data, metadata } = request;
    // The parent may have been deleted since, and its words with it.
    const notes = data.notes === ERASED ? null : data.notes;
    const resolve = async (id: string): Promise<ItemOutcome & { readonly position: bigint }> => {
      try {
        const { number, revision, changed, position } = await this.parts.act.execute(
          new ActOnTicket({
            ticketId: id,
            command: { type: 'ResolveTicket', data: { notes } },
            by,
            commandId: v5(id, causationId),
            requestHash: metadata.requestHash,
            correlationId: metadata.$correlationId,
            causationId,
          }),
        );
        return { id, number, revision, unchanged: !changed, position };
      } catch (error) {
        return { id, error, position: 0n };
      }
    };
    const outcomes: (ItemOutcome & { readonly position: bigint })[] = [];
    for (let from = 0; from < data.children.length; from += atOnce) {
      outcomes.push(...(await Promise.all(data.children.slice(from, from + atOnce).map(resolve))));
    }
    return outcomes;
  }

  /** What was asked for now, and what needed nothing, as the list of children has them. */
  async #items(
    { by, ticketId }: Pick<ActRequest, 'by' | 'ticketId'>,
    done: readonly ItemOutcome[],
  ): Promise<ItemOutcome[]> {
    const outcomes = new Map(done.map((outcome) => [outcome.id, outcome]));
    const items: ItemOutcome[] = [];
    for (const { id, ticket, revision } of await this.parts.links.childrenOf(by, ticketId)) {
      const outcome = outcomes.get(id);
      if (outcome) items.push({ ...outcome, number: ticket.number });
      else if (!isOpen(ticket.state)) items.push({ id, number: ticket.number, revision, unchanged: true });
      outcomes.delete(id);
    }
    return [...items, ...outcomes.values()];
  }

  async #requestAt(stream: string, revision: bigint): Promise<ResolveRequested> {
    let found: ResolveRequested | undefined;
    for await (const event of this.parts.log.load(stream, { fromRevision: revision })) {
      if (event.revision === revision && event.type === 'ChildrenResolveRequested') found = event;
    }
    if (!found) throw new Error(`${stream} has no request at revision ${revision}`);
    return found;
  }

  async #notesOf(stream: string): Promise<string | null> {
    let notes: string | null = null;
    for await (const event of this.parts.log.load(stream))
      if (event.type === 'TicketResolved') notes = event.data.notes;
    return notes;
  }
}
