// The people and the ticket that specs speak of.
import { actorOf, systemActor, type Actor, type Role } from '#access';
import { presets, type CustomField, type PresetName, type TicketPolicy } from '#policy';
import type { EventData, EventOf, TicketEvent } from '../src/events.js';

export const preset = (name: PresetName, patch: Partial<TicketPolicy> = {}): TicketPolicy => ({
  version: 0,
  ...presets[name],
  ...patch,
});
export const unified = preset('unified');

/** Hardware > printer > laser, software, and an archived fax; fields on each level. */
export function catalogue(classification: Partial<TicketPolicy['classification']> = {}): TicketPolicy {
  const entry = (id: string, active = true) => ({ id, name: id, order: 1, active });
  const field = (
    id: string,
    type: CustomField['type'],
    node: { typeId?: string; itemId?: string },
    options: string[] = [],
  ) => ({
    ...entry(id),
    type,
    options,
    filterable: true,
    on: [{ categoryId: 'hardware', ...node, visibleOnNew: true, requiredOnNew: false, order: 1 }],
  });
  return preset('unified', {
    classification: {
      ...unified.classification,
      categories: [
        { ...entry('hardware'), types: [{ ...entry('printer'), items: [entry('laser')] }] },
        { ...entry('software'), types: [] },
        { ...entry('fax', false), types: [] },
      ],
      ...classification,
    },
    customFields: [
      field('serial', 'text', {}),
      field('pages', 'number', { typeId: 'printer' }),
      field('tray', 'select', { typeId: 'printer', itemId: 'laser' }, ['upper', 'lower']),
      { ...field('old', 'text', {}), active: false },
    ],
  });
}

export const actor = (role: Role, userId: string, clientIds: readonly string[] = []): Actor =>
  actorOf({ role, userId, tenant: 'acme', clientIds, groupIds: [], groupScopes: [] }, unified.visibility);

/** nora asks, nate is of her organisation, abe and ada help. */
export const nora = actor('client_staff', 'nora', ['northwind']);
export const nate = actor('client_admin', 'nate', ['northwind']);
export const uma = actor('user', 'uma');
export const pat = actor('partner_admin', 'pat', ['northwind']);
export const paul = actor('partner_user', 'paul', ['northwind', 'contoso']);
export const dev = actor('developer', 'dev');
export const abe = actor('agent', 'abe');
export const amy = actor('agent', 'amy');
export const mo = actor('moderator', 'mo');
export const ada = actor('admin', 'ada');
export const sue = actor('super_admin', 'sue');
export const audra = actor('auditor', 'audra');
export const billing = actor('service', 'billing-service');
export const system = systemActor('acme');

export const opened = (data: Partial<EventData['TicketOpened']> = {}): EventOf<'TicketOpened'> => ({
  type: 'TicketOpened',
  data: {
    ticketId: 't-1',
    number: 'TICK-1001',
    subject: 'Printer on fire',
    description: 'It burns.',
    requesterId: 'nora',
    clientId: 'northwind',
    projectId: null,
    categoryId: null,
    typeId: null,
    itemId: null,
    status: 'new',
    state: 'new',
    priority: 'normal',
    assignee: { userId: null, groupId: null },
    recipients: ['nora'],
    references: [],
    customFields: {},
    tags: [],
    context: {},
    department: null,
    attachmentUrls: [],
    guest: null,
    ...data,
  },
});

const states = { new: 'new', open: 'open', in_progress: 'in_progress', waiting: 'waiting' } as const;
type OpenStatus = keyof typeof states;

export const moved = (to: OpenStatus, from: OpenStatus = 'new'): TicketEvent => ({
  type: 'TicketStatusChanged',
  data: { from, to, fromState: states[from], toState: states[to], reason: null },
});
export const resolved = (from: OpenStatus = 'new', notes: string | null = null): EventOf<'TicketResolved'> => ({
  type: 'TicketResolved',
  data: { from, to: 'resolved', fromState: states[from], toState: 'resolved', notes, reason: null },
});
export const closed = (cause: 'action' | 'timer' = 'action'): EventOf<'TicketClosed'> => ({
  type: 'TicketClosed',
  data: { from: 'resolved', to: 'closed', fromState: 'resolved', toState: 'closed', reason: null, cause },
});
export const reopened = (
  to: OpenStatus = 'new',
  more: { cause?: 'action' | 'reply'; from?: 'resolved' | 'closed'; reason?: string | null } = {},
): EventOf<'TicketReopened'> => {
  const { cause = 'action', from = 'resolved', reason = null } = more;
  return { type: 'TicketReopened', data: { from, to, fromState: from, toState: states[to], reason, cause } };
};
export const assigned = (
  to: { userId?: string; groupId?: string },
  from: { userId?: string; groupId?: string } = {},
): EventOf<'TicketAssigned'> => {
  const whole = ({ userId = null, groupId = null }: { userId?: string | null; groupId?: string | null }) => ({
    userId,
    groupId,
  });
  return { type: 'TicketAssigned', data: { from: whole(from), to: whole(to) } };
};
export const reply = (replyId: string, more: Partial<EventData['ReplyAdded']> = {}): EventOf<'ReplyAdded'> => ({
  type: 'ReplyAdded',
  data: { replyId, body: 'Hello', parentId: null, side: 'support', notify: true, attachmentUrls: [], ...more },
});
export const note = (replyId: string, body = 'Between us'): EventOf<'NoteAdded'> => ({
  type: 'NoteAdded',
  data: { replyId, body, parentId: null },
});
