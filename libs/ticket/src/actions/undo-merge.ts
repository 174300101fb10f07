import { can } from '#access';
import type { Action, Command } from '../command.js';

export type UndoMerge = Command<'UndoMerge', { readonly target: string }>;

/** The second half of undoing a merge: the source goes on in the status it was merged in, and its windows begin anew. */
export const undoMerge: Action<UndoMerge> = {
  may: ({ by }) => can(by, 'merge') || by.kind === 'system',
  decide: ({ data: { target } }, { merged, status, state }) =>
    merged?.into === target
      ? [
          {
            type: 'MergeUndone',
            data: { from: status, fromState: state, to: merged.status, toState: merged.state, target },
          },
        ]
      : [],
};
