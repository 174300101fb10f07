// How a command becomes events: load, judge, append, and again when somebody else was faster. Idempotency is one
// mechanism: the command's id in the ticket's stream, and the revision the append names.
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { can, canReach } from '#access';
import type { KeyRing } from '#event-store';
import { ticketStream, type Ledger } from '#ledger';
import { formatNumber } from '#policy';
import {
  decide,
  exists,
  may,
  refuseSecrets,
  Rejection,
  scopeFacts,
  type ExistingTicket,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
} from '#ticket';
import {
  ActOnTicket,
  KeyReused,
  RevisionMismatch,
  type ActRequest,
  type CommandInput,
  type Receipt,
} from './act-on-ticket.js';
import type { Numbers } from './numbers.js';
import type { PolicyBook } from './policy-book.js';
import { settle, told, type Judged, type OnCommand } from './settle.js';
import { TicketJournal, type Done, type Entry } from './ticket-journal.js';
import { Turns } from './turns.js';

export interface WriteSideParts {
  readonly log: Ledger;
  readonly keys: KeyRing;
  readonly policies: PolicyBook;
  readonly numbers: Numbers;
  /** What "now" is for live commands; the system's own clock unless given. */
  readonly clock?: () => Date;
  /**
   * Are the things elsewhere that a live command refers to there for its caller? `ticket` null: it is about to be opened.
   * @throws InvalidReferences
   */
  readonly checkReferences?: (command: TicketCommand, ticket: ExistingTicket | null) => Promise<void>;
  /** Called once per command that was judged to the end. */
  readonly onCommand?: OnCommand;
}

interface Plan {
  readonly events: TicketEvent[];
  readonly at: string;
  readonly policyVersion: number;
}

@CommandHandler(ActOnTicket)
export class ActOnTicketHandler implements ICommandHandler<ActOnTicket> {
  readonly #journal: TicketJournal;
  readonly #turns = new Turns();

  constructor(private readonly parts: WriteSideParts) {
    this.#journal = new TicketJournal(parts.log);
  }

  async execute({ request }: ActOnTicket): Promise<Receipt> {
    try {
      return await this.#carryOut(request);
    } catch (refusal) {
      const primary =
        refusal instanceof Rejection && refusal.code === 'ticket-merged' ? this.#primaryFor(request) : null;
      if (!primary) throw refusal;
      return this.#carryOut(primary).catch((error: unknown) => {
        throw error instanceof Rejection && error.code === 'ticket-not-found' ? refusal : error;
      });
    }
  }

  /** What is said on a merged ticket lands in its primary; what it answered stands in the other thread. */
  #primaryFor({ command, ...request }: ActRequest): ActRequest | null {
    const ticket = this.#journal.cached(ticketStream(request.by.tenant, request.ticketId))?.ticket;
    if (!ticket || !exists(ticket) || !ticket.merged || request.complete) return null;
    const there = { ...request, ticketId: ticket.merged.into, ifMatch: undefined };
    if (command.type === 'AddReply')
      return { ...there, command: { ...command, data: { ...command.data, parentId: null } } };
    if (command.type === 'AddNote')
      return { ...there, command: { ...command, data: { ...command.data, parentId: null } } };
    return null;
  }

  async #carryOut(request: ActRequest): Promise<Receipt> {
    const { by, command, commandId } = request;
    const stream = ticketStream(by.tenant, request.ticketId);
    const journal = this.#journal;
    // A key makes a new stream, so a creation finds none; an import is often a repetition, which must not take a number.
    const surelyNew = command.type === 'OpenTicket' && !request.imported;
    return this.#turns.take(stream, commandId, () =>
      told(command.type, this.parts.onCommand, (onConflict) =>
        settle<Entry, Plan>({
          known: journal.cached(stream) ?? (surelyNew ? journal.assumeAbsent(stream) : undefined),
          readOn: (entry) => journal.readOn(stream, entry),
          evict: () => journal.evict(stream),
          judge: (entry) => this.#judge(request, entry),
          append: (entry, plan) => this.#append(request, entry, plan),
          onConflict,
        }),
      ),
    );
  }

  async #judge(request: ActRequest, entry: Entry): Promise<Judged<Plan>> {
    const { by, command: input } = request;
    const at = request.imported?.occurredAt ?? (this.parts.clock?.() ?? new Date()).toISOString();
    const policy = await this.parts.policies.get(by.tenant);
    const asCommand = (completed: ActRequest['command']) => ({ ...completed, by, at, policy }) as TicketCommand;
    const done = entry.done.get(request.commandId);
    if (!reachable(entry.ticket, request, done)) throw new Rejection('ticket-not-found');
    const ticket = exists(entry.ticket) ? entry.ticket : null;
    const permitted = entry.ticket.state === 'deleted' ? can(by, 'delete') : may(asCommand(input), entry.ticket);

    if (done) {
      if (done.requestHash !== request.requestHash) throw new KeyReused();
      if (!permitted) throw new Rejection('not-allowed');
      await this.#erase(entry);
      return { kind: 'receipt', receipt: receiptOf(request.ticketId, done, { replayed: true }) };
    }
    if (!permitted) throw new Rejection('not-allowed');
    if (ticket && isSaid(input)) {
      const receipt = await this.#saidInPrimary(request, entry);
      if (receipt) return { kind: 'receipt', receipt };
    }
    let command = asCommand(request.complete ? await request.complete(ticket) : input);
    if (!request.imported) refuseSecrets(command); // what was written elsewhere is there already
    if (!request.imported) await this.parts.checkReferences?.(command, ticket);
    if (request.ifMatch !== undefined && request.ifMatch !== entry.revision) throw new RevisionMismatch(entry.revision);
    if (command.type === 'OpenTicket' && !ticket) {
      // Decided once before a number is taken, so that refusals leave no gaps.
      decide({ ...command, data: { ...command.data, number: '' } }, entry.ticket);
      const sequence = await this.parts.numbers.next(by, policy);
      command = { ...command, data: { ...command.data, number: formatNumber(policy.numbers.template, sequence, at) } };
    }
    const events = decide(command, entry.ticket);
    if (events.length === 0) return { kind: 'unchanged', receipt: unchanged(request, entry) };
    return { kind: 'plan', plan: { events, at, policyVersion: policy.version } };
  }

  /** A merge may be undone between a command and its repetition: what was said then is not said again. */
  async #saidInPrimary({ by, commandId, requestHash }: ActRequest, { primaries }: Entry): Promise<Receipt | null> {
    for (const id of primaries) {
      const stream = ticketStream(by.tenant, id);
      // Not the cached entry: whoever is deciding on that would append at a revision it has not judged.
      const { ticket, done } = await this.#journal.at(stream);
      const said = done.get(commandId);
      if (!said) continue;
      if (said.requestHash !== requestHash) throw new KeyReused();
      if (!exists(ticket) || !canReach(by, scopeFacts(ticket))) throw new Rejection('ticket-not-found');
      return receiptOf(id, said, { replayed: true });
    }
    return null;
  }

  async #append(request: ActRequest, entry: Entry, { events, at, policyVersion }: Plan): Promise<Receipt> {
    const { by } = request;
    // Why a ticket was deleted is read when its own key is gone.
    const ends = events.some(({ type }) => type === 'TicketTombstoned');
    const keyId = (ends ? null : entry.keyId) ?? (await this.parts.keys.fresh());
    const { recorded } = await this.parts.log.append(entry.stream, {
      expected: entry.revision < 0n ? 'no-stream' : entry.revision,
      prevHash: entry.hash,
      events,
      context: {
        correlationId: request.correlationId,
        causationId: request.causationId ?? request.correlationId,
        commandId: request.commandId,
        requestHash: request.requestHash,
        actor: { id: by.id, role: by.role, kind: by.kind },
        policyVersion,
        occurredAt: at,
        origin: request.imported ? 'import' : 'live',
        importedBy: request.imported?.by ?? null,
        keyId,
      },
    });
    this.#journal.advance(entry, recorded);
    await this.#erase(entry);
    const done = entry.done.get(request.commandId);
    if (!done) throw new Error(`${entry.stream} does not know the command it was just given`);
    return receiptOf(request.ticketId, done, { replayed: false });
  }

  /** What was cut off between a deletion and this is done by its repetition, or by the reaction to it. */
  async #erase({ ticket, keyId }: Entry): Promise<void> {
    if (ticket.state === 'deleted' && keyId !== null) await this.parts.keys.destroy(keyId);
  }
}

const isSaid = ({ type }: CommandInput): boolean => type === 'AddReply' || type === 'AddNote';

/**
 * Hidden is missing: out of scope, never there, or deleted, unless the caller repeats the very deletion. A program that
 * sees no tickets at all is still told again which one it has opened.
 */
function reachable(ticket: Ticket, { by, command }: ActRequest, done: Done | undefined): boolean {
  const blind = by.scope.length === 0;
  if (exists(ticket)) return canReach(by, scopeFacts(ticket)) || (blind && command.type === 'OpenTicket' && !!done);
  if (ticket.state === 'deleted') return command.type === 'DeleteTicket' && done !== undefined;
  return command.type === 'OpenTicket';
}

const receiptOf = (id: string, done: Done, { replayed }: { replayed: boolean }): Receipt => ({
  id,
  number: done.number,
  status: done.status,
  state: done.state,
  revision: done.revision,
  position: done.position,
  ...(done.replyId === undefined ? {} : { replyId: done.replyId }),
  replayed,
  changed: true,
});

function unchanged(request: ActRequest, entry: Entry): Receipt {
  if (!exists(entry.ticket)) throw new Rejection('ticket-not-found');
  const { number, status, state } = entry.ticket;
  return {
    id: request.ticketId,
    number,
    status,
    state,
    revision: entry.revision,
    position: entry.position,
    replayed: false,
    changed: false,
  };
}
