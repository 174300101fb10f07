// A policy in plain sentences: what holds, and what follows from it for the people who work by it.
import type { Feature } from '#access';
import { durationMs, formatNumber, isDuration, type PolicyDocument, type Status, type Transition } from '#policy';
import { sayDuration } from './duration';

export type SectionId =
  | 'reopen'
  | 'autoClose'
  | 'replies'
  | 'priorities'
  | 'create'
  | 'visibility'
  | 'numbers'
  | 'recipients'
  | 'guest'
  | 'search'
  | 'secrets'
  | 'badges'
  | 'rating'
  | 'features';

export const statusName = ({ statuses }: PolicyDocument, id: string): string =>
  statuses.find((status) => status.id === id)?.label ?? id;

export const priorityName = ({ priorities: { labels } }: PolicyDocument, id: string): string =>
  labels?.[id as keyof typeof labels] ?? id.charAt(0).toUpperCase() + id.slice(1);

/** What is being typed need not be a duration yet. */
const isNone = (duration: string | null): boolean => isDuration(duration) && durationMs(duration) === 0;

const list = new Intl.ListFormat('en', { type: 'conjunction' });
export const roleName = (id: string, roles: PolicyDocument['roles'] = {}): string =>
  roles[id]?.name ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

const whose = { own: 'only tickets they opened themselves', organisation: 'every ticket of their organisation' };
const who = { everyone: 'Everybody in the conversation', staff: 'Only the desk', nobody: 'Nobody' };

export const sayPolicy: Readonly<Record<SectionId, (policy: PolicyDocument) => string[]>> = {
  reopen: (policy) => {
    const { byReply, byAction, window, fromClosed, closedWindow, target } = policy.reopen;
    const never = isNone(window) || (!byReply && !byAction);
    const how = [byReply && 'by replying', byAction && 'with a button'].filter((way) => way !== false);
    const same = target.assigned === target.unassigned;
    return [
      never
        ? 'Customers never reopen a resolved ticket: they open a new one.'
        : `Customers reopen a resolved ticket ${list.format(how)}, ${window === null ? 'without a limit of time' : `within ${sayDuration(window)}`}; after that they open a new one.`,
      fromClosed
        ? `They also reopen closed tickets, ${closedWindow === null ? 'at any time' : `within ${sayDuration(closedWindow)}`}.`
        : 'A closed ticket stays closed for customers; the desk may still reopen it where its transitions allow it.',
      same
        ? `A reopened ticket goes to “${statusName(policy, target.assigned)}”.`
        : `A reopened ticket goes to “${statusName(policy, target.assigned)}” when somebody holds it, else to “${statusName(policy, target.unassigned)}”.`,
    ];
  },
  autoClose: ({ autoClose: { enabled, after }, reopen: { window } }) => {
    if (!enabled) return ['Resolved tickets stay resolved until somebody closes them.'];
    const delay = after ?? window;
    if (delay === null)
      return ['Resolved tickets would close by themselves, but reopening has no limit: so they stay.'];
    return [
      `A resolved ticket closes by itself ${sayDuration(delay)} after it was resolved, unless it is reopened.`,
      ...(after === undefined ? ['That is the time for reopening, and moves with it.'] : []),
    ];
  },
  replies: (policy) => {
    const { whileNew, whileResolved, whileClosed, resumesWaiting, editWindow } = policy.replies;
    const resolved = {
      reopens: 'A customer’s reply to a resolved ticket reopens it, while that is allowed.',
      comment: 'A reply to a resolved ticket is a comment: it stays resolved.',
      staff: 'Only the desk replies to a resolved ticket.',
      nobody: 'Nobody replies to a resolved ticket.',
    }[whileResolved];
    return [
      `${who[whileNew]} may reply while a ticket is new.`,
      resolved,
      `${who[whileClosed]} may reply to a closed ticket.`,
      resumesWaiting
        ? 'When the requester answers a waiting ticket, work on it goes on by itself.'
        : 'A waiting ticket waits until the desk takes it up, also when the requester has answered.',
      isNone(editWindow)
        ? 'A reply cannot be corrected once it is sent.'
        : `People may correct their own reply for ${sayDuration(editWindow)}; history keeps the first text.`,
    ];
  },
  priorities: (policy) => {
    const { active, default: usual, requesterMayChoose, mayChoose = {} } = policy.priorities;
    const names = (ids: readonly string[]) => list.format(ids.map((id) => priorityName(policy, id)));
    return [
      active.length === 1
        ? `There is one priority: ${names(active)}.`
        : `Tickets have one of ${active.length} priorities: ${names(active)}.`,
      `A new ticket is ${priorityName(policy, usual)} unless another one is chosen.`,
      requesterMayChoose.length === 0
        ? 'Customers and partners do not choose: the desk decides.'
        : `Customers and partners choose from ${names(requesterMayChoose)}.`,
      ...Object.entries(mayChoose).map(
        ([role, chosen]) =>
          `${roleName(role, policy.roles)}: ${chosen.length === 0 ? 'may not choose at all' : `may choose ${names(chosen)}`}.`,
      ),
    ];
  },
  create: ({ classification: { levels, onCreate, requesterLevels, categories }, onCreate: rules }) => {
    const depth = ['the category', 'category and type', 'category, type and item'][(requesterLevels ?? levels) - 1];
    const active = categories.filter((category) => category.active).length;
    return [
      levels === 1 ? 'Tickets are classified by category.' : 'Tickets are classified by category, type and item.',
      {
        required: `Whoever opens a ticket must choose ${depth}.`,
        optional: `Whoever opens a ticket may choose ${depth}.`,
        hidden: 'Customers are not asked for a category; the desk classifies.',
      }[onCreate],
      ...(active === 0 && onCreate === 'required' ? ['There is no active category yet, so nothing is asked for.'] : []),
      (rules.descriptionRequired ?? true)
        ? 'A new ticket needs a description.'
        : 'A new ticket may come without a description.',
      rules.forbiddenFields === 'refuse'
        ? 'Fields somebody may not set are refused, and the answer says which.'
        : 'Fields somebody may not set are left out without a word.',
    ];
  },
  visibility: ({ visibility }) => [
    `Users see ${whose[visibility.user]}.`,
    `Customers of an organisation see ${whose[visibility.client]}.`,
    'Partners see the tickets of the clients they are assigned to.',
    {
      tenant: 'The desk’s queue holds every ticket.',
      groups: 'The desk’s queue holds what its groups cover, and what is assigned to oneself.',
      'assigned+unassigned': 'The desk’s queue holds one’s own and unassigned tickets.',
    }[visibility.staffQueue],
    visibility.directOpen
      ? 'Agents may open any ticket by its number, also outside their queue.'
      : 'Agents open only what stands in their queue.',
    visibility.partnerNotes ? 'Partners read internal notes.' : 'Internal notes stay inside the desk.',
  ],
  numbers: ({ numbers: { template, start } }) => [
    `New tickets get numbers like ${formatNumber(template, Math.max(start, 1), new Date().toISOString())}, beginning with ${start}.`,
    'Tickets keep the number they have, whatever is changed here.',
  ],
  recipients: ({ recipients: { min, max }, references }) => [
    max === 1
      ? 'A ticket has one recipient: its requester.'
      : `Up to ${max} people are told of a ticket, the requester counted${min > 1 ? `; at least ${min} must be named` : ''}.`,
    `A ticket refers to at most ${references?.limits['call'] ?? 5} calls.`,
  ],
  guest: ({ guest: { enabled = false, accessLink = null, requiresPhone = false } }) =>
    enabled
      ? [
          'People without an account may open tickets, and are asked for a category.',
          accessLink === null
            ? 'They get a number, and no link back.'
            : `They get a link by mail that opens their one ticket for ${sayDuration(accessLink)}.`,
          requiresPhone ? 'They must leave a phone number.' : 'They need not leave a phone number.',
        ]
      : ['Nobody opens tickets without an account.'],
  search: ({ search: { requester, wildcards, staff } }) => [
    `Customers’ words are looked for in ${requester ? `the ${list.format(requester)}` : 'everything they may see'}.`,
    staff === 'subject'
      ? 'The desk searches subjects and numbers.'
      : 'The desk searches the full text, conversations included.',
    wildcards === 'refuse'
      ? 'A customer’s search with *, %, _ or ? is refused.'
      : 'Signs like * and % are letters like any other.',
  ],
  secrets: ({ onSecrets = 'warn' }) => [
    {
      warn: 'Who is about to send what looks like a password, key or card number is warned first.',
      refuse: 'Texts that look like a password, key or card number are refused.',
      off: 'Texts are not looked at for passwords or keys.',
    }[onSecrets],
  ],
  badges: ({ badges: { roles: shown }, roles }) => [
    shown
      ? shown.length === 0
        ? 'Nobody has the badge of open tickets.'
        : `The badge of open tickets is for ${list.format(shown.map((role) => roleName(role, roles)))}.`
      : 'Every role with the right to it has the badge of open tickets.',
  ],
  rating: ({ rating }) => [
    rating?.enabled
      ? 'When a ticket is resolved, its requester is asked how it went; the desk reads the answer.'
      : 'Requesters are not asked how it went.',
  ],
  features: ({ features }) => {
    const off = Object.entries(featureSaid).filter(([name]) => features[name as keyof typeof featureSaid] === false);
    return [
      off.length === 0
        ? 'Everything that your subscription holds is on.'
        : `Switched off: ${list.format(off.map(([, said]) => said))}.`,
    ];
  },
};

export const featureSaid: Readonly<Record<Exclude<Feature, 'supportTickets'>, string>> = {
  merge: 'Merging and splitting tickets',
  bulk: 'Changing many tickets at once',
  links: 'Links between tickets',
  references: 'Calls and other references',
  snooze: 'Snoozing tickets',
  rating: 'Ratings',
  import: 'Import of tickets',
  guest: 'Tickets of guests',
  'api-keys': 'API keys',
};

const isRow = (value: unknown): value is Transition => typeof value === 'object' && value !== null && 'by' in value;

export interface Change {
  readonly field: string;
  readonly message: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A change as the policy tells it; rows of the matrix in the words of this page. */
export function sayChange(policy: PolicyDocument, change: Change): string {
  if (change.field !== 'transitions') return change.message;
  if (isRow(change.from)) return `No longer: ${sayTransition(policy, change.from)}`;
  return isRow(change.to) ? `From now on: ${sayTransition(policy, change.to)}` : change.message;
}

export const partyNames: Readonly<Record<string, string>> = {
  requester: 'the requester',
  customer: 'customers of the organisation',
  partner: 'partners',
  staff: 'the desk',
  admin: 'administrators',
  system: 'Ledgerdesk itself',
};
export const triggers: Readonly<Record<string, string>> = {
  start: 'by starting work',
  wait: 'by waiting',
  resolve: 'by resolving',
  close: 'by closing',
  reopen: 'by reopening',
  reply: 'by replying',
  timer: 'by the clock',
  'set-status': 'by setting the status',
};

export const partyName = ({ roles }: PolicyDocument, party: string): string =>
  party.startsWith('role:') ? roleName(party.slice('role:'.length), roles) : (partyNames[party] ?? party);

/** One row of the matrix. */
export function sayTransition(policy: PolicyDocument, { from, to, by, trigger, reason }: Transition): string {
  const place = (selector: string, other: string) => {
    if (selector === '*') return other;
    if (selector === '@reopen') return 'where reopened tickets go';
    if (!selector.startsWith('@')) return `“${statusName(policy, selector)}”`;
    const state = selector.slice(1) as Status['state'];
    const labels = policy.statuses.filter((status) => status.state === state).map(({ label }) => `“${label}”`);
    return labels.length === 0 ? `any status that stands for ${state.replace('_', ' ')}` : list.format(labels);
  };
  const people = by.map((party) => partyName(policy, party));
  const how = trigger ? `, ${triggers[trigger] ?? trigger}` : '';
  return `From ${place(from, 'any status')} to ${place(to, 'any other')}: ${people.length === 0 ? 'nobody' : list.format(people)}${how}${reason === 'required' ? ', with a reason' : ''}.`;
}
