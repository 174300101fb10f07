// Sees everything that is stored, committed and answered in a world, and holds it against the invariants: as it happens
// where that is possible, the rest when the world has come to rest.
import { isDeepStrictEqual } from 'node:util';
import { decode, verifyChain, type EventMetadata, type StoredEvent } from '#event-store';
import { ledgerTypes, ticketStream, toFact, type LedgerEvent } from '#ledger';
import { published, type TicketPolicy } from '#policy';
import type { Row, RowModel } from '#projection';
import { absent, decide, evolve, type Ticket, type TicketCommand } from '#ticket';
import type { ActRequest, Receipt } from '#write-side';
import { keyOf, type Stored } from './tables.js';
import type { SimulatedVault } from './vault.js';
import type { World } from './world.js';

/** A command that somebody sent, as often as it took. */
export interface Asked {
  readonly request: ActRequest;
  /** what was answered for good */
  receipt?: Receipt;
  refusal?: Error;
  /** At least one attempt went unanswered: what it set off may come to pass later. */
  unknown: boolean;
  /** Said in the primary by an attempt whose answer was lost, and on the ticket itself once the merge was undone. */
  landedTwice?: boolean;
}

/** The events of one append. */
interface EventSet {
  readonly stream: string;
  readonly events: readonly LedgerEvent[];
  readonly before: Ticket;
}

/** A read model as a plain loop over the log makes it. */
interface Replay {
  readonly rows: Map<string, Row>;
  upTo: number;
}

export class Witness {
  readonly asked = new Map<string, Asked>();
  readonly tickets = new Map<string, Ticket>();
  readonly #log: LedgerEvent[] = [];
  readonly #sets = new Map<string, EventSet>();
  readonly #policies = new Map<string, TicketPolicy>();
  readonly #replays = new Map<string, Replay>();
  readonly #unmerged = new Set<string>();
  /** where the last ticket was deleted */
  #lastEnd = 0n;

  constructor(
    private readonly world: World,
    private readonly vault: SimulatedVault,
  ) {}

  /** How far a stream has come; -1: nowhere. */
  readonly revisions = new Map<string, bigint>();

  readonly stored = (stored: readonly StoredEvent[]): void => {
    const [first] = stored;
    if (!first) return;
    const { stream } = first;
    const before = this.tickets.get(stream) ?? absent;
    const events = stored.map((event) => {
      const { keyId } = event.metadata as EventMetadata;
      return decode(ledgerTypes, event, keyId === null ? undefined : (this.vault.keys.get(keyId) ?? null));
    });
    const { commandId } = first.metadata as EventMetadata;
    const known = this.#sets.get(commandId);
    if (!known) this.#sets.set(commandId, { stream, events, before });
    else if (!this.#mayLandTwice(commandId, [known.stream, stream]))
      this.world.fail('I5', `${commandId} has two sets of events, one in ${stream}`);
    for (const event of events) {
      if (event.revision !== (this.revisions.get(stream) ?? -1n) + 1n)
        this.world.fail('I3', `revision ${event.revision} in ${stream} after ${this.revisions.get(stream)}`);
      this.revisions.set(stream, event.revision);
      this.#log.push(event);
      if (event.type === 'TicketTombstoned') this.#lastEnd = event.position;
      if (event.type === 'MergeUndone') this.#unmerged.add(stream);
      if (event.type === 'TicketPolicyPublished')
        this.#policies.set(
          `${stream.slice('policy-'.length)}|${event.revision}`,
          published(event.data, event.revision),
        );
      const fact = toFact(event);
      if (fact) this.tickets.set(stream, evolve(this.tickets.get(stream) ?? absent, fact));
    }
  };

  /** Two streams share no revision: what is still on its way to a primary cannot be seen from the ticket set free. */
  #mayLandTwice(commandId: string, streams: readonly [string, string]): boolean {
    const asked = this.asked.get(commandId);
    if (!asked || streams[0] === streams[1]) return false;
    const { ticketId, by } = asked.request;
    const own = ticketStream(by.tenant, ticketId);
    if (!streams.includes(own) || !this.#unmerged.has(own)) return false;
    asked.landedTwice = true;
    this.world.count('landedTwice');
    return true;
  }

  /** An append went unanswered: whoever writes will look, and may be refused by then. */
  readonly unanswered = ([first]: readonly { readonly metadata: object }[]): void => {
    const asked = first && this.asked.get((first.metadata as EventMetadata).commandId);
    if (asked) asked.unknown = true;
  };

  /** Rows equal a replay, wherever the bookmark comes to stand. */
  readonly committed = ({ model, rows, bookmark }: Stored, from: bigint | null): void => {
    const position = bookmark?.position ?? null;
    if (position === null || position === from) return;
    if (from !== null && position < from) this.world.fail('I6', `${model.name} went back from ${from} to ${position}`);
    const { keys, replay } = this.#replayed(model, position);
    for (const [key, { row: wanted, stream }] of keys) {
      // Its key is destroyed, so the projector reads less than was written, until the ticket's end reaches it too.
      if (this.ticketOf(stream).state === 'deleted') continue;
      const found = rows.get(key);
      if (!isDeepStrictEqual(found === undefined ? undefined : JSON.parse(found), asJson(wanted)))
        this.world.fail(
          'I4',
          `${model.name} has another row ${key} at ${position} than a replay: ${found?.slice(0, 200)}`,
        );
    }
    if (position >= this.#lastEnd && rows.size !== replay.rows.size)
      this.world.fail('I4', `${model.name} has ${rows.size} rows at ${position}, a replay ${replay.rows.size}`);
  };

  /** A receipt or a refusal came back. */
  answered(asked: Asked, sinceRevision: bigint, answer: Receipt | Error): void {
    if (answer instanceof Error) {
      asked.refusal ??= answer;
      return;
    }
    const { request } = asked;
    if (asked.landedTwice) return;
    if (!answer.changed) {
      // Nothing to do: judged on what was there when it was asked, or later.
      if (answer.revision < sinceRevision)
        this.world.fail('I2', `${request.commandId} was judged at ${answer.revision}, before ${sinceRevision}`);
      return;
    }
    const first = asked.receipt;
    asked.receipt ??= answer;
    const again = (one: Receipt) => ({ ...one, replayed: true });
    if (first && !isDeepStrictEqual(again(first), again(answer)))
      this.world.fail('I5', `${request.commandId} was answered differently when it was repeated`);
    const set = this.#sets.get(request.commandId);
    const last = set?.events.at(-1);
    if (!last || last.revision !== answer.revision || last.position > answer.position)
      this.world.fail('I1', `${request.commandId} was acknowledged at ${answer.revision}, stored ${last?.revision}`);
  }

  /** Once nothing is under way any more. */
  async atRest(streams: ReadonlyMap<string, readonly StoredEvent[]>, tables: Iterable<Stored>): Promise<void> {
    for (const [stream, events] of streams) {
      const { ok, firstBroken } = await verifyChain(events);
      if (!ok) this.world.fail('I3', `${stream} is broken at ${firstBroken?.revision}: ${firstBroken?.reason}`);
    }
    for (const asked of this.asked.values()) this.#judge(asked);
    this.#numbersOnce();
    for (const stored of tables) this.#compare(stored);
  }

  #judge({ request, receipt, refusal, unknown }: Asked): void {
    const { commandId } = request;
    const set = this.#sets.get(commandId);
    if (receipt && !set) this.world.fail('I1', `${commandId} was acknowledged and is lost`);
    if (refusal && set && !receipt && !unknown)
      this.world.fail('I2', `${commandId} was refused (${refusal.message}) and is stored`);
    if (!set) return;
    // Decided on the very state it was stored after, never on an older one.
    const [first] = set.events;
    if (!first) return;
    const { by, ticketId } = request;
    const { occurredAt: at, policyVersion } = first.metadata;
    const policy = this.#policies.get(`${by.tenant}|${policyVersion}`);
    const number = first.type === 'TicketOpened' ? first.data.number : undefined;
    const elsewhere = set.stream !== ticketStream(by.tenant, ticketId);
    const data = {
      ...request.command.data,
      ...(number === undefined ? {} : { number }),
      ...(elsewhere ? { parentId: null } : {}),
    };
    const command = { type: request.command.type, data, by, at, policy } as TicketCommand;
    let decided: unknown;
    try {
      decided = decide(command, set.before);
    } catch (error) {
      decided = error;
    }
    const there = set.events.map(({ type, data }) => ({ type, data }));
    if (!isDeepStrictEqual(asJson(decided), asJson(there)))
      this.world.fail('I2', `${commandId} (${command.type}) was decided on another state than it was stored after`);
  }

  #numbersOnce(): void {
    const seen = new Set<string>();
    for (const { type, data, stream } of this.#log) {
      if (type !== 'TicketOpened') continue;
      const number = `${stream.split('.')[0]} ${data.number}`;
      if (seen.has(number)) this.world.fail('I5', `${number} was given twice`);
      seen.add(number);
    }
  }

  #compare({ model, rows, cells, bookmark }: Stored): void {
    const { name, counts } = model;
    const { replay } = this.#replayed(model, bookmark?.position ?? null);
    const found = new Map([...rows].map(([key, json]) => [key, JSON.parse(json) as Row]));
    for (const key of new Set([...found.keys(), ...replay.rows.keys()])) {
      if (!isDeepStrictEqual(found.get(key), asJson(replay.rows.get(key))))
        this.world.fail('I4', `${name} ends with another row ${key} than a replay`);
    }
    if (!counts) return;
    const of = (rollUp: string, facts: Row): string =>
      JSON.stringify([rollUp, ...(counts.rollUps[rollUp] ?? []).map((name) => facts[name])]);
    const counted = new Map<string, number>();
    for (const row of replay.rows.values()) {
      const facts = counts.facts(row);
      for (const rollUp in counts.rollUps) counted.set(of(rollUp, facts), (counted.get(of(rollUp, facts)) ?? 0) + 1);
    }
    const told = [...cells.values()].map((json) => JSON.parse(json) as Row);
    const cellsToo = new Map(told.map((cell) => [of(String(cell['roll_up']), cell), cell['count']]));
    if (!isDeepStrictEqual(counted, cellsToo)) this.world.fail('I4', `${name} counts other than a count of its rows`);
  }

  /** Replays on to a position, event by event, and says which rows that touched. */
  #replayed(model: RowModel<LedgerEvent>, position: bigint | null) {
    const replay = this.#replays.get(model.name) ?? { rows: new Map<string, Row>(), upTo: 0 };
    this.#replays.set(model.name, replay);
    const keys = new Map<string, { readonly stream: string; row?: Row }>();
    for (let event = this.#log[replay.upTo]; event && event.position <= (position ?? 0n);) {
      const cleared = model.clears?.(event);
      if (cleared) {
        for (const [key, row] of replay.rows) {
          if (Object.entries(cleared).every(([column, value]) => row[column] === value)) replay.rows.delete(key);
        }
      }
      for (const key of model.keys(event)) {
        const id = keyOf(model.key, key);
        const row = model.evolve(replay.rows.get(id) ?? null, event, key);
        if (row) replay.rows.set(id, row);
        else replay.rows.delete(id);
        keys.set(id, { stream: event.stream });
      }
      replay.upTo += 1;
      event = this.#log[replay.upTo];
    }
    for (const [key, touched] of keys) touched.row = replay.rows.get(key);
    return { keys, replay };
  }

  /** Where every follower has to come to. */
  get end(): bigint | null {
    return this.#log.at(-1)?.position ?? null;
  }

  ticketOf(stream: string): Ticket {
    return this.tickets.get(stream) ?? absent;
  }
}

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
