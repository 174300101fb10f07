// References that other systems reported, like the calls of a telephone system: kind, id, whose it is, and nothing else.
import type { Actor } from '#access';
import { sql } from 'kysely';
import type { Tx } from '../database.js';
import { projectInReach } from './reach.js';

export interface KnownReference {
  readonly kind: string;
  readonly id: string;
  readonly clientId: string | null;
  readonly projectId: string | null;
  /** ISO 8601 */
  readonly occurredAt: string | null;
}

/** Says what is so now of this reference; whatever was said before is forgotten. */
export async function rememberReference(tx: Tx, tenant: string, known: KnownReference): Promise<void> {
  const { kind, id, clientId: client_id, projectId: project_id, occurredAt: occurred_at } = known;
  await tx
    .insertInto('directory.known_references')
    .values({ tenant, kind, id, client_id, project_id, occurred_at })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'kind', 'id']).doUpdateSet({ client_id, project_id, occurred_at }),
    )
    .execute();
}

/** The organisation and the project of the ticket that is to refer to something. */
export interface TicketPlace {
  readonly clientId: string | null;
  readonly projectId: string | null;
}

/**
 * Which of these references the caller cannot name on a ticket of that place: unknown ones, and those of another client
 * or project. A kind of which nothing was ever reported is not watched yet: all of it can be named.
 */
export async function unknownReferences(
  tx: Tx,
  actor: Actor,
  kind: string,
  ids: readonly string[],
  { clientId, projectId }: TicketPlace,
): Promise<string[]> {
  const { tenant } = actor;
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${ids}::text[]) asked (id)
    where exists (select from directory.known_references k where k.tenant = ${tenant} and k.kind = ${kind})
      and not exists (
        select from ${knownAt(actor, { clientId, projectId })}
          and k.kind = ${kind} and k.id = asked.id)`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The references `k` that the caller can name on a ticket of that place; more conditions may follow. */
const knownAt = (actor: Actor, { clientId, projectId }: TicketPlace) => sql`
  directory.known_references k, lateral (select k.client_id, k.project_id as id) p
  where k.tenant = ${actor.tenant}
    and (k.client_id is null
      or (k.client_id = ${clientId}
        and (k.project_id is null or ${projectId}::text is null or k.project_id = ${projectId})
        and ${projectInReach(actor, 'p')}))`;

export interface ReferencesAsked extends TicketPlace {
  readonly kind?: string | undefined;
  /** what the id begins with, in any letter case; nothing in it is a wildcard */
  readonly q?: string | undefined;
}

const listedAtMost = 25;

/** Those that were reported and can be named on a ticket of that place, the latest first. */
export async function listKnownReferences(
  tx: Tx,
  actor: Actor,
  { kind, q = '', ...place }: ReferencesAsked,
): Promise<KnownReference[]> {
  const { rows } = await sql<KnownReference>`
    select k.kind, k.id, k.client_id as "clientId", k.project_id as "projectId", k.occurred_at as "occurredAt"
    from ${knownAt(actor, place)}
      and (${kind ?? null}::text is null or k.kind = ${kind ?? null}) and starts_with(lower(k.id), lower(${q}))
    order by k.occurred_at desc nulls last, k.kind, k.id limit ${listedAtMost}`.execute(tx);
  return rows;
}
