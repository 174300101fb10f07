import type { Action, Command } from '../command.js';
import { limits, written } from '../limits.js';
import { changeableReply, mayChangeReply } from '../thread.js';

export type EditReply = Command<'EditReply', { readonly replyId: string; readonly body: string }>;

/** A new text; the old one stays in the history, and a note stays a note. */
export const editReply: Action<EditReply> = {
  may: ({ by, data: { replyId } }, ticket) => mayChangeReply(replyId, by, ticket),
  decide: ({ data: { replyId, body }, ...moment }, ticket) => {
    changeableReply(replyId, moment, ticket);
    return [{ type: 'ReplyEdited', data: { replyId, body: written(body, 'body', limits.body) } }];
  },
};
