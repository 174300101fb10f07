// How a command becomes events: load, judge, append, and again when somebody else was faster. Idempotency is one
// mechanism: the command's id in the ticket's stream, and the revision the append names.
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { can, inScope } from '#access';
import { OutcomeUnknown, WrongVersion, type KeyRing } from '#event-store';
import { ticketStream, type Ledger } from '#ledger';
import { formatNumber } from '#policy';
import { decide, exists, may, Rejection, scopeFacts, type Ticket, type TicketCommand, type TicketEvent } from '#ticket';
import {
  ActOnTicket,
  CommandInProgress,
  InvalidReferences,
  KeyReused,
  RevisionMismatch,
  type ActRequest,
  type Receipt,
} from './act-on-ticket.js';
import type { Numbers } from './numbers.js';
import type { PolicyBook } from './policy-book.js';
import { TicketJournal, type Done, type Entry } from './ticket-journal.js';

/** How long a command contends for a ticket that others write to all the time. */
const patienceMs = 10_000;
const longestPauseMs = 32;
const sameKeyWaitMs = 2_000;

export interface WriteSideParts {
  readonly log: Ledger;
  readonly keys: KeyRing;
  readonly policies: PolicyBook;
  readonly numbers: Numbers;
  /** What "now" is for live commands; the system's own clock unless given. */
  readonly clock?: () => Date;
  /** Called once per command that was judged to the end. */
  readonly onCommand?: (seen: { type: string; outcome: string; seconds: number; conflicts: number }) => void;
}

type Judged =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'events'; readonly events: TicketEvent[]; readonly at: string; readonly policyVersion: number };

@CommandHandler(ActOnTicket)
export class ActOnTicketHandler implements ICommandHandler<ActOnTicket> {
  readonly #journal: TicketJournal;
  /** Last task of each ticket: commands of one process to one ticket wait for each other instead of colliding. */
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(private readonly parts: WriteSideParts) {
    this.#journal = new TicketJournal(parts.log);
  }

  async execute({ request }: ActOnTicket): Promise<Receipt> {
    const first = this.#running.get(request.commandId);
    if (first && !(await settledWithin(first, sameKeyWaitMs))) throw new CommandInProgress();
    const work = this.#inTurn(ticketStream(request.by.tenant, request.ticketId), (stream) =>
      this.#act(stream, request),
    );
    this.#running.set(request.commandId, work);
    try {
      return await work;
    } finally {
      if (this.#running.get(request.commandId) === work) this.#running.delete(request.commandId);
    }
  }

  async #act(stream: string, request: ActRequest): Promise<Receipt> {
    const started = performance.now();
    let conflicts = 0;
    const seen = (outcome: string) =>
      this.parts.onCommand?.({
        type: request.command.type,
        outcome,
        seconds: (performance.now() - started) / 1000,
        conflicts,
      });
    try {
      const receipt = await this.#untilSettled(stream, request, () => (conflicts += 1));
      seen(receipt.replayed ? 'replayed' : receipt.changed ? 'accepted' : 'unchanged');
      return receipt;
    } catch (error) {
      seen(error instanceof Rejection ? error.code : error instanceof Error ? error.constructor.name : 'unknown');
      throw error;
    }
  }

  async #untilSettled(stream: string, request: ActRequest, onConflict: () => void): Promise<Receipt> {
    let entry = this.#journal.cached(stream);
    // A cached state may only be trusted by an append; a refusal or a no-op decided on it is decided again.
    let current = false;
    if (!entry && request.command.type === 'OpenTicket') entry = this.#journal.assumeAbsent(stream);
    if (!entry) {
      entry = await this.#journal.readOn(stream);
      current = true;
    }
    const deadline = performance.now() + patienceMs;
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      let judged: Judged;
      try {
        judged = await this.#judge(request, entry);
      } catch (refusal) {
        if (current || !isRefusal(refusal)) throw refusal;
        entry = await this.#journal.readOn(stream, entry);
        current = true;
        continue;
      }
      if (judged.kind === 'receipt') return judged.receipt;
      if (judged.events.length === 0) {
        if (current) return unchanged(request, entry);
        entry = await this.#journal.readOn(stream, entry);
        current = true;
        continue;
      }
      try {
        return await this.#append(request, entry, judged);
      } catch (error) {
        if (performance.now() > deadline) throw error;
        if (error instanceof WrongVersion) {
          onConflict();
          await sleep(Math.random() * pauseMs);
          entry = await this.#journal.readOn(stream, entry);
        } else if (error instanceof OutcomeUnknown) {
          // The answer was lost, perhaps after the commit: only the stream knows.
          this.#journal.evict(stream);
          entry = await this.#journal.readOn(stream);
        } else throw error;
        current = true;
      }
    }
  }

  async #judge(request: ActRequest, entry: Entry): Promise<Judged> {
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
      return { kind: 'receipt', receipt: receiptOf(request.ticketId, done, { replayed: true }) };
    }
    if (!permitted) throw new Rejection('not-allowed');
    let command = asCommand(request.complete ? await request.complete(ticket) : input);
    if (request.ifMatch !== undefined && request.ifMatch !== entry.revision) throw new RevisionMismatch(entry.revision);
    if (command.type === 'OpenTicket' && !ticket) {
      // Decided once before a number is taken, so that refusals leave no gaps.
      decide({ ...command, data: { ...command.data, number: '' } }, entry.ticket);
      const sequence = await this.parts.numbers.next(by, policy);
      command = { ...command, data: { ...command.data, number: formatNumber(policy.numbers.template, sequence, at) } };
    }
    return { kind: 'events', events: decide(command, entry.ticket), at, policyVersion: policy.version };
  }

  async #append(request: ActRequest, entry: Entry, judged: Judged & { kind: 'events' }): Promise<Receipt> {
    const { by } = request;
    const keyId = entry.keyId ?? (await this.parts.keys.fresh());
    const { recorded } = await this.parts.log.append(entry.stream, {
      expected: entry.revision < 0n ? 'no-stream' : entry.revision,
      prevHash: entry.hash,
      events: judged.events,
      context: {
        correlationId: request.correlationId,
        causationId: request.causationId ?? request.correlationId,
        commandId: request.commandId,
        requestHash: request.requestHash,
        actor: { id: by.id, role: by.role, kind: by.kind },
        policyVersion: judged.policyVersion,
        occurredAt: judged.at,
        origin: request.imported ? 'import' : 'live',
        importedBy: request.imported?.by ?? null,
        keyId,
      },
    });
    this.#journal.advance(entry, recorded);
    const done = entry.done.get(request.commandId);
    if (!done) throw new Error(`${entry.stream} does not know the command it was just given`);
    return receiptOf(request.ticketId, done, { replayed: false });
  }

  async #inTurn<T>(stream: string, task: (stream: string) => Promise<T>): Promise<T> {
    const before = this.#queues.get(stream) ?? Promise.resolve();
    const mine = before.then(() => task(stream));
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(stream, settled);
    void settled.then(() => {
      if (this.#queues.get(stream) === settled) this.#queues.delete(stream);
    });
    return mine;
  }
}

/** Hidden is missing: out of scope, never there, or deleted, unless the caller repeats the very deletion. */
function reachable(ticket: Ticket, { by, command }: ActRequest, done: Done | undefined): boolean {
  if (exists(ticket)) return inScope(by.scope, scopeFacts(ticket));
  if (ticket.state === 'deleted') return command.type === 'DeleteTicket' && done !== undefined;
  return command.type === 'OpenTicket';
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Rejection || error instanceof InvalidReferences || error instanceof RevisionMismatch;

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

async function settledWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
