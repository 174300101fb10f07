import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type SqlBool } from 'kysely';
import type { Database, Tx } from '../database.js';
import { tagLabel } from '../tables/ticket-search.js';
import { pickerLimit } from './picker.js';
import { all, scopePredicate, type Predicate } from './scope.js';
import type { Named } from './ticket-item.js';
import { DATABASE } from './tokens.js';

/** By name: what an admin has made, or has taken out of use. */
export type KnownTags = Readonly<Record<string, { readonly active: boolean }>>;

/**
 * The tags that some ticket in the caller's scope has, and those an admin has made, by name; without those out of use. A
 * tag's name is its id. `prefix` in any letter case.
 */
export async function listTags(tx: Tx, actor: Actor, prefix = '', known: KnownTags = {}): Promise<Named[]> {
  const begin = prefix.trimStart().toLowerCase().normalize('NFC');
  const from = tagLabel(begin);
  const inactive = Object.keys(known).filter((tag) => !known[tag]?.active);
  const made = Object.keys(known).filter((tag) => known[tag]?.active && tag.startsWith(begin));
  // From each tag to the next by index: what it costs is the number of tags, not of tickets that have them.
  const next = (after: ReturnType<typeof sql>) => sql`(select s.part from read.ticket_search s
    where s.tenant = ${actor.tenant} and s.kind = 'label' and ${after} and s.part < ${from} || chr(1114111)
    order by s.part limit 1)`;
  const { rows } = await sql<{ part: string }>`
    with recursive tags (part) as (
      ${next(sql`s.part >= ${from}`)}
      union all select ${next(sql`s.part > tags.part`)} from tags where tags.part is not null
    )
    select part from tags where part is not null and part <> all(${inactive.map(tagLabel)}::text[]) and ${inReach(actor)} limit ${pickerLimit}`.execute(
    tx,
  );
  const used = rows.map(({ part }) => part.slice(tagLabel('').length));
  const names = [...new Set([...used, ...made])].sort((a, b) => (a < b ? -1 : 1));
  return names.slice(0, pickerLimit).map((name) => ({ id: name, name }));
}

/** What only hidden tickets are called tells of them. */
const inReach = (actor: Actor): Predicate =>
  actor.scope === 'tenant'
    ? all([])
    : sql<SqlBool>`exists (select from read.ticket_search s join read.ticket_list t on t.tenant = s.tenant and t.id = s.ticket_id
        where s.tenant = ${actor.tenant} and s.kind = 'label' and s.part = tags.part and ${scopePredicate(actor.scope, 't')})`;

export class ListTags extends Query<Named[]> {
  constructor(
    readonly actor: Actor,
    readonly prefix?: string,
    readonly known?: KnownTags,
  ) {
    super();
  }
}

@QueryHandler(ListTags)
export class ListTagsHandler implements IQueryHandler<ListTags> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, prefix, known }: ListTags): Promise<Named[]> {
    return this.database.inTenant(actor.tenant, (tx) => listTags(tx, actor, prefix, known));
  }
}
