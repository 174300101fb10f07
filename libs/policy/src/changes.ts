// What another document changes, in words that an admin can decide by.
import { isDuration } from './duration.js';
import { isObject } from './merge-patch.js';
import type { Json } from './policy.js';

export interface PolicyChange {
  /** path into the document; entries of catalogues by their id: `statuses[waiting].label` */
  readonly field: string;
  /** absent: it is added */
  readonly from?: Json;
  /** absent: it is taken away */
  readonly to?: Json;
  /** for people */
  readonly message: string;
}

/** In the order of the document. Works on misshapen documents too: a preview tells of those as well. */
export const policyChanges = (before: Json, after: Json): PolicyChange[] => differences(before, after, '', '');

const things: Readonly<Record<string, string>> = {
  statuses: 'Status',
  categories: 'Category',
  types: 'Type',
  items: 'Item',
  customFields: 'Custom field',
};

const phrases: Readonly<Record<string, string>> = {
  preset: 'The preset',
  initialStatus: 'The status of new tickets',
  'reopen.byReply': 'Reopening by a reply of the requester',
  'reopen.byAction': 'Reopening by an action of the requester',
  'reopen.window': 'The time in which requesters may reopen',
  'reopen.fromClosed': 'Reopening of closed tickets by requesters',
  'reopen.closedWindow': 'The time in which requesters may reopen closed tickets',
  'reopen.target.assigned': 'The status of a reopened ticket that is assigned',
  'reopen.target.unassigned': 'The status of a reopened ticket that is not assigned',
  'autoClose.enabled': 'Closing of resolved tickets by themselves',
  'autoClose.after': 'The time after which resolved tickets close by themselves',
  'replies.whileNew': 'Who may reply while a ticket is new',
  'replies.whileResolved': 'What a reply to a resolved ticket does',
  'replies.whileClosed': 'Who may reply to a closed ticket',
  'replies.resumesWaiting': "Taking up a waiting ticket with the requester's reply",
  'replies.editWindow': 'The time in which an own reply may be edited',
  'priorities.active': 'The priorities in use',
  'priorities.default': 'The priority of new tickets',
  'priorities.requesterMayChoose': 'The priorities that requesters may choose',
  'priorities.guide': 'What is told of the priorities',
  'badges.roles': 'The roles that have the support badge',
  'classification.levels': 'The depth of the classification',
  'classification.onCreate': 'The category on new tickets',
  'onCreate.forbiddenFields': 'What happens to fields that a role may not set',
  'visibility.user': 'What users see',
  'visibility.client': 'What customers of an organisation see',
  'visibility.staffQueue': 'What stands in the queues of staff',
  'numbers.template': 'The form of new ticket numbers',
  'numbers.start': 'The first ticket number',
  'guest.enabled': 'Tickets from people without an account',
  'guest.accessLink': 'The time for which a mailed link opens a ticket',
  'guest.requiresPhone': 'Asking guests for a phone number',
  'recipients.min': 'The fewest recipients of a ticket',
  'recipients.max': 'The most recipients of a ticket',
};

const resolvedAlready = ' This counts for tickets that are resolved already, from when they were resolved.';
const consequences: Readonly<Record<string, string>> = {
  'reopen.window': resolvedAlready,
  'autoClose.after': resolvedAlready,
  'autoClose.enabled': ' This counts for tickets that are resolved already.',
  'reopen.closedWindow': ' This counts for tickets that are closed already, from when they were closed.',
  'numbers.template': ' Tickets keep the number they have.',
  'numbers.start': ' Numbers already given are not given again.',
};

/** What it means that the document does not say. */
const meaning: Readonly<Record<string, string>> = {
  'autoClose.after': 'the time for reopening',
  'guest.accessLink': 'no links',
  'badges.roles': 'those that have the right',
  'guest.requiresPhone': 'off',
};

/** `owner`: the catalogue entry the field belongs to, in words. */
function differences(
  from: Json | undefined,
  to: Json | undefined,
  field: string,
  owner: string,
  name = field,
): PolicyChange[] {
  if (same(from, to)) return [];
  if (isObject(from) && isObject(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
      differences(from[key], to[key], at(field, key), owner, owner === '' ? at(field, key) : at(name, key)),
    );
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const key = /\w+$/.exec(field)?.[0] ?? '';
    if (key === 'transitions') return rows(from, to, field);
    const thing = things[key];
    if (thing !== undefined && [...from, ...to].every(hasId)) return entries(from, to, field, thing, owner);
  }
  return [told(field, from, to, changed(owner === '' ? field : name, from, to, owner))];
}

function changed(name: string, from: Json | undefined, to: Json | undefined, owner: string): string {
  const what = owner === '' ? (phrases[name] ?? `“${name}”`) : `${owner}: ${name}`;
  const said = (value: Json | undefined) => (value === undefined && meaning[name]) || saying(value);
  return `${what}: ${said(to)} instead of ${said(from)}.${owner === '' ? (consequences[name] ?? '') : ''}`;
}

interface Entry {
  readonly [key: string]: Json;
  readonly id: string;
}
const hasId = (value: Json): value is Entry => isObject(value) && typeof value['id'] === 'string';

function entries(
  from: readonly Json[],
  to: readonly Json[],
  field: string,
  thing: string,
  owner: string,
): PolicyChange[] {
  const [old, next] = [byId(from), byId(to)];
  return [...new Map([...old, ...next]).keys()].flatMap((id) => {
    const [was, is] = [old.get(id), next.get(id)];
    const path = `${field}[${id}]`;
    const called = `${owner === '' ? '' : `${owner}, `}${thing} ${label(was ?? is, id)}`;
    if (!was) return [told(path, undefined, is, `${called} is added.`)];
    if (!is) return [told(path, was, undefined, `${called} is taken away.`)];
    return differences(was, is, path, called, '');
  });
}
const byId = (list: readonly Json[]) => new Map(list.filter(hasId).map((entry) => [entry.id, entry]));
const label = (entry: Entry | undefined, id: string) => saying(entry?.['label'] ?? entry?.['name'] ?? id);

/** Rows of the matrix have no id: one that differs is another row. */
function rows(from: readonly Json[], to: readonly Json[], field: string): PolicyChange[] {
  const missing = (list: readonly Json[], other: readonly Json[]) =>
    list.filter((row) => !other.some((entry) => same(row, entry)));
  return [
    ...missing(from, to).map((row) => told(field, row, undefined, `No longer: ${way(row)}.`)),
    ...missing(to, from).map((row) => told(field, undefined, row, `From now on: ${way(row)}.`)),
  ];
}

function way(row: Json): string {
  if (!isObject(row)) return saying(row);
  const { from, to, by, trigger, reason } = row;
  const place = (selector: Json | undefined) => (selector === '*' ? 'any status' : saying(selector));
  const verb = trigger === undefined ? '' : `, by ${saying(trigger)}`;
  return `${place(from)} to ${place(to)}${verb}, for ${saying(by)}${reason === 'required' ? ', with a reason' : ''}`;
}

const units: Readonly<Record<string, string>> = { W: 'week', D: 'day', H: 'hour', S: 'second' };

function saying(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'no limit';
  if (value === true) return 'on';
  if (value === false) return 'off';
  if (isDuration(value)) return spelled(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(saying).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const spelled = (duration: string): string =>
  [...duration.matchAll(/(\d+(?:\.\d+)?)([WDHMS])/g)]
    .map(([, count, unit = '']) => `${count} ${units[unit] ?? 'minute'}${count === '1' ? '' : 's'}`)
    .join(' ');

const told = (field: string, from: Json | undefined, to: Json | undefined, message: string): PolicyChange => ({
  field,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  message,
});

const at = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`);

function same(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => same(value as Json, other[index] as Json));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
  }
  return one === other;
}
