import { can } from '#access';
import type { Action, Command } from '../command.js';
import { classified } from '../classification.js';
import { Rejection } from '../rejection.js';

export type ClassifyTicket = Command<
  'ClassifyTicket',
  { readonly categoryId: string | null; readonly typeId?: string | null; readonly itemId?: string | null }
>;

/** Names all three levels: one that is not named is cleared, so a new category never keeps an old type. */
export const classifyTicket: Action<ClassifyTicket> = {
  may: ({ by }) => can(by, 'classify'),
  decide: ({ data, by, policy }, { classification: from }) => {
    const { categoryId, typeId = null, itemId = null } = data;
    const to = { categoryId, typeId, itemId };
    if (to.categoryId === from.categoryId && to.typeId === from.typeId && to.itemId === from.itemId) return [];
    if (to.categoryId === null && policy.classification.onCreate === 'required') {
      throw new Rejection('required', 'every ticket has a category', 'categoryId');
    }
    return [{ type: 'TicketReclassified', data: { from, to: classified(to, by, policy) } }];
  },
};
