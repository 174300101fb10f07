// What an actor is offered: the same judgements as the refusals, asked for a whole page of rows at once.
import { can, type Actor } from '#access';
import { statusCalled, statusFor, type State, type Status, type TicketPolicy, type Trigger } from '#policy';
import {
  isOpen,
  isTerminal,
  moveRefusal,
  needsReason,
  ratingRefusal,
  reopenTarget,
  replyRefusal,
  triggerOf,
  type Moment,
} from './policies.js';
import type { Standing } from './state.js';

type Offer = (moment: Moment, ticket: Standing) => boolean;

const move =
  (state: State, trigger: Trigger, { withReason }: { withReason: boolean }): Offer =>
  (moment, ticket) => {
    const to = statusFor(moment.policy, state);
    if (!to || ticket.state === state || moveRefusal(moment, ticket, to, trigger)) return false;
    return withReason || !needsReason(moment, ticket, to, trigger);
  };

const offers = {
  reply: (moment, ticket) => replyRefusal(moment, ticket) === undefined,
  note: ({ by }) => can(by, 'note'),
  // Their bodies have no reason to give.
  start: move('in_progress', 'start', { withReason: false }),
  wait: move('waiting', 'wait', { withReason: true }),
  resolve: move('resolved', 'resolve', { withReason: false }),
  close: move('closed', 'close', { withReason: true }),
  reopen: (moment, ticket) =>
    !isOpen(ticket.state) &&
    !moveRefusal(moment, ticket, statusCalled(moment.policy, reopenTarget(moment.policy, ticket)), 'reopen'),
  'set-status': (moment, ticket) =>
    can(moment.by, 'set-status') && moment.policy.statuses.some((to) => choosable(moment, ticket, to)),
  assign: ({ by }) => can(by, 'assign'),
  take: ({ by }, { assignee }) => can(by, 'take') && assignee.userId === null,
  'set-priority': ({ by }) => can(by, 'set-priority'),
  classify: ({ by }) => can(by, 'classify'),
  'set-custom-fields': ({ by }) => can(by, 'set-custom-fields'),
  tag: ({ by }) => can(by, 'tag'),
  link: ({ by }) => can(by, 'link'),
  merge: ({ by }) => can(by, 'merge'),
  split: ({ by }) => can(by, 'merge'),
  recipients: ({ by }) => can(by, 'recipients'),
  references: ({ by }) => can(by, 'references'),
  snooze: ({ by }, { state }) => can(by, 'snooze') && isOpen(state),
  rate: (moment, ticket) => ratingRefusal(moment, ticket) === undefined,
  adopt: ({ by }, { live }) => can(by, 'import') && live === false,
  delete: ({ by }) => can(by, 'delete'),
} satisfies Record<string, Offer>;
export type ActionName = keyof typeof offers;

const afterTheEnd: ReadonlySet<string> = new Set<ActionName>(['link', 'rate', 'adopt', 'delete']);

const whileMerged: ReadonlySet<string> = new Set<ActionName>(['link', 'adopt', 'delete']);

const choosable = (moment: Moment, ticket: Standing, to: Status): boolean =>
  to.id !== ticket.status && moveRefusal(moment, ticket, to, triggerOf(ticket, to)) === undefined;

/** Ids of the statuses this actor may put the ticket in now, in the order of the catalogue; some ask for a reason. */
export function allowedStatuses(by: Actor, ticket: Standing, policy: TicketPolicy, at: string): string[] {
  const moment = { by, policy, at };
  if (ticket.merged) return [];
  return policy.statuses
    .filter((to) => choosable(moment, ticket, to))
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

/** What this actor may do to the ticket now, by the names of the API. */
export function allowedActions(by: Actor, ticket: Standing, policy: TicketPolicy, at: string): ActionName[] {
  const moment = { by, policy, at };
  const ended = isTerminal(policy, ticket);
  return (Object.keys(offers) as ActionName[]).filter(
    (name) =>
      (!ended || afterTheEnd.has(name)) && (!ticket.merged || whileMerged.has(name)) && offers[name](moment, ticket),
  );
}
