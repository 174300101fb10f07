// People whom the identity provider knows and the directory does not yet: made users of when they first come, as far as
// the settings allow. Afterwards only name and address follow the provider; what somebody may is the directory's to say.
import { createHash } from 'node:crypto';
import { changeDirectory, createUser, DirectoryRefusal, patchUser, type Changing, type Database } from '#read-side';
import type { PolicyBook, TenantJournal } from '#write-side';
import type { Claimed } from './claims.js';

export interface NewcomerParts {
  readonly database: Database;
  readonly policies: PolicyBook;
  readonly directoryJournal: TenantJournal;
}

const provider = { id: 'identity-provider', role: 'system', kind: 'system' } as const;

export class Newcomers {
  /** `allowedRoles`: what claims may make of somebody; the first is for those whose claims name no role */
  constructor(
    private readonly parts: NewcomerParts,
    private readonly allowedRoles: readonly string[],
  ) {}

  /** Whoever may not come is not in the directory afterwards either. @throws LogUnavailable: then nothing was changed */
  async welcome(claimed: Claimed, correlationId: string): Promise<void> {
    const { tenant } = claimed.key;
    const { database, policies, directoryJournal } = this.parts;
    const policy = await policies.find(tenant);
    if (!policy || (await this.#isUpToDate(claimed))) return;
    try {
      await changeDirectory(
        database,
        {
          tenant,
          by: null,
          roles: policy.roles,
          categories: policy.classification.categories,
          record: (changes) =>
            directoryJournal.record({
              tenant,
              by: provider,
              correlationId,
              events: changes.map((data) => ({ type: 'DirectoryChanged', data })),
            }),
        },
        (changing) => this.#takeIn(changing, claimed),
      );
    } catch (error) {
      if (!(error instanceof DirectoryRefusal)) throw error; // a login that is taken, a client that is not there
    }
  }

  async #isUpToDate({ key: { tenant }, person }: Claimed): Promise<boolean> {
    const user = await this.parts.database.inTenant(tenant, (tx) =>
      tx
        .selectFrom('directory.users')
        .select(['name', 'email', 'disabled'])
        .where('tenant', '=', tenant)
        .where('subject', '=', person.subject)
        .executeTakeFirst(),
    );
    if (!user) return false;
    const same = (person.name ?? user.name) === user.name && (person.email ?? user.email) === user.email;
    return same || user.disabled;
  }

  async #takeIn(changing: Changing, { person }: Claimed): Promise<void> {
    const { tx, tenant } = changing;
    const { subject, name, email, client } = person;
    const address = email === null ? {} : { email, verified: true };
    const known = await tx
      .selectFrom('directory.users')
      .select('id')
      .where('tenant', '=', tenant)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (known) {
      await patchUser(changing, known.id, { ...(name !== null && { name }), ...address });
      return;
    }
    const role = this.#roleOf(person);
    if (role === undefined) return;
    const login = email ?? `oidc-${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`;
    await createUser(changing, { login, name: name ?? login, role, clientId: client, subject, ...address });
  }

  #roleOf({ roles }: Claimed['person']): string | undefined {
    return roles.length === 0 ? this.allowedRoles[0] : roles.find((role) => this.allowedRoles.includes(role));
  }
}
