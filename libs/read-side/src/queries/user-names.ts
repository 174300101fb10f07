import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Database, Tx } from '../database.js';
import { DATABASE } from './tokens.js';

/** Names by id; ids the directory does not know are absent. Whether the caller may see whom is asked before. */
export async function userNames(tx: Tx, tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .selectFrom('directory.users')
    .select(['id', 'name'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(found.map(({ id, name }) => [id, name]));
}

export class UserNames extends Query<ReadonlyMap<string, string>> {
  constructor(
    readonly tenant: string,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(UserNames)
export class UserNamesHandler implements IQueryHandler<UserNames> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  execute({ tenant, ids }: UserNames): Promise<ReadonlyMap<string, string>> {
    return this.database.inTenant(tenant, (tx) => userNames(tx, tenant, ids));
  }
}
