import { can } from '#access';
import type { Action, Command } from '../command.js';
import { limits } from '../limits.js';
import { Rejection } from '../rejection.js';
import { refuseInactive, tagNamed } from '../tags.js';

export type TagTicket = Command<'TagTicket', { readonly tag: string }>;

export const tagTicket: Action<TagTicket> = {
  may: ({ by }) => can(by, 'tag'),
  decide: ({ data, policy }, { tags }) => {
    const tag = tagNamed(data.tag);
    if (tags.includes(tag)) return [];
    refuseInactive(tag, policy, 'tag');
    if (tags.length >= limits.tagsPerTicket) throw new Rejection('tag-limit', undefined, 'tag');
    return [{ type: 'TagAdded', data: { tag } }];
  },
};
