import { can } from '#access';
import type { Action, Command } from '../command.js';
import { changeableReply, mayChangeReply } from '../thread.js';

export type DeleteReply = Command<'DeleteReply', { readonly replyId: string }>;

/** Requesters see nothing of it any more, support a placeholder; the history keeps the text. */
export const deleteReply: Action<DeleteReply> = {
  may: ({ by, data: { replyId } }, ticket) => mayChangeReply(replyId, by, ticket),
  decide: ({ data: { replyId }, ...moment }, ticket) => {
    const reply = ticket.replies.get(replyId);
    if (reply?.deleted && (reply.authorId === moment.by.id || can(moment.by, 'see-deleted'))) return [];
    changeableReply(replyId, moment, ticket);
    return [{ type: 'ReplyDeleted', data: { replyId } }];
  },
};
