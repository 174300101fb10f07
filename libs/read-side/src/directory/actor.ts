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
import { CompiledQuery } from 'kysely';
import type { Database, Question, Tx } from '../database.js';
import type { Tables } from '../tables/database.js';

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
  const { text } = questionFor(key);
  const { rows } = await tx.executeQuery<UserRow>(CompiledQuery.raw(text, [key.tenant, wordOf(key)]));
  return settled(rows[0], key.tenant, rules);
}

/** The same in one round trip, for where nothing else is looked up. */
export async function findActor({ ask }: Database, key: UserKey, rules: Rules): Promise<KnownActor | null> {
  const [user] = await ask(key.tenant, questionFor(key), [key.tenant, wordOf(key)]);
  return settled(user, key.tenant, rules);
}

async function settled(user: UserRow | undefined, tenant: string, rules: Rules): Promise<KnownActor | null> {
  return user ? known(user, tenant, await inForce(rules, user.policy_version)) : null;
}

/** Those of the users who are known and enabled, by id. */
export async function loadActors(
  tx: Tx,
  tenant: string,
  userIds: readonly string[],
  rules: Rules,
): Promise<ReadonlyMap<string, Actor>> {
  const { rows: users } = await tx.executeQuery<UserRow>(CompiledQuery.raw(byIds, [tenant, userIds]));
  const now = await inForce(rules, users[0]?.policy_version ?? 0);
  return new Map(
    users.flatMap((user) => {
      const somebody = known(user, tenant, now);
      return somebody ? [[user.id, somebody.actor]] : [];
    }),
  );
}

interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly client_id: string | null;
  readonly policy_version: number;
  readonly features: Tables['directory.tenants']['features'];
  readonly partner_clients: string[];
  readonly groups: string[];
  readonly group_scopes: { readonly categoryId: string; readonly typeId: string | null }[];
  readonly projects: string[];
}

/** Users who may act, $1: the tenant. */
const enabled = (condition: string) => `
  select u.id, u.login, u.name, u.role, u.client_id, t.policy_version, t.features,
    array(select p.client_id from directory.partner_clients p
      where p.tenant = u.tenant and p.user_id = u.id order by 1) as partner_clients,
    array(select m.group_id from directory.group_members m
      where m.tenant = u.tenant and m.user_id = u.id order by 1) as groups,
    (select coalesce(jsonb_agg(jsonb_build_object('categoryId', s.category_id, 'typeId', s.type_id)
        order by s.category_id, s.type_id), '[]')
      from directory.group_members m join directory.group_scopes s using (tenant, group_id)
      where m.tenant = u.tenant and m.user_id = u.id) as group_scopes,
    array(select distinct a.project_id from directory.project_assignments a
      where a.tenant = u.tenant and a.user_id = u.id order by 1) as projects
  from directory.users u join directory.tenants t on t.id = u.tenant
  where u.tenant = $1 and t.enabled and not u.disabled and ${condition}`;

const byIds = enabled('u.id = any($2::text[])');
const byId: Question<UserRow> = { name: 'actor_by_id', text: enabled('u.id = $2') };
const byLogin: Question<UserRow> = { name: 'actor_by_login', text: enabled('u.login = lower($2)') };
const byName: Question<UserRow> = {
  name: 'actor_by_name',
  text: `${enabled('(u.subject = $2 or u.id = $2 and u.subject is null)')} order by u.subject nulls last limit 1`,
};

const questionFor = (key: UserKey) => ('userId' in key ? byId : 'login' in key ? byLogin : byName);
const wordOf = (key: UserKey) => ('userId' in key ? key.userId : 'login' in key ? key.login : key.named);

function known(
  user: UserRow,
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
