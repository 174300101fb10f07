// The badge everybody writes first: COUNT(*) over the rows, for the same views and statuses, in one pass.
import { sql } from 'kysely';
import type { Actor } from '#access';
import { scopePredicate, viewPredicate, viewsOf, type TicketCounts, type Tx } from '#read-side';

export async function countStar(tx: Tx, actor: Actor): Promise<Pick<TicketCounts, 'views' | 'byStatus'>> {
  const views = viewsOf(actor);
  const { rows } = await sql<{ status: string; counts: number[] }>`
    select t.status,
      array[${sql.join(views.map((view) => sql`count(*) filter (where ${viewPredicate(view, actor, 't')})`))}]::integer[] as counts
    from read.ticket_list t where t.tenant = ${actor.tenant} and ${scopePredicate(actor.scope, 't')}
    group by t.status`.execute(tx);
  const everything = views.indexOf('all');
  return {
    views: Object.fromEntries(
      views.map((view, i) => [view, rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)]),
    ),
    byStatus: Object.fromEntries(rows.map(({ status, counts }) => [status, counts[everything] ?? 0])),
  };
}
