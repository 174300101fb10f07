// Splitting a ticket: its own stream says first which replies leave it, so that each leaves once, whoever splits at the same
// time. Then the new ticket is opened with their texts under its own key, and linked. Whoever repeats it, the caller or the
// worker after a crash, gives the same commands again.
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { can, systemActor, type Actor } from '#access';
import { ERASED } from '#event-store';
import { ticketStream, toFact, type Ledger, type LedgerEvent } from '#ledger';
import { limits, Rejection, repaint, type Picture } from '#ticket';
import { ActOnTicket, type ActRequest, type Receipt } from './act-on-ticket.js';
import { LinkTickets } from './link-tickets.js';

export interface SplitRequest extends Omit<ActRequest, 'command' | 'complete' | 'imported' | 'causationId'> {
  readonly replyIds: readonly string[];
  readonly subject: string;
  /** id of the ticket to be opened: the same for the same commandId */
  readonly into: string;
}

export interface Split {
  /** of the command to the old ticket */
  readonly receipt: Receipt;
  /** as it was opened */
  readonly into: Receipt;
  /** of the last event of all */
  readonly position: bigint;
}

/** @throws what `ActOnTicket` throws for the old ticket */
export class SplitTicket extends Command<Split> {
  constructor(readonly request: SplitRequest) {
    super();
  }
}

export type SplitEvent = Extract<LedgerEvent, { type: 'ReplySplitOff' }>;

interface Parts {
  readonly log: Ledger;
  readonly act: ICommandHandler<ActOnTicket>;
  readonly link: ICommandHandler<LinkTickets>;
}

@CommandHandler(SplitTicket)
export class SplitTicketHandler implements ICommandHandler<SplitTicket> {
  constructor(private readonly parts: Parts) {}

  async execute({ request: { replyIds, subject, into, ...request } }: SplitTicket): Promise<Split> {
    const { by, ticketId } = request;
    const stream = ticketStream(by.tenant, ticketId);
    const command = { type: 'SplitOff', data: { replyIds, subject, into } } as const;
    const receipt = await this.parts.act.execute(
      new ActOnTicket({
        ...request,
        command,
        complete: async () => {
          refuseTooMuch(await this.#before(stream), replyIds);
          return command;
        },
      }),
    );
    const { opened, linked } = await this.#carryOn(await this.#splitAt(stream, receipt.revision), by);
    if (!opened) throw new Rejection('ticket-not-found');
    const position = [receipt.position, opened.position, linked].reduce((last, one) => (one > last ? one : last));
    return { receipt, into: opened, position };
  }

  /** What follows from an event that is stored, in the name of the system: what the caller did already stays. */
  async finish(event: SplitEvent): Promise<void> {
    await this.#carryOn(event, systemActor(placeOf(event).tenant));
  }

  async #carryOn(event: SplitEvent, by: Actor): Promise<{ opened: Receipt | null; linked: bigint }> {
    const { into, subject, replyIds } = event.data;
    const { commandId, requestHash, $correlationId: correlationId } = event.metadata;
    const cause = { requestHash, correlationId };
    const source = await this.#before(event.stream, event.revision);
    // The old ticket was deleted meanwhile, and what was to move with it.
    if (!source || subject === ERASED) return { opened: null, linked: 0n };
    const opened = await this.parts.act.execute(
      new ActOnTicket({
        ...cause,
        ticketId: into,
        command: {
          type: 'OpenTicket',
          data: { ticketId: into, subject: '', split: { source, subject, replyIds, idOf: (id) => v5(id, into) } },
        },
        by,
        commandId: v5('open', commandId),
        causationId: commandId,
      }),
    );
    return { opened, linked: await this.#link(event, by, { ...cause, commandId: v5('link', commandId) }) };
  }

  /** Position of the link; zero where one of the two is gone by now. */
  async #link(
    event: SplitEvent,
    by: Actor,
    cause: Pick<ActRequest, 'commandId' | 'requestHash' | 'correlationId'>,
  ): Promise<bigint> {
    const { tenant, id } = placeOf(event);
    try {
      const { position } = await this.parts.link.execute(
        new LinkTickets({
          ...cause,
          ticketId: id,
          command: { type: 'AddLink', linkType: 'related_to', otherId: event.data.into },
          by: can(by, 'link') ? by : systemActor(tenant),
        }),
      );
      return position;
    } catch (error) {
      if (error instanceof Rejection) return 0n;
      throw error;
    }
  }

  /** The ticket as it was before `revision`, or as it is; null: it never was. */
  async #before(stream: string, revision?: bigint): Promise<Picture | null> {
    let picture: Picture | null = null;
    for await (const event of this.parts.log.load(stream)) {
      if (revision !== undefined && event.revision >= revision) break;
      const fact = toFact(event);
      if (fact) picture = repaint(picture, fact);
    }
    return picture;
  }

  async #splitAt(stream: string, revision: bigint): Promise<SplitEvent> {
    for await (const event of this.parts.log.load(stream, { fromRevision: revision })) {
      if (event.type === 'ReplySplitOff') return event;
    }
    throw new Error(`${stream} has no split at revision ${revision}`);
  }
}

function placeOf({ stream }: LedgerEvent): { readonly tenant: string; readonly id: string } {
  const [, tenant = '', id = ''] = /^ticket-([a-z0-9]+)\.(.+)$/.exec(stream) ?? [];
  return { tenant, id };
}

function refuseTooMuch(picture: Picture | null, replyIds: readonly string[]): void {
  const moved = new Set(replyIds);
  const texts = picture?.replies.filter(({ id }) => moved.has(id)) ?? [];
  if (texts.reduce((sum, { body }) => sum + body.length, 0) > limits.textPerSplit) {
    throw new Rejection('unknown-value', 'are too long together: split them off in parts', 'replyIds');
  }
}
