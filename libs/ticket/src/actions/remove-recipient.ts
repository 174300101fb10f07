import { can } from '#access';
import type { Action, Command } from '../command.js';
import { Rejection } from '../rejection.js';

export type RemoveRecipient = Command<'RemoveRecipient', { readonly userId: string }>;

/** Somebody always stays. */
export const removeRecipient: Action<RemoveRecipient> = {
  may: ({ by }) => can(by, 'recipients'),
  decide: ({ data: { userId }, policy }, { recipients }) => {
    if (!recipients.includes(userId)) return [];
    if (recipients.length <= Math.max(1, policy.recipients.min))
      throw new Rejection('last-recipient', undefined, 'userId');
    return [{ type: 'RecipientRemoved', data: { userId } }];
  },
};
