// The six presets, each a complete document: the five desks Ledgerdesk learned from, and `unified`, the default.
// Overriding happens by merge patch on one of these, so nothing outside this file knows a preset's values.
import type { PolicyDocument } from './events.js';
import type { Category, Party, PresetName, Priority, State, Status, Transition } from './policy.js';

type Look = Partial<Pick<Status, 'active' | 'requesterMayComment'>>;
const colours: Record<State, string> = {
  new: '#2563eb',
  open: '#2563eb',
  in_progress: '#7c3aed',
  waiting: '#d97706',
  resolved: '#16a34a',
  closed: '#6b7280',
};
const statuses = (...list: readonly [id: string, label: string, state: State, look?: Look][]): Status[] =>
  list.map(([id, label, state, look], order) => ({
    id,
    label,
    state,
    colour: colours[state],
    order: order + 1,
    active: true,
    pausesSla: state === 'waiting',
    requesterMayComment: true,
    ...look,
  }));

const moves = (
  by: readonly Party[],
  ...pairs: readonly [from: string, to: string, more?: Partial<Pick<Transition, 'trigger' | 'reason'>>][]
): Transition[] => pairs.map(([from, to, more]) => ({ from, to, by, reason: 'optional', ...more }));

const categories = (...names: readonly string[]): Category[] =>
  names.map((name, order) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    order: order + 1,
    active: true,
    types: [],
  }));

const everyPriority: readonly Priority[] = ['low', 'normal', 'medium', 'high', 'critical'];
const desk: readonly Party[] = ['staff', 'role:partner_admin'];
/** Whose reopening `reopen` limits: these rows say who, its windows and switches say when. */
const customers: readonly Party[] = ['requester', 'customer'];
const fresh = ['@new', '@open'] as const;
const megabyte = 1_048_576;
const slaNumbers = { responseMinutes: { critical: 60, high: 240, normal: 1_440, low: 7_200 } };

/** Customers and partners have no badge here. */
const ownBadges = {
  roles: ['developer', 'agent', 'staff', 'operator', 'moderator', 'admin', 'super_admin'],
} as const;

/** Desks whose tickets are never deleted, by nobody. */
const noDeletion = { super_admin: { like: 'super_admin', without: ['delete'] } } as const;

const unified: PolicyDocument = {
  preset: 'unified',
  statuses: statuses(
    ['new', 'New', 'new'],
    ['in_progress', 'In Progress', 'in_progress'],
    ['waiting', 'Waiting', 'waiting'],
    ['resolved', 'Resolved', 'resolved'],
    ['closed', 'Closed', 'closed'],
  ),
  initialStatus: 'new',
  transitions: [
    // By state, so that a status the tenant adds finds its way without rows of its own.
    ...fresh.flatMap((from) => moves(desk, [from, '@in_progress'], [from, '@waiting'])),
    ...moves(desk, ['@in_progress', '@waiting'], ['@waiting', '@in_progress']),
    // System resolves the children of a resolved parent.
    ...[...fresh, '@in_progress', '@waiting'].flatMap((from) =>
      moves([...desk, 'requester', 'system'], [from, 'resolved']),
    ),
    ...moves([...desk, 'system'], ['resolved', 'closed']),
    ...moves([...desk, ...customers], ['resolved', '@reopen'], ['closed', '@reopen']),
    ...moves(['staff'], ['*', '*', { reason: 'required' }]),
  ],
  reopen: {
    byReply: true,
    byAction: true,
    window: 'P7D',
    fromClosed: false,
    closedWindow: null,
    target: { assigned: 'in_progress', unassigned: 'new' },
  },
  autoClose: { enabled: true }, // when the reopen window ends, also when a tenant moves it
  replies: {
    whileNew: 'everyone',
    whileResolved: 'reopens',
    whileClosed: 'staff',
    resumesWaiting: true,
    editWindow: 'PT15M',
  },
  priorities: { active: everyPriority, default: 'normal', requesterMayChoose: ['low', 'normal', 'high'] },
  classification: { levels: 3, onCreate: 'optional', categories: [] },
  customFields: [],
  onCreate: { forbiddenFields: 'refuse' },
  visibility: {
    user: 'own',
    client: 'organisation',
    partner: 'assigned-clients',
    staffQueue: 'tenant',
    developerCategories: ['technical'],
    directOpen: true,
    partnerNotes: false,
  },
  numbers: { template: 'TICK-{seq}', start: 1001 },
  recipients: { min: 1, max: 5 },
  attachments: {
    types: ['png', 'jpg', 'jpeg', 'pdf', 'docx', 'xlsx', 'txt', 'log', 'bmp'],
    maxBytes: 10 * megabyte,
    maxCount: 10,
    duplicateNames: 'refuse',
    upload: 'presigned',
    scan: 'fail-closed',
  },
  guest: { enabled: false, accessLink: 'P7D', attachments: false },
  search: { requester: ['number', 'subject', 'description'], wildcards: 'literal', staff: 'full-text' },
  rating: { enabled: true },
  badges: {},
  sla: { enabled: false, ...slaNumbers },
  autoAssign: { enabled: false, method: 'round-robin' },
  mail: { enabled: true, body: 'full-with-link' },
  features: {},
};

const portal: PolicyDocument = {
  ...unified,
  preset: 'portal',
  rating: { enabled: false },
  roles: noDeletion,
  statuses: statuses(['open', 'Open', 'open'], ['resolved', 'Resolved', 'resolved'], ['closed', 'Closed', 'closed']),
  initialStatus: 'open',
  transitions: [
    ...moves(
      ['role:partner_admin', 'role:operator', 'admin'],
      ['open', 'resolved'],
      ['open', 'closed'],
      ['resolved', 'closed'],
      ['resolved', '@reopen'],
      ['closed', '@reopen'],
    ),
    ...moves(customers, ['resolved', '@reopen'], ['closed', '@reopen']),
    ...moves(['system'], ['open', 'resolved']),
  ],
  reopen: {
    byReply: false,
    byAction: true,
    window: null,
    fromClosed: true,
    closedWindow: null,
    target: { assigned: 'open', unassigned: 'open' },
  },
  autoClose: { enabled: false },
  replies: {
    whileNew: 'everyone',
    whileResolved: 'comment',
    whileClosed: 'nobody',
    resumesWaiting: false,
    editWindow: 'PT0S',
  },
  classification: {
    levels: 1,
    onCreate: 'hidden',
    categories: categories('Account', 'Billing', 'Technical', 'Feature request', 'General'),
  },
  visibility: { ...unified.visibility, user: 'organisation', directOpen: false },
  attachments: { ...unified.attachments, types: ['png', 'jpg', 'jpeg', 'pdf'], maxCount: 5 },
  search: { requester: ['subject'], wildcards: 'refuse', staff: 'subject' },
  mail: { enabled: true, body: 'link' },
};

const itdesk: PolicyDocument = {
  ...unified,
  preset: 'itdesk',
  rating: { enabled: false },
  badges: ownBadges,
  roles: noDeletion,
  statuses: statuses(
    ['new', 'New', 'new'],
    ['in_progress', 'In Progress', 'in_progress'],
    ['pending', 'Pending', 'waiting'],
    ['resolved', 'Resolved', 'resolved'],
    ['closed', 'Closed', 'closed'],
  ),
  transitions: [
    ...moves(['staff'], ['*', 'new'], ['*', 'in_progress'], ['*', 'pending'], ['*', 'resolved']),
    ...moves(['admin', 'system'], ['*', 'closed']),
    ...moves(['system'], ['new', 'resolved'], ['in_progress', 'resolved'], ['pending', 'resolved']),
    ...moves(customers, ['resolved', '@reopen', { trigger: 'reply' }]),
  ],
  reopen: { ...unified.reopen, byAction: false, target: { assigned: 'new', unassigned: 'new' } },
  autoClose: { enabled: true },
  replies: { ...unified.replies, resumesWaiting: false },
  priorities: { active: ['low', 'medium', 'high', 'critical'], default: 'medium', requesterMayChoose: [] },
  classification: { levels: 3, onCreate: 'required', requesterLevels: 2, categories: [] },
  onCreate: { forbiddenFields: 'drop', descriptionRequired: true },
  visibility: { ...unified.visibility, client: 'own', staffQueue: 'groups' },
  numbers: { template: 'OHD-{yyyy}-{seq:6}', start: 1 },
  recipients: { min: 1, max: 1 },
  attachments: {
    types: ['pdf', 'docx', 'xlsx', 'txt', 'log', 'jpg', 'jpeg', 'png', 'bmp'],
    maxBytes: 25 * megabyte,
    duplicateNames: 'allow',
    upload: 'app',
    scan: 'fail-open',
  },
  search: { requester: ['number', 'subject', 'description'], wildcards: 'literal', staff: 'subject' },
  sla: { enabled: false, ...slaNumbers, pauses: true },
  mail: { enabled: true, body: 'full' },
};

const licence: PolicyDocument = {
  ...unified,
  preset: 'licence',
  badges: ownBadges,
  statuses: statuses(
    ['open', 'Open', 'open'],
    ['in_progress', 'In Progress', 'in_progress'],
    ['waiting', 'Waiting', 'waiting'],
    ['resolved', 'Resolved', 'resolved'],
    ['closed', 'Closed', 'closed'],
  ),
  initialStatus: 'open',
  transitions: [
    ...moves(
      ['staff'],
      ['open', 'in_progress'],
      ['open', 'waiting'],
      ['in_progress', 'waiting'],
      ['waiting', 'in_progress'],
      ['*', 'open'],
    ),
    ...moves(['staff', 'system'], ['open', 'resolved'], ['in_progress', 'resolved'], ['waiting', 'resolved']),
    ...moves(['staff', 'system'], ['resolved', 'closed']),
    ...moves(customers, ['resolved', '@reopen'], ['closed', '@reopen']),
  ],
  reopen: { ...unified.reopen, byAction: false, target: { assigned: 'open', unassigned: 'open' } },
  replies: { ...unified.replies, editWindow: 'PT0S' },
  priorities: {
    active: ['low', 'normal', 'high', 'critical'],
    default: 'normal',
    requesterMayChoose: ['low', 'normal', 'high', 'critical'],
  },
  classification: {
    levels: 1,
    onCreate: 'optional',
    categories: categories('Technical Support', 'Billing', 'License Issues', 'Feature Request', 'General Inquiry'),
  },
  visibility: { ...unified.visibility, staffQueue: 'assigned+unassigned', developerCategories: ['technical-support'] },
  recipients: { min: 1, max: 1 },
  attachments: {
    ...unified.attachments,
    types: ['png', 'jpg', 'jpeg', 'pdf', 'txt', 'log', 'zip', 'csv', 'docx', 'xlsx'],
    maxCount: null,
    duplicateNames: 'allow',
    customerUploads: true,
  },
  sla: { enabled: true, ...slaNumbers },
};

const social: PolicyDocument = {
  ...unified,
  preset: 'social',
  rating: { enabled: false },
  badges: ownBadges,
  roles: noDeletion,
  statuses: statuses(
    ['new', 'New', 'new'],
    ['in_progress', 'In Progress', 'in_progress', { requesterMayComment: false }],
    ['resolved', 'Resolved', 'resolved'],
    ['closed', 'Closed', 'closed'],
  ),
  // Three actions and no way back: nothing leaves Closed, which makes it terminal for every command.
  transitions: moves(
    ['admin', 'role:moderator'],
    ['new', 'in_progress', { trigger: 'start' }],
    ['in_progress', 'resolved', { trigger: 'resolve' }],
    ['resolved', 'closed', { trigger: 'close' }],
  ),
  reopen: {
    byReply: false,
    byAction: false,
    window: 'PT0S',
    fromClosed: false,
    closedWindow: null,
    target: { assigned: 'in_progress', unassigned: 'in_progress' },
  },
  autoClose: { enabled: false },
  replies: {
    whileNew: 'nobody',
    whileResolved: 'comment',
    whileClosed: 'nobody',
    resumesWaiting: false,
    editWindow: 'PT0S',
  },
  priorities: { active: ['normal'], default: 'normal', requesterMayChoose: [] },
  classification: { levels: 1, onCreate: 'optional', categories: [] },
  visibility: { ...unified.visibility, client: 'own' },
  numbers: { template: '{seq}', start: 1 },
  recipients: { min: 1, max: 1 },
  attachments: { upload: 'url' },
  search: { requester: ['number', 'subject', 'description'], wildcards: 'literal', staff: 'subject' },
};

const selfserve: PolicyDocument = {
  ...unified,
  preset: 'selfserve',
  rating: { enabled: false },
  badges: ownBadges,
  roles: noDeletion,
  statuses: statuses(
    ['open', 'Open', 'open'],
    ['resolved', 'Resolved', 'resolved'],
    ['closed', 'Closed', 'closed', { active: false }],
  ),
  initialStatus: 'open',
  transitions: [
    ...moves(['requester', 'staff', 'system'], ['open', 'resolved']),
    ...moves(['staff'], ['resolved', '@reopen']),
  ],
  reopen: { ...unified.reopen, byReply: false, byAction: false, target: { assigned: 'open', unassigned: 'open' } },
  autoClose: { enabled: false },
  replies: {
    whileNew: 'everyone',
    whileResolved: 'comment',
    whileClosed: 'nobody',
    resumesWaiting: false,
    editWindow: 'PT0S',
  },
  priorities: { active: ['normal'], default: 'normal', requesterMayChoose: [] },
  classification: {
    levels: 1,
    onCreate: 'required',
    categories: categories('Account', 'Billing', 'Technical', 'Feature request', 'General'),
  },
  visibility: { ...unified.visibility, client: 'own' },
  numbers: { template: '{seq}', start: 1 },
  recipients: { min: 1, max: 1 },
  attachments: { ...unified.attachments, types: ['png', 'jpg', 'jpeg', 'bmp', 'txt', 'log'] },
};

export const presets: Readonly<Record<PresetName, PolicyDocument>> = {
  portal,
  itdesk,
  licence,
  social,
  selfserve,
  unified,
};
