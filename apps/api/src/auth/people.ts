import { sql } from 'kysely';
import { narrowed, type Actor } from '#access';
import {
  connectDatabase,
  findActor,
  loadActor,
  loadActors,
  type Database,
  type KnownActor,
  type Rules,
  type Tx,
  type UserKey,
} from '#read-side';
import type { PolicyBook } from '#write-side';
import { findKey, keysAmong, readKey } from './api-keys.js';
import type { SessionCookie } from './browsers.js';
import type { Caller } from './caller.js';
import type { Claimed } from './claims.js';
import type { DevUser } from './dev-user.js';
import type { Newcomers } from './newcomers.js';
import type { Sessions } from './sessions.js';
import { Sharing } from './sharing.js';
import type { Bearer } from './token-verifier.js';

/** Finds who is behind a token, a session, an API key or a login. null: unknown, disabled, or of a tenant that is not there. */
export class People {
  readonly #sharing = new Sharing<string, Caller | null>();

  constructor(
    private readonly database: Database,
    private readonly policies: PolicyBook,
    private readonly sessions: Sessions,
    /** null: whom the directory does not know may not come */
    private readonly newcomers: Newcomers | null = null,
  ) {}

  find({ claimed, expiresAt }: Bearer, correlationId: string): Promise<Caller | null> {
    const { key } = claimed;
    return this.#sharing.ask(`token ${JSON.stringify(key)} ${expiresAt.getTime()}`, async () => {
      const known = (await this.#load(key)) ?? (this.newcomers && (await this.welcome(claimed, correlationId)));
      return known && { ...known, expiresAt, via: 'token', proof: null };
    });
  }

  findBySession(cookie: SessionCookie): Promise<Caller | null> {
    const { tenant, id } = cookie;
    const proof = id.toString('hex');
    return this.#sharing.ask(`session ${tenant} ${proof}`, async () =>
      this.#lookUp(tenant, async (tx, rules) => {
        const session = await this.sessions.find(tx, cookie);
        const known = session && (await loadActor(tx, { tenant, userId: session.userId }, rules));
        return known && { ...known, expiresAt: session.expiresAt, via: 'session' as const, proof };
      }),
    );
  }

  findByKey(text: string): Promise<Caller | null> {
    const key = readKey(text);
    if (!key) return Promise.resolve(null);
    const { tenant, id, hash } = key;
    return this.#sharing.ask(`key ${tenant} ${id} ${hash.toString('hex')}`, () =>
      this.#lookUp(tenant, async (tx, rules) => {
        const found = await findKey(tx, key);
        const owner = found && (await loadActor(tx, { tenant, userId: found.userId }, rules));
        if (!owner) return null;
        const actor = narrowed(owner.actor, found.scopes);
        return { ...owner, actor, expiresAt: found.expiresAt ?? never, via: 'api-key' as const, proof: id };
      }),
    );
  }

  /** Somebody who has just come from the identity provider: perhaps for the first time. */
  readonly welcome = async (claimed: Claimed, correlationId: string): Promise<KnownActor | null> => {
    await this.newcomers?.welcome(claimed, correlationId);
    return this.#load(claimed.key);
  };

  /** Those of a tenant's callers who may still be here, as they are now. */
  readonly findActors = async (tenant: string, callers: readonly Caller[]): Promise<ReadonlyMap<Caller, Actor>> => {
    const found = await this.#lookUp(tenant, async (tx, rules) => {
      const ids = [...new Set(callers.map(({ actor }) => actor.id))];
      const actors = await loadActors(tx, tenant, ids, rules);
      const sessions = await this.sessions.among(tx, tenant, proofs(callers, 'session'));
      const keys = await keysAmong(tx, tenant, proofs(callers, 'api-key'));
      return callers.flatMap((caller): [Caller, Actor][] => {
        const actor = actors.get(caller.actor.id);
        const proof = caller.proof ?? '';
        if (!actor || (caller.via === 'session' && !sessions.has(proof))) return [];
        if (caller.via !== 'api-key') return [[caller, actor]];
        const scopes = keys.get(proof);
        return scopes ? [[caller, narrowed(actor, scopes)]] : [];
      });
    });
    return new Map(found ?? []);
  };

  /** Of any tenant, for the development tokens: a login is unique in its tenant only, so the first tenant by name wins. */
  readonly findByLogin = async (login: string, tenants: readonly string[]): Promise<DevUser | null> => {
    for (const tenant of tenants) {
      const known = await this.#load({ tenant, login });
      if (known) return toldOf(known);
    }
    return null;
  };

  readonly findById = async (tenant: string, userId: string): Promise<DevUser | null> => {
    const known = await this.#load({ tenant, userId });
    return known && toldOf(known);
  };

  /** Enabled users whose name, login or role contains the text, in any letter case; the first hundred of each tenant. */
  readonly search = async (text: string, tenants: readonly string[]): Promise<DevUser[]> => {
    const found: DevUser[] = [];
    for (const tenant of tenants) {
      const users = await this.database.inTenant(tenant, (tx) =>
        tx
          .selectFrom('directory.users')
          .where('tenant', '=', tenant)
          .where('disabled', '=', false)
          .where(sql<boolean>`position(${text.toLowerCase()} in lower(concat_ws(' ', name, login, role))) > 0`)
          .select(['id', 'login', 'name', 'role', 'tenant'])
          .orderBy('name')
          .orderBy('id')
          .limit(100)
          .execute(),
      );
      found.push(...users);
    }
    return found;
  };

  async #load(key: UserKey): Promise<KnownActor | null> {
    const rules = await this.#rules(key.tenant);
    return rules && findActor(this.database, key, rules);
  }

  /** null: there is no such tenant */
  async #lookUp<T>(tenant: string, find: (tx: Tx, rules: Rules) => Promise<T>): Promise<T | null> {
    const rules = await this.#rules(tenant);
    return rules && this.database.inTenant(tenant, (tx) => find(tx, rules));
  }

  async #rules(tenant: string): Promise<Rules | null> {
    const policy = await this.policies.find(tenant);
    return policy && { ...policy, newer: (version) => this.policies.get(tenant, version) };
  }
}

const never = new Date(8.64e15);

const proofs = (callers: readonly Caller[], via: Caller['via']): string[] =>
  callers.flatMap((caller) => (caller.via === via && caller.proof !== null ? [caller.proof] : []));

const toldOf = ({ actor, login, name }: KnownActor): DevUser => ({
  id: actor.id,
  login,
  name,
  role: actor.role,
  tenant: actor.tenant,
});

/** Which tenants there are, by id: the worker may know. */
export async function tenantsOf(databaseUrl: string): Promise<string[]> {
  const database = connectDatabase({ url: databaseUrl, role: 'ledgerdesk_worker', max: 1 });
  try {
    const rows = await database.db.selectFrom('directory.tenants').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  } finally {
    await database.close();
  }
}
