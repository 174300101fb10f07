import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits, written } from '../limits.js';
import { Rejection } from '../rejection.js';
import { visibleReply } from '../thread.js';

/** `into`: id of the ticket that is going to be opened for them */
export type SplitOff = Command<
  'SplitOff',
  { readonly replyIds: readonly string[]; readonly subject: string; readonly into: string }
>;

/**
 * The first half of a split, and its truth: this ticket's stream alone says which ticket a reply belongs to, so that two
 * splits at the same time never take the same one. All of them, or none.
 */
export const splitOff: Action<SplitOff> = {
  may: ({ by }) => can(by, 'merge'),
  decide: ({ data, by }, ticket) => {
    const subject = written(data.subject, 'subject', limits.subject);
    const replyIds = [...new Set(data.replyIds)];
    if (replyIds.length === 0) throw new Rejection('required', 'name a reply', 'replyIds');
    if (replyIds.length > limits.repliesPerSplit) {
      throw new Rejection('unknown-value', `at most ${limits.repliesPerSplit} replies at once`, 'replyIds');
    }
    for (const [index, id] of data.replyIds.entries()) {
      const reply = visibleReply(id, by, ticket);
      const field = `replyIds[${index}]`;
      if (!reply || reply.deleted) throw new Rejection('unknown-value', 'is not known', field);
      if (reply.movedTo) throw new Rejection('reply-split', 'it is in another ticket already', field);
    }
    return [{ type: 'ReplySplitOff', data: { into: data.into, subject, replyIds } }];
  },
};
