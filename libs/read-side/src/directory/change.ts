// Changing the directory: one at a time in a tenant, each told to the journal before it counts. Where the journal cannot
// be written nothing has changed; where the database fails after it, the journal tells of a change that did not come about.
import type { Actor, TenantRoles } from '#access';
import type { DirectoryEventData } from '#ledger';
import type { Category, Json } from '#policy';
import { sql } from 'kysely';
import type { Database, Tx } from '../database.js';
import { counted, rollUpOf } from '../queries/badge-cells.js';

export type DirectoryChange = DirectoryEventData['DirectoryChanged'];

const statuses = {
  'not-allowed': 403,
  'user-not-found': 404,
  'partner-not-found': 404,
  'group-not-found': 404,
  'client-not-found': 404,
  'project-not-found': 404,
  'category-not-found': 404,
  'login-taken': 409,
  'subject-taken': 409,
  'id-taken': 409,
  'user-removed': 409,
  'own-account': 409,
  'last-administrator': 409,
  'administrator-exists': 409,
  'not-a-customer': 409,
  'not-in-the-team': 409,
  'client-in-use': 409,
  'project-in-use': 409,
  'group-in-use': 409,
  'revision-mismatch': 412,
  'idempotency-key-reused': 422,
  'validation-failed': 400,
} as const;
export type DirectoryRefusalCode = keyof typeof statuses;

/** The change is not made; the message is for people and names nobody the caller does not see. */
export class DirectoryRefusal extends Error {
  readonly status: (typeof statuses)[DirectoryRefusalCode];

  constructor(
    readonly code: DirectoryRefusalCode,
    message: string,
    /** of a body that does not fit: the field at fault */
    readonly field?: { readonly name: string; readonly code: string },
  ) {
    super(message);
    this.name = 'DirectoryRefusal';
    this.status = statuses[code];
  }
}

export const wrongField = (name: string, code: string, message: string): DirectoryRefusal =>
  new DirectoryRefusal('validation-failed', message, { name, code });

/** One change under way. */
export interface Changing {
  readonly tx: Tx;
  readonly tenant: string;
  /** null: whoever operates the installation, who stands above every role */
  readonly by: Actor | null;
  readonly roles: TenantRoles | undefined;
  readonly categories: readonly Category[];
  readonly tell: (change: DirectoryChange) => void;
}

export interface Changer extends Pick<Changing, 'tenant' | 'by' | 'roles' | 'categories'> {
  /** Called once, with everything that changed, before it counts. */
  readonly record: (changes: readonly DirectoryChange[]) => Promise<void>;
}

/** What `work` answers, once it counts. @throws DirectoryRefusal and what `record` throws: then nothing was changed */
export const changeDirectory = <T>(
  database: Database,
  { record, ...changer }: Changer,
  work: (changing: Changing) => Promise<T>,
): Promise<T> =>
  database.inTenant(changer.tenant, async (tx) => {
    await inTurn(tx, changer.tenant);
    const changes: DirectoryChange[] = [];
    const result = await work({ ...changer, tx, tell: (change) => changes.push(change) });
    if (changes.length > 0) await record(changes);
    return result;
  });

/** Two administrators at once: the second sees what the first has done. */
const inTurn = (tx: Tx, tenant: string) =>
  tx.selectFrom('directory.tenants').select('id').where('id', '=', tenant).forNoKeyUpdate().execute();

type Values = Readonly<Record<string, Json | undefined>>;

/** Which fields differ, as the journal tells it: `personal` ones by name only. */
export function fieldsBetween(before: Values, after: Values, personal: ReadonlySet<string>): DirectoryChange['fields'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
      .map((name) => [name, personal.has(name) ? {} : said(before[name], after[name])]),
  );
}

const said = (from: Json | undefined, to: Json | undefined) => ({
  ...(from != null && { from }),
  ...(to != null && { to }),
});

/** How many tickets hold it; `open`: neither resolved nor closed. */
export async function ticketsWith(
  tx: Tx,
  tenant: string,
  held: { readonly column: 'client_id' | 'project_id' | 'group_id' | 'assignee_id'; readonly id: string },
  { open = false, client }: { readonly open?: boolean; readonly client?: string } = {},
): Promise<number> {
  const from = await counted(tx);
  const asked = [
    sql`tenant = ${tenant}`,
    sql`${sql.ref(held.column)} = ${held.id}`,
    ...(client === undefined ? [] : [sql`client_id = ${client}`]),
    ...(open ? [sql`state not in ('resolved', 'closed')`] : []),
  ];
  const { rows } = await sql<{ count: number }>`select coalesce(sum(count), 0)::integer as count
    from ${from(rollUpOf([held.column]))} t where ${sql.join(asked, sql` and `)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** @throws DirectoryRefusal `<what>-in-use` naming how many of each hold on to it */
export function refuseInUse(
  code: 'client-in-use' | 'project-in-use' | 'group-in-use',
  users: Readonly<Record<string, number>>,
): void {
  const held = Object.entries(users).filter(([, count]) => count > 0);
  if (held.length === 0) return;
  const told = held.map(([name, count]) => `${count} ${count === 1 ? name : `${name}s`}`).join(', ');
  throw new DirectoryRefusal(code, `It is in use: ${told}.`);
}

/** `expected`: the version the caller knows. @throws DirectoryRefusal `revision-mismatch` */
export function expectVersion({ version }: { readonly version: number }, expected: bigint | undefined): void {
  if (expected === undefined || expected === BigInt(version)) return;
  throw new DirectoryRefusal('revision-mismatch', `It is at version ${version}.`);
}

/** Ids of the tenant's own choosing. */
export const slug = /^[a-z0-9][a-z0-9_-]{0,63}$/;

export interface Creation {
  readonly commandId: string;
  readonly requestHash: string;
}

/** The id of what the same request has made before; null: it was never made. @throws DirectoryRefusal `idempotency-key-reused` */
export async function madeBefore(
  { tx, tenant }: Pick<Changing, 'tx' | 'tenant'>,
  creation: Creation | undefined,
): Promise<string | null> {
  if (!creation) return null;
  const receipt = await tx
    .selectFrom('directory.receipts')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('command_id', '=', creation.commandId)
    .executeTakeFirst();
  if (!receipt) return null;
  if (receipt.request_hash === creation.requestHash) return receipt.entity_id;
  throw new DirectoryRefusal('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
}

export async function remember(
  { tx, tenant }: Pick<Changing, 'tx' | 'tenant'>,
  creation: Creation | undefined,
  entityId: string,
): Promise<void> {
  if (!creation) return;
  const { commandId: command_id, requestHash: request_hash } = creation;
  await tx.insertInto('directory.receipts').values({ tenant, command_id, request_hash, entity_id: entityId }).execute();
}

/** A page of rows in the order of their names. */
export interface Paging {
  readonly limit: number;
  readonly after: readonly [key: string, id: string] | null;
}
export interface DirectoryPage<T> {
  readonly items: readonly T[];
  /** where the next page begins; null: there is none */
  readonly next: readonly [key: string, id: string] | null;
}

/** `rows`: one more than the page holds, if there are. */
export function pageOf<T extends { readonly id: string; readonly name: string }>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly [string, string] = ({ name, id }) => [name, id],
): DirectoryPage<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? keyOf(last) : null };
}
