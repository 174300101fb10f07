import { can, type Actor } from '#access';
import { fieldsFor, statusCalled, type Priority, type Status, type TicketPolicy } from '#policy';
import { classified } from '../classification.js';
import type { Command, OpeningAction } from '../command.js';
import { customValue, fieldDepth, type CustomInput } from '../custom-fields.js';
import type { Assignee, Classification, CustomValue, EventData, Reference, TicketEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { guestIdOf } from '../guests.js';
import { limits, maybeWritten, notTooLong, written } from '../limits.js';
import { isDesk, isOpen, moveEvent, moveRefusal, selectablePriorities, triggerOf, type Moment } from '../policies.js';
import { referenced } from '../references.js';
import { Rejection } from '../rejection.js';
import { absent, exists } from '../state.js';
import { refuseInactive, tagNamed } from '../tags.js';
import { openedBySplit, type SplitContents } from './open-split.js';
import { linkIssued } from './issue-guest-link.js';

type Guest = NonNullable<EventData['TicketOpened']['guest']>;

export type OpenTicket = Command<
  'OpenTicket',
  {
    readonly ticketId: string;
    readonly number: string;
    readonly subject: string;
    readonly description?: string;
    readonly priority?: Priority;
    readonly categoryId?: string | null;
    readonly typeId?: string | null;
    readonly itemId?: string | null;
    /** As the caller named them; absent: the caller, and the caller's or the requester's organisation. */
    readonly requesterId?: string;
    readonly clientId?: string;
    readonly projectId?: string | null;
    /** The organisation of a requester other than the caller, as the directory has it. */
    readonly requesterClientId?: string | null;
    readonly status?: string;
    readonly assignee?: Partial<Assignee>;
    readonly recipients?: readonly string[];
    readonly references?: readonly Reference[];
    readonly customFields?: Readonly<Record<string, CustomInput>>;
    readonly tags?: readonly string[];
    readonly context?: Readonly<Record<string, string>>;
    readonly department?: string | null;
    readonly attachmentUrls?: readonly string[];
    readonly guest?: Guest;
    /** of the first link a guest is mailed, where the policy has links */
    readonly guestLinkId?: string;
    /** What it is made of when it is split off another one: then nothing else of this counts. */
    readonly split?: SplitContents;
  }
>;
type Data = OpenTicket['data'];

/** Which of the named fields this caller may not set at all. */
const forbidden: { readonly [F in keyof Data]?: (by: Actor, policy: TicketPolicy) => boolean } = {
  requesterId: (by) => !can(by, 'create-for-other'),
  clientId: (by) => !can(by, 'choose-client'),
  status: (by) => !(isDesk(by) && can(by, 'set-status')),
  assignee: (by) => !(isDesk(by) && can(by, 'assign')),
  tags: (by) => !can(by, 'tag'),
  categoryId: (by, { classification }) => !isDesk(by) && by.role !== 'guest' && classification.onCreate === 'hidden',
  typeId: (by, policy) => levelsFor(by, policy) < 2,
  itemId: (by, policy) => levelsFor(by, policy) < 3,
};
/** A guest says who they are and what is wrong; the rest is dropped, whatever the form sent. */
const guestFields: ReadonlySet<string> = new Set<keyof Data>([
  'ticketId',
  'number',
  'subject',
  'description',
  'categoryId',
  'customFields',
  'context',
  'guest',
  'guestLinkId',
]);

const levelsFor = (by: Actor, { classification }: TicketPolicy): 1 | 2 | 3 => {
  if (isDesk(by)) return 3;
  return by.role === 'guest' ? 1 : (classification.requesterLevels ?? 3);
};
/** How many levels of the classification this caller may give a new ticket; 0: none, the desk classifies. */
export const levelsToChoose = (by: Actor, policy: TicketPolicy): 0 | 1 | 2 | 3 =>
  forbidden.categoryId?.(by, policy) ? 0 : policy.classification.levels === 1 ? 1 : levelsFor(by, policy);

const given = (data: Data, field: keyof Data): boolean => data[field] !== undefined && data[field] !== null;

export const openTicket: OpeningAction<OpenTicket> = {
  may: ({ data, by, policy }) => {
    if (data.split) return by.kind === 'system' || can(by, 'merge');
    if (by.role === 'guest') return policy.guest.enabled === true;
    if (policy.onCreate.forbiddenFields === 'refuse') {
      for (const field of Object.keys(forbidden) as (keyof Data)[]) {
        if (given(data, field) && forbidden[field]?.(by, policy)) {
          throw new Rejection('field-not-allowed', `you may not set ${field}`, field);
        }
      }
    }
    return can(by, 'create');
  },
  decide: ({ data: asked, ...moment }, ticket) => {
    if (ticket.state !== 'absent') throw new Rejection('ticket-exists');
    const { by, policy } = moment;
    if (asked.split) return openedBySplit(asked, asked.split, policy);
    const data = allowed(asked, by, policy);
    const guest = by.role === 'guest' ? knownGuest(data.guest, policy) : null;
    const requesterId = guest ? guestIdOf(data.ticketId) : (data.requesterId ?? by.id);
    const initial = statusNamed(policy, policy.initialStatus);
    const classification = classifiedOnCreate(data, by, policy);
    const opened = {
      type: 'TicketOpened',
      data: {
        ticketId: data.ticketId,
        number: data.number,
        subject: written(data.subject, 'subject', limits.subject),
        description: described(data.description, by, policy),
        requesterId,
        ...placed(data, by),
        ...classification,
        status: initial.id,
        state: initial.state,
        priority: prioritised(data.priority, by, policy),
        assignee: { userId: data.assignee?.userId ?? null, groupId: data.assignee?.groupId ?? null },
        recipients: guest ? [] : recipients(requesterId, data.recipients ?? [], policy),
        references: referenced(data.references ?? [], [], policy),
        customFields: customFields(data.customFields ?? {}, classification, by, policy),
        tags: tagged(data.tags ?? [], policy),
        context: context(data.context ?? {}),
        department: maybeWritten(data.department, 'department', limits.department),
        attachmentUrls: attachmentUrls(data.attachmentUrls ?? []),
        guest,
      },
    } as const satisfies TicketEvent;
    if (guest) return [opened, ...(data.guestLinkId ? linkIssued(data.guestLinkId, moment) : [])];
    return data.status === undefined || data.status === initial.id
      ? [opened]
      : openedIn(statusNamed(policy, data.status), opened, moment);
  },
};

/** What the ticket will refer to, and from where: as the decision takes it. @throws Rejection for a place that is none of the caller's */
export function referencesOf({ data: asked, by, policy }: OpenTicket) {
  const data = allowed(asked, by, policy);
  return { references: data.references ?? [], ...placed(data, by) };
}

/** What is left of the data where fields beyond the caller's rights are dropped; elsewhere `may` has refused them. */
function allowed(data: Data, by: Actor, policy: TicketPolicy): Data {
  const kept = Object.entries(data).filter(([field]) =>
    by.role === 'guest' ? guestFields.has(field) : !forbidden[field as keyof Data]?.(by, policy),
  );
  return Object.fromEntries(kept) as unknown as Data;
}

/** Fields are named as in the form, which has them side by side. */
function knownGuest(guest: Guest | undefined, policy: TicketPolicy): Guest {
  if (!guest) throw new Rejection('required', 'a guest says who they are', 'guest');
  const phone = maybeWritten(guest.phone, 'phone', limits.guestPhone);
  if (phone === null && policy.guest.requiresPhone) throw new Rejection('required', 'must not be blank', 'phone');
  return {
    name: written(guest.name, 'name', limits.guestName),
    email: written(guest.email, 'email', limits.guestEmail),
    ...(phone === null ? {} : { phone }),
  };
}

function described(description: string | undefined, by: Actor, policy: TicketPolicy): string {
  const text = maybeWritten(description, 'description', limits.description);
  if (text === null && (by.role === 'guest' || (policy.onCreate.descriptionRequired ?? true))) {
    throw new Rejection('required', 'must not be blank', 'description');
  }
  return text ?? '';
}

/** The organisation a ticket belongs to: a customer's own, one of a partner's, for the desk the requester's or the one named. */
function placed(data: Data, by: Actor): { clientId: string | null; projectId: string | null } {
  const home = data.requesterId === undefined ? by.clientId : (data.requesterClientId ?? null);
  const onlyOne = by.side === 'partner' && by.clientIds.length === 1 ? by.clientIds[0] : undefined;
  const clientId = data.clientId ?? home ?? onlyOne ?? null;
  const projectId = data.projectId ?? null;
  if (by.side === 'partner') {
    if (clientId === null) throw new Rejection('required', 'name the client this is for', 'clientId');
    if (!by.clientIds.includes(clientId)) throw unknown('clientId');
  }
  if (home !== null && clientId !== home) throw unknown('clientId');
  if (projectId !== null && clientId === null) throw unknown('projectId');
  return { clientId, projectId };
}

function classifiedOnCreate(data: Data, by: Actor, policy: TicketPolicy): Classification {
  const { categoryId = null, typeId = null, itemId = null } = data;
  if (categoryId === null && (by.role === 'guest' || policy.classification.onCreate === 'required')) {
    const none = !policy.classification.categories.some(({ active }) => active);
    throw new Rejection(
      'required',
      none ? 'no category is set up yet: ask an admin' : 'choose a category',
      'categoryId',
    );
  }
  return classified({ categoryId, typeId, itemId }, by, policy);
}

function prioritised(asked: Priority | undefined, by: Actor, policy: TicketPolicy): Priority {
  const { priorities, onCreate } = policy;
  // Nobody asks a guest how bad it is.
  if (by.role === 'guest') return priorities.active.includes('medium') ? 'medium' : priorities.default;
  if (asked === undefined) return priorities.default;
  if (selectablePriorities(by, policy).includes(asked)) return asked;
  if (onCreate.forbiddenFields === 'drop' && !isDesk(by)) return priorities.default;
  throw new Rejection('not-selectable', 'you may not choose this priority', 'priority');
}

/** Whoever the ticket is for is told of it first. */
function recipients(requesterId: string, named: readonly string[], policy: TicketPolicy): string[] {
  const all = [...new Set([requesterId, ...named])];
  const { min, max } = policy.recipients;
  if (all.length < min || all.length > max) {
    throw new Rejection('recipient-limit', `${min} to ${max} recipients`, 'recipients');
  }
  return all;
}

function customFields(
  inputs: Readonly<Record<string, CustomInput>>,
  classification: Classification,
  by: Actor,
  policy: TicketPolicy,
): Record<string, CustomValue> {
  const shown = fieldsFor(policy, classification, fieldDepth(by)).filter(
    ({ visibleOnNew }) => visibleOnNew || isDesk(by),
  );
  const drops = policy.onCreate.forbiddenFields === 'drop' || by.role === 'guest';
  for (const id of Object.keys(inputs)) {
    if (!drops && !shown.some(({ field }) => field.id === id)) {
      const inactive = isDesk(by) && policy.customFields.some((field) => field.id === id && !field.active);
      const code = inactive ? 'inactive-field' : 'unknown-field';
      throw new Rejection(code, 'there is no such field here', `customFields.${id}`);
    }
  }
  const values = shown.map(({ field, visibleOnNew, requiredOnNew }) => {
    const value = customValue(
      field,
      Object.hasOwn(inputs, field.id) ? (inputs[field.id] ?? null) : null,
      'customFields',
    );
    if (value === null && visibleOnNew && requiredOnNew) {
      throw new Rejection('required', `${field.name} is required`, `customFields.${field.id}`);
    }
    return [field.id, value] as const;
  });
  return Object.fromEntries(values.filter((entry): entry is [string, CustomValue] => entry[1] !== null));
}

function tagged(names: readonly string[], policy: TicketPolicy): string[] {
  const tags = [...new Set(names.map(tagNamed))];
  if (tags.length > limits.tagsPerTicket) throw new Rejection('tag-limit', undefined, 'tags');
  for (const tag of tags) refuseInactive(tag, policy, 'tags');
  return tags;
}

const context = (facts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => {
      const text = maybeWritten(value, `context.${key}`, limits.contextValue);
      return text === null ? [] : [[key, text]];
    }),
  );

function attachmentUrls(urls: readonly string[]): readonly string[] {
  if (urls.length > limits.attachmentUrls)
    throw new Rejection('unknown-value', 'too many attachments', 'attachmentUrls');
  return urls.map((url) => notTooLong(url, 'attachmentUrls', limits.attachmentUrl));
}

/**
 * A ticket the desk opens in another status than the first. It must be one the caller could move a new ticket to; the
 * description is reason enough. Done already (resolved, closed), it still passes through the event that stamps it.
 */
function openedIn(to: Status, opened: TicketEvent & { type: 'TicketOpened' }, moment: Moment): TicketEvent[] {
  const fresh = evolve(absent, { ...opened, by: moment.by, at: moment.at, origin: 'live', revision: 0n });
  if (!exists(fresh)) return [opened];
  const trigger = triggerOf(fresh, to);
  if (moveRefusal(moment, fresh, to, trigger)) {
    throw new Rejection('not-selectable', 'a ticket cannot be opened in this status', 'status');
  }
  if (isOpen(to.state)) return [{ ...opened, data: { ...opened.data, status: to.id, state: to.state } }];
  return [opened, moveEvent(to, trigger, fresh)];
}

function statusNamed(policy: TicketPolicy, id: string): Status {
  const status = statusCalled(policy, id);
  if (!status) throw new Rejection('unknown-value', 'there is no such status', 'status');
  return status;
}

const unknown = (field: string) => new Rejection('unknown-value', 'there is no such entry', field);
