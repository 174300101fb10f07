import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits, written } from '../limits.js';
import { afterwards, authoriseThen, parentOf, roomForReply, type Then } from '../thread.js';

export type AddNote = Command<
  'AddNote',
  { readonly replyId: string; readonly body: string; readonly parentId?: string | null; readonly then?: Then }
>;

/** An internal note: whatever the status, never for requesters, and nobody is mailed. */
export const addNote: Action<AddNote> = {
  may: ({ data, ...moment }, ticket) => {
    if (!can(moment.by, 'note')) return false;
    authoriseThen(data.then, moment, ticket);
    return true;
  },
  decide: ({ data, ...moment }, ticket) => {
    const body = written(data.body, 'body', limits.body);
    const parentId = parentOf(data.parentId, 'note', moment.by, ticket);
    roomForReply(ticket);
    return [
      { type: 'NoteAdded', data: { replyId: data.replyId, body, parentId } },
      ...afterwards(data.then, moment, ticket),
    ];
  },
};
