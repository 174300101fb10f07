// Sessions of browsers, in PostgreSQL: every API process knows them, and an ended one is over everywhere at once.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '#read-side';
import { sessionId, type SessionCookie } from './browsers.js';

export interface SessionLimits {
  /** without a request for so long, a session ends */
  readonly idleMinutes: number;
  /** and after so long in any case */
  readonly hours: number;
}

export interface LiveSession {
  readonly userId: string;
  readonly expiresAt: Date;
}

export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly limits: SessionLimits,
  ) {}

  /** A new session, with a secret that nobody has seen. Clears away what has ended in the tenant. */
  async open(tenant: string, userId: string): Promise<{ readonly tenant: string; readonly secret: string }> {
    const secret = randomBytes(32).toString('base64url');
    await this.database.inTenant(tenant, async (tx) => {
      await tx
        .deleteFrom('directory.sessions')
        .where('tenant', '=', tenant)
        .where((eb) => eb.not(this.#live))
        .execute();
      const expires_at = sql<string>`now() + make_interval(hours => ${this.limits.hours})`;
      await tx
        .insertInto('directory.sessions')
        .values({ tenant, id: sessionId(secret), user_id: userId, expires_at })
        .execute();
    });
    return { tenant, secret };
  }

  async end({ tenant, id }: SessionCookie): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      tx.deleteFrom('directory.sessions').where('tenant', '=', tenant).where('id', '=', id).execute(),
    );
  }

  /** null: there is none, or it has ended. Finding it is using it. */
  async find(tx: Tx, { tenant, id }: Pick<SessionCookie, 'tenant' | 'id'>): Promise<LiveSession | null> {
    const row = await tx
      .selectFrom('directory.sessions')
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .where(this.#live)
      .select(['user_id', 'expires_at', sql<boolean>`last_used_at < now() - interval '1 minute'`.as('unmarked')])
      .executeTakeFirst();
    if (!row) return null;
    if (row.unmarked) {
      await tx
        .updateTable('directory.sessions')
        .set({ last_used_at: sql<string>`now()` })
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .execute();
    }
    return { userId: row.user_id, expiresAt: new Date(row.expires_at) };
  }

  /** Which of them have not ended. */
  async among(tx: Tx, tenant: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await tx
      .selectFrom('directory.sessions')
      .where('tenant', '=', tenant)
      .where(
        'id',
        'in',
        ids.map((id) => Buffer.from(id, 'hex')),
      )
      .where(this.#live)
      .select('id')
      .execute();
    return new Set(rows.map(({ id }) => id.toString('hex')));
  }

  get #live() {
    const { idleMinutes } = this.limits;
    return sql<boolean>`(expires_at > now() and last_used_at > now() - make_interval(mins => ${idleMinutes}))`;
  }
}
