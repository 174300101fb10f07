import type { Actor } from '#access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { Database, Tx } from '../database.js';
import { tagLabel } from '../tables/ticket-search.js';
import { pickerLimit } from './picker.js';
import type { Named } from './ticket-item.js';
import { DATABASE } from './tokens.js';

/** The tenant's tags that some ticket has, by name; a tag's name is its id. `prefix` in any letter case. */
export async function listTags(tx: Tx, actor: Actor, prefix = ''): Promise<Named[]> {
  const from = tagLabel(prefix.trimStart().toLowerCase());
  // From each tag to the next by index: what it costs is the number of tags, not of tickets that have them.
  const next = (after: ReturnType<typeof sql>) => sql`(select s.part from read.ticket_search s
    where s.tenant = ${actor.tenant} and s.kind = 'label' and ${after} and s.part < ${from} || chr(1114111)
    order by s.part limit 1)`;
  const { rows } = await sql<{ part: string }>`
    with recursive tags (part) as (
      ${next(sql`s.part >= ${from}`)}
      union all select ${next(sql`s.part > tags.part`)} from tags where tags.part is not null
    )
    select part from tags where part is not null limit ${pickerLimit}`.execute(tx);
  return rows.map(({ part }) => {
    const name = part.slice(tagLabel('').length);
    return { id: name, name };
  });
}

export class ListTags extends Query<Named[]> {
  constructor(
    readonly actor: Actor,
    readonly prefix?: string,
  ) {
    super();
  }
}

@QueryHandler(ListTags)
export class ListTagsHandler implements IQueryHandler<ListTags> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ actor, prefix }: ListTags): Promise<Named[]> {
    return this.database.inTenant(actor.tenant, (tx) => listTags(tx, actor, prefix));
  }
}
