import type { Actor } from '#access';
import { connectDatabase, loadActor, loadActors, type Database, type KnownActor, type UserKey } from '#read-side';
import type { PolicyBook } from '#write-side';
import type { DevUser } from './dev-tokens.js';
import type { Caller } from './caller.js';
import { Sharing } from './sharing.js';
import type { Bearer } from './token-verifier.js';

/** Finds who is behind a token or a login. null: unknown, disabled, or of a tenant that is not there. */
export class People {
  readonly #sharing = new Sharing<string, KnownActor | null>();

  constructor(
    private readonly database: Database,
    private readonly policies: PolicyBook,
  ) {}

  async find({ tenant, userId, expiresAt }: Bearer): Promise<Caller | null> {
    const known = await this.#sharing.ask(`${tenant} ${userId}`, () => this.#load({ tenant, userId }));
    return known && { ...known, expiresAt };
  }

  /** Those of a tenant's users who may be here, as they are now. */
  readonly findActors = async (tenant: string, userIds: readonly string[]): Promise<ReadonlyMap<string, Actor>> => {
    const policy = await this.policies.find(tenant);
    if (!policy) return new Map();
    return this.database.inTenant(tenant, (tx) => loadActors(tx, tenant, userIds, policy));
  };

  /** Of any tenant, for the development tokens: a login is unique in its tenant only, so the first tenant by name wins. */
  readonly findByLogin = async (login: string, tenants: readonly string[]): Promise<DevUser | null> => {
    for (const tenant of tenants) {
      const known = await this.#load({ tenant, login });
      if (known) return { id: known.actor.id, login: known.login, name: known.name, role: known.actor.role, tenant };
    }
    return null;
  };

  async #load(key: UserKey): Promise<KnownActor | null> {
    const policy = await this.policies.find(key.tenant);
    if (!policy) return null;
    const known = await this.database.inTenant(key.tenant, (tx) => loadActor(tx, key, policy));
    if (!known || known.policyVersion <= policy.version) return known;
    // Another process published a policy that has not arrived here: rights are those of that one.
    const newer = await this.policies.get(key.tenant, known.policyVersion);
    return this.database.inTenant(key.tenant, (tx) => loadActor(tx, key, newer));
  }
}

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
