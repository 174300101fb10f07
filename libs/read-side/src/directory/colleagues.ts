// What a partner sees of their own organisation: who of them works for the clients they share.
import type { Actor } from '#access';
import { sql } from 'kysely';
import type { Tx } from '../database.js';
import { oneOf } from '../queries/scope.js';
import { DirectoryRefusal, type Changing } from './change.js';
import { clientMissing } from './clients.js';
import { assignClient } from './users.js';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly disabled: boolean;
  /** of the clients the caller works for those they work for too */
  readonly clients: readonly string[];
}

/** Nobody without an organisation has colleagues; oneself is among them. */
export const colleaguesOf = (tx: Tx, { tenant, id, clientIds }: Actor): Promise<Colleague[]> =>
  tx
    .selectFrom('directory.users as u')
    .innerJoin('directory.users as me', (on) =>
      on.onRef('me.tenant', '=', 'u.tenant').onRef('me.partner_id', '=', 'u.partner_id'),
    )
    .where('u.tenant', '=', tenant)
    .where('me.id', '=', id)
    .where('u.removed', '=', false)
    .select(['u.id', 'u.name', 'u.role', 'u.disabled'])
    .select(
      sql<string[]>`array(select p.client_id from directory.partner_clients p where p.tenant = u.tenant
        and p.user_id = u.id and ${oneOf(sql.ref('p.client_id'), clientIds)} order by 1)`.as('clients'),
    )
    .orderBy('u.name')
    .orderBy('u.id')
    .execute();

/** @throws DirectoryRefusal `partner-not-found`, `client-not-found`: outside the own organisation, or not the own client */
export async function assignColleague(
  changing: Changing,
  by: Actor,
  id: string,
  clientId: string,
  on: boolean,
): Promise<Colleague> {
  const find = async () => (await colleaguesOf(changing.tx, by)).find((colleague) => colleague.id === id);
  if (!(await find())) throw new DirectoryRefusal('partner-not-found', 'There is no such partner.');
  if (!by.clientIds.includes(clientId)) throw clientMissing();
  if (id === by.id) throw new DirectoryRefusal('own-account', 'Somebody else says whom you work for.');
  // What they may do stays the same; for whom is theirs to say.
  await assignClient({ ...changing, by: null }, id, clientId, on);
  const colleague = await find();
  if (!colleague) throw new Error(`${id} has left meanwhile`);
  return colleague;
}
