// Writes and reads the refused commands of a tenant.
import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Selectable } from 'kysely';
import type { Database, Tx } from '../database.js';
import type { RefusalTable } from '../tables/refusals.js';
import { openCursor, sealCursor } from './cursor.js';
import { CURSOR_SECRET, DATABASE } from './tokens.js';

export interface NewRefusal {
  readonly at: string;
  readonly until: string;
  readonly times: number;
  readonly actorId: string;
  readonly role: string;
  readonly command: string;
  /** the ticket as the path named it, by UUID or number; kept only if the tenant has it */
  readonly ticket: string | null;
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly address: string;
}

export async function addRefusals(tx: Tx, tenant: string, refusals: readonly NewRefusal[]): Promise<void> {
  await sql`
    insert into audit.refusals
      (tenant, at, until, times, actor_id, role, command, ticket_id, status, code, correlation_id, address)
    select ${tenant}, r.at, r.until, r.times, r."actorId", r.role, r.command,
      (select t.id from read.ticket_list t where t.tenant = ${tenant}
        and (t.number_key = lower(r.ticket) or t.id = case when r.ticket ~* ${uuid} then r.ticket::uuid end)
        limit 1),
      r.status, r.code, r."correlationId", r.address
    from jsonb_to_recordset(${JSON.stringify(refusals)}::jsonb) as r (at timestamptz, until timestamptz, times integer,
      "actorId" text, role text, command text, ticket text, status smallint, code text, "correlationId" text,
      address text)`.execute(tx);
}

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Forgets what is older than `days`, and all but the last `most`. */
export async function trimRefusals(
  tx: Tx,
  tenant: string,
  { days, most }: { days: number; most: number },
): Promise<void> {
  await sql`
    delete from audit.refusals where tenant = ${tenant} and (at < now() - ${days} * interval '1 day' or id <=
      (select id from audit.refusals where tenant = ${tenant} order by id desc offset ${most} limit 1))`.execute(tx);
}

export interface RefusalFilters {
  /** ISO 8601; `from` inclusive, `to` exclusive; a row counts by its last refusal */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: readonly string[] | undefined;
  readonly code?: readonly string[] | undefined;
  readonly command?: readonly string[] | undefined;
  /** a ticket's UUID */
  readonly ticket?: readonly string[] | undefined;
}

export type Refused = Omit<Selectable<RefusalTable>, 'tenant'> & { readonly actorName: string | null };

/** The newest first. @throws QueryRefusal `bad-cursor` */
export class ListRefusals extends Query<{ readonly items: readonly Refused[]; readonly nextCursor: string | null }> {
  constructor(
    readonly actor: Actor,
    readonly filters: RefusalFilters,
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}

@QueryHandler(ListRefusals)
export class ListRefusalsHandler implements IQueryHandler<ListRefusals> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CURSOR_SECRET) private readonly secret: Uint8Array,
  ) {}

  async execute({ actor: { tenant, id: caller }, filters, page: { limit, cursor } }: ListRefusals) {
    const binding = { list: 'refusals', tenant, caller, filters, sort: 'desc' };
    const before = cursor === undefined ? null : Number(openCursor(this.secret, binding, cursor)[0]);
    const rows = await this.database.inTenant(tenant, (tx) => {
      let asked = tx
        .selectFrom('audit.refusals as r')
        .leftJoin('directory.users as u', (join) =>
          join.onRef('u.tenant', '=', 'r.tenant').onRef('u.id', '=', 'r.actor_id'),
        )
        .where('r.tenant', '=', tenant)
        .select(['r.id', 'r.at', 'r.until', 'r.times', 'r.actor_id', 'r.role', 'r.command', 'r.ticket_id'])
        .select(['r.status', 'r.code', 'r.correlation_id', 'r.address'])
        .select('u.name as actorName')
        .orderBy('r.id', 'desc')
        .limit(limit + 1);
      const { from, to, actor, code, command, ticket } = filters;
      if (before !== null) asked = asked.where('r.id', '<', before);
      if (from !== undefined) asked = asked.where('r.until', '>=', from);
      if (to !== undefined) asked = asked.where('r.until', '<', to);
      if (actor) asked = asked.where('r.actor_id', 'in', actor);
      if (code) asked = asked.where('r.code', 'in', code);
      if (command) asked = asked.where('r.command', 'in', command);
      if (ticket) asked = asked.where('r.ticket_id', 'in', ticket);
      return asked.execute();
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = rows.length > limit && last ? sealCursor(this.secret, binding, [String(last.id), '']) : null;
    return { items, nextCursor };
  }
}
