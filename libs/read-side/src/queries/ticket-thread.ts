import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type SqlBool } from 'kysely';
import type { Database, Tx } from '../database.js';
import { asOf } from './as-of.js';
import { openCursor, sealCursor, type CursorBinding } from './cursor.js';
import { ticketInScope } from './find-ticket.js';
import type { Page, SortOrder } from './list-tickets.js';
import { absorbedBy, entriesOf, isComment, toEntry, type ThreadEntry } from './thread-entry.js';
import { CURSOR_SECRET, DATABASE } from './tokens.js';

export interface ThreadParams {
  /** everything that happened, replies and notes, public replies that stand, moves of the status, or both of these; `thread` when absent */
  readonly of?: 'thread' | 'replies' | 'comments' | 'moves' | 'conversation';
  /** the answers to one reply; an unknown or hidden one has none */
  readonly parentId?: string;
  /** `asc`, oldest first, when absent */
  readonly order?: SortOrder;
  /** entries at most; 25 when absent */
  readonly limit?: number;
  readonly cursor?: string;
}

/** `key`: UUID or number. Null when the ticket is missing or out of the caller's scope; throws `bad-cursor`. */
export async function ticketThread(
  tx: Tx,
  actor: Actor,
  key: string,
  params: ThreadParams,
  cursorSecret: Uint8Array,
): Promise<Page<ThreadEntry> | null> {
  const { of = 'thread', parentId, order = 'asc', limit = 25, cursor } = params;
  const ticket = await ticketInScope(tx, actor, key).select(['t.id', 't.number', 't.guest']).executeTakeFirst();
  if (!ticket) return null;
  const absorbed = await absorbedBy(tx, actor, ticket.id);
  const tickets = new Map([ticket, ...absorbed].map((one) => [one.id, one]));
  // One ticket's entries have the order of its stream; those of several the order of time.
  const merged = absorbed.length > 0;
  const binding: CursorBinding = {
    list: `thread ${[...tickets.keys()].sort().join(' ')}`,
    tenant: actor.tenant,
    caller: actor.id,
    filters: { of, parentId },
    sort: order,
  };
  let entries = entriesOf(tx, actor, ...tickets.keys());
  if (of === 'replies') entries = entries.where('e.kind', 'in', ['reply', 'note']);
  if (of === 'comments') entries = entries.where(isComment);
  if (of === 'conversation') entries = entries.where((e) => e.or([isComment, e('e.kind', '=', 'status')]));
  if (of === 'moves') entries = entries.where('e.kind', '=', 'status');
  if (parentId !== undefined) entries = entries.where(sql<SqlBool>`e.parent_id::text = lower(${parentId}::text)`);
  if (cursor !== undefined) {
    const [place] = openCursor(cursorSecret, binding, cursor);
    const beyond = sql.raw(order === 'asc' ? '>' : '<');
    const [at, position, seq] = place.split(' ');
    entries = merged
      ? entries.where(sql<SqlBool>`${inTime} ${beyond} (${at}::timestamptz, ${position}::numeric, ${seq}::numeric)`)
      : entries.where(sql<SqlBool>`e.seq ${beyond} ${place}::numeric`);
  }
  const ordered = merged
    ? entries.orderBy('e.at', order).orderBy('e.position', order).orderBy('e.seq', order)
    : entries.orderBy('e.seq', order);
  const known = await asOf(tx, 'ticket-thread');
  const rows = await ordered.limit(limit + 1).execute();
  const placeOf = ({ at, position, seq }: (typeof rows)[number]) => (merged ? `${at} ${position} ${seq}` : seq);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => {
      const { id, number, guest } = tickets.get(row.ticket_id) ?? ticket;
      return { ...toEntry(row, guest?.name, actor.ownRoles), ...(id !== ticket.id && { origin: { id, number } }) };
    }),
    nextCursor: rows.length > limit && last ? sealCursor(cursorSecret, binding, [placeOf(last), last.entry_id]) : null,
    asOf: known,
  };
}

const inTime = sql`(e.at, e.position, e.seq)`;

export class TicketThread extends Query<Page<ThreadEntry> | null> {
  constructor(
    readonly actor: Actor,
    readonly key: string,
    readonly params: ThreadParams,
  ) {
    super();
  }
}

@QueryHandler(TicketThread)
export class TicketThreadHandler implements IQueryHandler<TicketThread> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CURSOR_SECRET) private readonly cursorSecret: Uint8Array,
  ) {}

  execute({ actor, key, params }: TicketThread): Promise<Page<ThreadEntry> | null> {
    return this.database.inTenant(actor.tenant, (tx) => ticketThread(tx, actor, key, params, this.cursorSecret));
  }
}
