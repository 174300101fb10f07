import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits } from '../limits.js';
import { Rejection } from '../rejection.js';
import { tagNamed } from '../tags.js';

/** `inactive`: an admin took the tag out of use, as the tenant's list of tags says. */
export type TagTicket = Command<'TagTicket', { readonly tag: string; readonly inactive?: boolean }>;

export const tagTicket: Action<TagTicket> = {
  may: ({ by }) => can(by, 'tag'),
  decide: ({ data }, { tags }) => {
    const tag = tagNamed(data.tag);
    if (tags.includes(tag)) return [];
    if (data.inactive) throw new Rejection('tag-inactive', 'only an admin can restore this tag', 'tag');
    if (tags.length >= limits.tagsPerTicket) throw new Rejection('tag-limit', undefined, 'tag');
    return [{ type: 'TagAdded', data: { tag } }];
  },
};
