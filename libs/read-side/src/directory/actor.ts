// Who acts, read anew for every request, so that a changed right counts on the next one.
import { actorOf, type Actor, type Visibility } from '#access';
import { sql } from 'kysely';
import type { Tx } from '../database.js';

export interface KnownActor {
  readonly actor: Actor;
  readonly name: string;
  readonly login: string;
}

/** By id (what a token names) or by login. */
export type UserKey = { readonly tenant: string } & ({ readonly userId: string } | { readonly login: string });

/** Null: unknown or disabled, or the tenant is. */
export async function loadActor(tx: Tx, key: UserKey, visibility: Visibility): Promise<KnownActor | null> {
  const user = await tx
    .selectFrom('directory.users as u')
    .innerJoin('directory.tenants as t', 't.id', 'u.tenant')
    .where('u.tenant', '=', key.tenant)
    .where((eb) => ('userId' in key ? eb('u.id', '=', key.userId) : eb('u.login', '=', key.login.toLowerCase())))
    .where('t.enabled', '=', true)
    .where('u.disabled', '=', false)
    .select(['u.id', 'u.login', 'u.name', 'u.role', 'u.client_id'])
    .select([
      sql<string[]>`array(select p.client_id from directory.partner_clients p
        where p.tenant = u.tenant and p.user_id = u.id order by 1)`.as('partner_clients'),
      sql<string[]>`array(select m.group_id from directory.group_members m
        where m.tenant = u.tenant and m.user_id = u.id order by 1)`.as('groups'),
      sql<{ categoryId: string; typeId: string | null }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('categoryId', s.category_id, 'typeId', s.type_id)), '[]')
        from directory.group_members m join directory.group_scopes s using (tenant, group_id)
        where m.tenant = u.tenant and m.user_id = u.id)`.as('group_scopes'),
      sql<string[]>`array(select distinct a.project_id from directory.project_assignments a
        where a.tenant = u.tenant and a.user_id = u.id order by 1)`.as('projects'),
    ])
    .executeTakeFirst();
  if (!user) return null;
  const actor = actorOf(
    {
      tenant: key.tenant,
      userId: user.id,
      role: user.role,
      clientIds: user.role.startsWith('partner_')
        ? user.partner_clients
        : user.client_id === null
          ? []
          : [user.client_id],
      groupIds: user.groups,
      groupScopes: user.group_scopes,
      ...(user.projects.length > 0 && { projectIds: user.projects }),
    },
    visibility,
  );
  return { actor, name: user.name, login: user.login };
}
