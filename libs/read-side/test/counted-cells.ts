// For specs: the badge counts as they ought to be, counted anew from the rows.
import { badgeRollUps } from '#read-side';

const dimensions = ['client_id', 'project_id', 'category_id', 'type_id', 'assignee_id', 'group_id'] as const;

/** Columns of `countedCells`, in its order: all of a cell but its key. */
export const cellColumns = `tenant, roll_up, ${dimensions.join(', ')}, status, state, waiting_on, needs_response, reopened, urgent,
  unassigned, count`;

const facts = `status, state, waiting_on, needs_response, reopened,
  state in ('new', 'open', 'in_progress', 'waiting') and priority in ('high', 'critical') as urgent,
  assignee_id is null and group_id is null as unassigned`;

/** SQL that selects what all cells together are. */
export const countedCells = Object.entries(badgeRollUps)
  .map(([rollUp, columns]) => {
    const told = dimensions.map((name) =>
      (columns as readonly string[]).includes(name) ? name : `null::text as ${name}`,
    );
    return `select *, count(*)::integer as count
      from (select tenant, '${rollUp}' as roll_up, ${told.join(', ')}, ${facts} from read.ticket_list) r
      group by tenant, roll_up, ${dimensions.join(', ')}, status, state, waiting_on, needs_response, reopened, urgent, unassigned`;
  })
  .join('\n union all ');
