// For specs: tickets and people over few values, so that every clause of a scope meets and misses often.
import type { Actor, Role, ScopeFacts } from '#access';
import { priorities, states } from '#policy';
import * as fc from 'fast-check';
import type { TicketListRow } from '../src/tables/ticket-list.js';
import { somebody, ticketRow } from './desk.js';

const maybe = (...values: readonly string[]) => fc.constantFrom(null, ...values);

const clients = ['northwind', 'contoso', 'initech'] as const;
const groups = ['service-desk', 'billing-team'] as const;
const people = ['me', 'other'] as const;

export const anyTicket: fc.Arbitrary<TicketListRow> = fc
  .record({
    requester_id: fc.constantFrom(...people),
    client_id: maybe(...clients),
    project_id: maybe('web', 'voice'),
    category_id: maybe('technical', 'billing'),
    type_id: maybe('outage', 'question'),
    assignee_id: maybe(...people),
    group_id: maybe(...groups),
    state: fc.constantFrom(...states),
    priority: fc.constantFrom(...priorities),
    reopened: fc.boolean(),
    last_reply_by: fc.constantFrom('requester' as const, 'support' as const, null),
    tenant: fc.constantFrom('acme', 'acme', 'acme', 'globex'),
  })
  .map((facts) => ticketRow(facts));

const everyRole: readonly Role[] = [
  'user',
  'client_staff',
  'client_manager',
  'client_admin',
  'partner_user',
  'partner_admin',
  'developer',
  'agent',
  'staff',
  'operator',
  'moderator',
  'admin',
  'super_admin',
  'auditor',
  'service',
];

export const anyActor: fc.Arbitrary<Actor> = fc
  .record({
    role: fc.constantFrom(...everyRole),
    clients: fc.uniqueArray(fc.constantFrom(...clients), { maxLength: 3 }),
    groups: fc.uniqueArray(fc.constantFrom(...groups)),
    projects: fc.option(fc.uniqueArray(fc.constantFrom('web', 'voice'), { minLength: 1 }), { nil: undefined }),
    groupScopes: fc.uniqueArray(
      fc.record({ categoryId: fc.constantFrom('technical', 'billing'), typeId: maybe('outage', 'question') }),
      { selector: ({ categoryId, typeId }) => `${categoryId} ${typeId}` },
    ),
    visibility: fc.record({
      user: fc.constantFrom('own' as const, 'organisation' as const),
      client: fc.constantFrom('own' as const, 'organisation' as const),
      staffQueue: fc.constantFrom('tenant' as const, 'groups' as const, 'assigned+unassigned' as const),
      developerCategories: fc.constantFrom([], ['technical'], ['technical', 'billing']),
    }),
  })
  .map(({ role, clients, ...who }) =>
    somebody(role, { ...who, clients: role.startsWith('client_') || role === 'user' ? clients.slice(0, 1) : clients }),
  );

export const factsOf = (row: TicketListRow): ScopeFacts => ({
  requesterId: row.requester_id,
  clientId: row.client_id,
  projectId: row.project_id,
  categoryId: row.category_id,
  typeId: row.type_id,
  assigneeId: row.assignee_id,
  groupId: row.group_id,
});
