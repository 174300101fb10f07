// The second half of a split: the new ticket, as the old one's history calls for it. It is decided already, so nothing of
// it can be refused: what is no longer in a catalogue is taken over as it was.
import { statusCalled, type TicketPolicy } from '#policy';
import type { EventData, TicketEvent } from '../events.js';
import { guestIdOf, isGuestId } from '../guests.js';
import type { PictureReply, Picture } from '../picture.js';

/** `source`: the old ticket as it was before the split; `idOf`: a reply's id in the new ticket. */
export interface SplitContents {
  readonly source: Picture;
  readonly subject: string;
  readonly replyIds: readonly string[];
  readonly idOf: (replyId: string) => string;
}

export function openedBySplit(
  { ticketId, number }: Pick<EventData['TicketOpened'], 'ticketId' | 'number'>,
  { source, subject, replyIds, idOf }: SplitContents,
  policy: TicketPolicy,
): TicketEvent[] {
  const initial = statusCalled(policy, policy.initialStatus);
  const guest = isGuestId(source.requesterId) ? source.guest : null;
  // A guest is one person for one ticket.
  const here = (userId: string) => (isGuestId(userId) ? guestIdOf(ticketId) : userId);
  const moved = new Set(replyIds);
  const takenOver = ({
    id,
    kind,
    side,
    by,
    at,
    body,
    parentId,
    attachmentUrls,
    editedAt,
  }: PictureReply): TicketEvent => ({
    type: 'ReplyTakenOver',
    data: {
      replyId: idOf(id),
      source: { ticketId: source.ticketId, replyId: id },
      kind,
      by: { ...by, id: here(by.id) },
      at,
      editedAt,
      body,
      parentId: parentId !== null && moved.has(parentId) ? idOf(parentId) : null,
      side,
      attachmentUrls,
    },
  });
  const { clientId, projectId, classification, priority, assignee, recipients } = source;
  return [
    {
      type: 'TicketOpened',
      data: {
        ticketId,
        number,
        subject,
        description: '', // what it is about stands in its replies
        requesterId: here(source.requesterId),
        clientId,
        projectId,
        ...classification,
        status: policy.initialStatus,
        state: initial?.state ?? 'new',
        priority,
        assignee,
        recipients: recipients.map(here),
        references: [],
        customFields: {},
        tags: [],
        context: {},
        department: source.department,
        attachmentUrls: [],
        guest,
      },
    },
    ...source.replies.filter(({ id }) => moved.has(id)).map(takenOver),
  ];
}
