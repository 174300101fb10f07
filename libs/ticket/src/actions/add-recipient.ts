import { can } from '#access';
import type { Action, Command } from '../command.js';
import { Rejection } from '../rejection.js';

export type AddRecipient = Command<'AddRecipient', { readonly userId: string }>;

/** Somebody of the tenant who is told of public replies; the caller has looked them up. */
export const addRecipient: Action<AddRecipient> = {
  may: ({ by }) => can(by, 'recipients'),
  decide: ({ data: { userId }, policy }, { recipients }) => {
    if (recipients.includes(userId)) return [];
    if (recipients.length >= policy.recipients.max) throw new Rejection('recipient-limit', undefined, 'userId');
    return [{ type: 'RecipientAdded', data: { userId } }];
  },
};
