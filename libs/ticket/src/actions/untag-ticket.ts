import { can } from '#access';
import type { Action, Command } from '../command.js';
import { tagNamed } from '../tags.js';

export type UntagTicket = Command<'UntagTicket', { readonly tag: string }>;

/** The tag itself lives on. */
export const untagTicket: Action<UntagTicket> = {
  may: ({ by }) => can(by, 'tag'),
  decide: ({ data }, { tags }) => {
    const tag = tagNamed(data.tag);
    return tags.includes(tag) ? [{ type: 'TagRemoved', data: { tag } }] : [];
  },
};
