// Who acts, read anew for every request, so that a changed right counts on the next one.
import {
  actorOf,
  featuresOff,
  likeOf,
  sideOf,
  type Actor,
  type TenantRoles,
  type Visibility,
  withBadgesFor,
  withFeatures,
} from '#access';
import { sql } from 'kysely';
import type { Tx } from '../database.js';

export interface KnownActor {
  readonly actor: Actor;
  readonly name: string;
  readonly login: string;
}

/**
 * By id, by login, or by what a token names: the identity provider's subject, or the id of a user who has no subject.
 */
export type UserKey = { readonly tenant: string } & (
  { readonly userId: string } | { readonly login: string } | { readonly named: string }
);

/** The part of a tenant's policy that says who is who. */
export interface Rules {
  readonly version?: number;
  readonly visibility: Visibility;
  readonly roles?: TenantRoles;
  readonly badges?: { readonly roles?: readonly string[] };
  /** what an administrator has switched off */
  readonly features?: Readonly<Record<string, unknown>>;
  /** Asked where the directory knows of a policy that was published since. */
  readonly newer?: (version: number) => Promise<Rules>;
}

const inForce = async (rules: Rules, published: number): Promise<Rules> =>
  rules.newer && published > (rules.version ?? published) ? rules.newer(published) : rules;

/** Null: unknown or disabled, or the tenant is; or the policy knows the role no longer. */
export async function loadActor(tx: Tx, key: UserKey, rules: Rules): Promise<KnownActor | null> {
  const user = await enabled(tx, key.tenant)
    .where((eb) => {
      if ('userId' in key) return eb('u.id', '=', key.userId);
      if ('login' in key) return eb('u.login', '=', key.login.toLowerCase());
      const bySubject = eb('u.subject', '=', key.named);
      return eb.or([bySubject, eb.and([eb('u.id', '=', key.named), eb('u.subject', 'is', null)])]);
    })
    .orderBy('u.subject', (order) => order.asc().nullsLast())
    .executeTakeFirst();
  return user ? known(user, key.tenant, await inForce(rules, user.policy_version)) : null;
}

/** Those of the users who are known and enabled, by id. */
export async function loadActors(
  tx: Tx,
  tenant: string,
  userIds: readonly string[],
  rules: Rules,
): Promise<ReadonlyMap<string, Actor>> {
  const users = await enabled(tx, tenant).where('u.id', 'in', userIds).execute();
  const now = await inForce(rules, users[0]?.policy_version ?? 0);
  return new Map(
    users.flatMap((user) => {
      const somebody = known(user, tenant, now);
      return somebody ? [[user.id, somebody.actor]] : [];
    }),
  );
}

const enabled = (tx: Tx, tenant: string) =>
  tx
    .selectFrom('directory.users as u')
    .innerJoin('directory.tenants as t', 't.id', 'u.tenant')
    .where('u.tenant', '=', tenant)
    .where('t.enabled', '=', true)
    .where('u.disabled', '=', false)
    .select(['u.id', 'u.login', 'u.name', 'u.role', 'u.client_id', 't.policy_version', 't.features'])
    .select([
      sql<string[]>`array(select p.client_id from directory.partner_clients p
        where p.tenant = u.tenant and p.user_id = u.id order by 1)`.as('partner_clients'),
      sql<string[]>`array(select m.group_id from directory.group_members m
        where m.tenant = u.tenant and m.user_id = u.id order by 1)`.as('groups'),
      sql<{ categoryId: string; typeId: string | null }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('categoryId', s.category_id, 'typeId', s.type_id)
          order by s.category_id, s.type_id), '[]')
        from directory.group_members m join directory.group_scopes s using (tenant, group_id)
        where m.tenant = u.tenant and m.user_id = u.id)`.as('group_scopes'),
      sql<string[]>`array(select distinct a.project_id from directory.project_assignments a
        where a.tenant = u.tenant and a.user_id = u.id order by 1)`.as('projects'),
    ]);

function known(
  user: Awaited<ReturnType<ReturnType<typeof enabled>['executeTakeFirstOrThrow']>>,
  tenant: string,
  { visibility, roles: own, badges, features = {} }: Rules,
): KnownActor | null {
  const roles = withBadgesFor(badges?.roles, own);
  if (likeOf(user.role, roles) === null) return null;
  const actor = actorOf(
    {
      tenant,
      userId: user.id,
      role: user.role,
      clientIds:
        sideOf(user.role, roles) === 'partner' ? user.partner_clients : user.client_id === null ? [] : [user.client_id],
      groupIds: user.groups,
      groupScopes: user.group_scopes,
      ...(user.projects.length > 0 && { projectIds: user.projects }),
    },
    visibility,
    roles,
  );
  const off = featuresOff(user.features, features);
  const licensed = { ...actor, capabilities: withFeatures(actor.capabilities, off), off };
  return { actor: licensed, name: user.name, login: user.login };
}
