import { can } from '#access';
import { statusCalled, statusFor } from '#policy';
import type { Action, Command } from '../command.js';
import type { TicketEvent } from '../events.js';
import { limits, notTooLong, written } from '../limits.js';
import {
  isRequesterSide,
  moveEvent,
  moveTo,
  reopenTarget,
  replyRefusal,
  replyReopens,
  type Moment,
} from '../policies.js';
import { Rejection } from '../rejection.js';
import type { ExistingTicket } from '../state.js';
import { wake } from './wake-ticket.js';
import { afterwards, authoriseThen, parentOf, roomForReply, type Then } from '../thread.js';

export type AddReply = Command<
  'AddReply',
  {
    readonly replyId: string;
    readonly body: string;
    readonly parentId?: string | null;
    /** false: the requester is not mailed; requesters cannot choose it */
    readonly notify?: boolean;
    readonly attachmentUrls?: readonly string[];
    /** what support changes along with it, all or nothing */
    readonly then?: Then;
  }
>;

/** A public reply. A requester's takes up a waiting ticket, reopens a resolved one and wakes a snoozed one, in the same append. */
export const addReply: Action<AddReply> = {
  may: ({ data, ...moment }, ticket) => {
    if (!can(moment.by, 'reply')) return false;
    authoriseThen(data.then, moment, ticket);
    return true;
  },
  decide: ({ data, ...moment }, ticket) => {
    const body = written(data.body, 'body', limits.body);
    const attachmentUrls = data.attachmentUrls ?? [];
    if (attachmentUrls.length > limits.attachmentUrls) {
      throw new Rejection('unknown-value', `at most ${limits.attachmentUrls} attachments`, 'attachmentUrls');
    }
    for (const url of attachmentUrls) notTooLong(url, 'attachmentUrls', limits.attachmentUrl);
    const parentId = parentOf(data.parentId, 'reply', moment.by, ticket);
    const refusal = replyRefusal(moment, ticket);
    if (refusal) throw new Rejection(refusal);
    roomForReply(ticket);
    const requester = isRequesterSide(moment.by, ticket);
    const side = requester ? 'requester' : 'support';
    const notify = requester || (data.notify ?? true);
    return [
      {
        type: 'ReplyAdded',
        data: { replyId: data.replyId, body, parentId, side, notify, attachmentUrls },
      },
      ...(requester
        ? [...consequences(moment, ticket), ...wake(ticket, 'reply')]
        : afterwards(data.then, moment, ticket)),
    ];
  },
};

function consequences(moment: Moment, ticket: ExistingTicket): TicketEvent[] {
  const { policy } = moment;
  if (replyReopens(moment, ticket)) {
    return moveTo(statusCalled(policy, reopenTarget(policy, ticket)), 'reply', moment, ticket);
  }
  if (ticket.state !== 'waiting' || !policy.replies.resumesWaiting) return [];
  // The policy's switch is what permits it: no row of the matrix is asked.
  const inProgress = statusFor(policy, 'in_progress');
  return inProgress ? [moveEvent(inProgress, 'reply', ticket)] : [];
}
