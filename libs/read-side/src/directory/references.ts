// Do the people, groups, clients and projects that a command names exist for its caller? Hidden is missing.
import type { Actor } from '#access';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Tx } from '../database.js';
import { assignable, clientInReach, personInReach, projectInReach, reachableByMail } from './reach.js';

export type DirectoryReference =
  | { readonly requester: string }
  | { readonly recipient: string }
  | { readonly assignee: string }
  | { readonly group: string }
  | { readonly client: string }
  /** a project is found inside its client only */
  | { readonly project: string; readonly client: string };

function there(reference: DirectoryReference, actor: Actor): RawBuilder<SqlBool> {
  const { tenant } = actor;
  if ('project' in reference)
    return sql`exists (select from directory.projects p where p.tenant = ${tenant} and p.client_id = ${reference.client}
      and p.id = ${reference.project} and ${projectInReach(actor, 'p')})`;
  if ('client' in reference)
    return sql`exists (select from directory.clients c where c.tenant = ${tenant} and c.id = ${reference.client}
      and ${clientInReach(actor, 'c.id')})`;
  if ('group' in reference)
    return sql`exists (select from directory.groups g where g.tenant = ${tenant} and g.id = ${reference.group})`;
  const [id, condition] =
    'assignee' in reference
      ? [reference.assignee, assignable(actor, 'u')]
      : 'recipient' in reference
        ? [reference.recipient, sql`${reachableByMail('u')} and ${personInReach(actor, 'u')}`]
        : [reference.requester, sql`not u.disabled and ${personInReach(actor, 'u')}`];
  return sql`exists (select from directory.users u where u.tenant = ${tenant} and u.id = ${id} and ${condition})`;
}

/** Which of the named fields refer to nothing the caller knows, in the order given. */
export async function missingReferences<Field extends string>(
  tx: Tx,
  actor: Actor,
  references: Readonly<Record<Field, DirectoryReference>>,
): Promise<Field[]> {
  const fields = Object.keys(references) as Field[];
  if (fields.length === 0) return [];
  const { rows } = await sql<{ there: boolean[] }>`
    select array[${sql.join(fields.map((field) => there(references[field], actor)))}] as there`.execute(tx);
  return fields.filter((_, index) => rows[0]?.there[index] !== true);
}

/** The client a user belongs to: a ticket opened for them belongs to it. Undefined: no such user for the caller. */
export async function clientOfUser(tx: Tx, actor: Actor, userId: string): Promise<string | null | undefined> {
  const row = await tx
    .selectFrom('directory.users as u')
    .select('u.client_id')
    .where('u.tenant', '=', actor.tenant)
    .where('u.id', '=', userId)
    .where(personInReach(actor, 'u'))
    .executeTakeFirst();
  return row?.client_id;
}
