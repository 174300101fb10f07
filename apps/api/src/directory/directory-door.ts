// Every look at the directory by its administrators, and every change of it, comes in here.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { can, type Actor } from '#access';
import {
  changeDirectory,
  openCursor,
  sealCursor,
  type Changer,
  type Changing,
  type Creation,
  type Database,
  type DirectoryPage,
  type Paging,
  type Tx,
} from '#read-side';
import type { PolicyBook, TenantJournal } from '#write-side';
import type { Freshness } from '../http/freshness.js';
import { notAllowed, Problem } from '../http/problem.js';
import type { Asked } from '../tickets/asked.js';
import { commandIdOf } from '../tickets/command-door.js';

interface Looking {
  readonly tx: Tx;
  readonly tenant: string;
  readonly roles: Changing['roles'];
}

interface Listed {
  readonly limit?: number;
  readonly cursor?: string;
  readonly after?: string;
}

const usualLimit = 25;

export class DirectoryDoor {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly journal: TenantJournal;
      readonly policies: PolicyBook;
      readonly freshness: Freshness;
      readonly cursorSecret: Uint8Array;
    },
  ) {}

  /** @throws Problem `not-allowed` */
  enter(by: Actor): void {
    if (!can(by, 'administer')) throw notAllowed();
  }

  async look<T>(by: Actor, question: (looking: Looking) => Promise<T>): Promise<T> {
    this.enter(by);
    const { roles } = await this.parts.policies.get(by.tenant);
    return this.parts.database.inTenant(by.tenant, (tx) => question({ tx, tenant: by.tenant, roles }));
  }

  async list<T, Q extends Listed>(
    by: Actor,
    list: string,
    { limit = usualLimit, cursor, after: _position, ...filters }: Q,
    question: (looking: Looking, asked: Omit<Q, keyof Listed> & Paging) => Promise<DirectoryPage<T>>,
  ): Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }> {
    const { cursorSecret } = this.parts;
    const binding = { list: `directory-${list}`, tenant: by.tenant, caller: by.id, filters, sort: 'name' };
    const { items, next } = await this.look(by, (looking) => {
      const after = cursor === undefined ? null : openCursor(cursorSecret, binding, cursor);
      return question(looking, { ...filters, limit, after });
    });
    return { items, nextCursor: next && sealCursor(cursorSecret, binding, next) };
  }

  /** What administrators change. @throws DirectoryRefusal, LogUnavailable: then nothing was changed */
  async change<T>(asked: Pick<Asked, 'by' | 'correlationId'>, work: (changing: Changing) => Promise<T>): Promise<T> {
    this.enter(asked.by);
    return this.changeAs(asked, work);
  }

  /** For those who may change this one thing without administering all. */
  async changeAs<T>(asked: Pick<Asked, 'by' | 'correlationId'>, work: (changing: Changing) => Promise<T>): Promise<T> {
    return changeDirectory(this.parts.database, await this.changer(asked), work);
  }

  async changer({ by, correlationId }: Pick<Asked, 'by' | 'correlationId'>): Promise<Changer> {
    const { tenant } = by;
    const { roles, classification } = await this.parts.policies.get(tenant);
    return {
      tenant,
      by,
      roles,
      categories: classification.categories,
      record: (changes) =>
        this.parts.journal.record({
          tenant,
          by,
          correlationId,
          events: changes.map((data) => ({ type: 'DirectoryChanged', data })),
        }),
    };
  }

  /** Tickets are counted as they are now. @throws Problem `read-model-behind` */
  async countable(): Promise<void> {
    if (await this.parts.freshness.current(['ticket-list'])) return;
    throw new Problem(503, 'read-model-behind', 'Tickets cannot be counted right now.', {
      headers: { 'Retry-After': '1' },
    });
  }
}

/** Undefined without an Idempotency-Key: then each request creates. */
export function creationOf(asked: Asked, what: string, body: object): Creation | undefined {
  if (asked.key === undefined) return undefined;
  const requestHash = createHash('sha256')
    .update(canonicalize({ what, body }) ?? '')
    .digest('hex');
  return { commandId: commandIdOf(asked, `directory-${what}`), requestHash };
}

/** Says which version it is, whether it was made before, and where a new thing is. */
export function versioned<T extends { readonly version: number }>(
  { reply }: Asked,
  { replayed = false, ...thing }: T & { readonly replayed?: boolean },
  location?: string,
): Omit<T, 'replayed'> {
  void reply.header('ETag', `"${thing.version}"`);
  if (replayed) void reply.header('Idempotency-Replayed', 'true');
  if (location !== undefined) void reply.header('Location', location);
  return thing;
}
