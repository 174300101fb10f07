import { sql, type SqlBool } from 'kysely';
import type { Tx } from '../database.js';

/** Id of the deleted ticket that had this number, any letter case. Whether the caller may know is asked before. */
export async function deletedTicket(tx: Tx, tenant: string, number: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('read.deleted_tickets')
    .select('id')
    .where('tenant', '=', tenant)
    .where(sql<SqlBool>`number_key = lower(${number}::text)`)
    .executeTakeFirst();
  return row?.id;
}
