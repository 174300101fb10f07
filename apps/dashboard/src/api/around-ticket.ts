// What hangs on a ticket beside its own fields: links, recipients, references. One request each, no body of its own.
import { useMutation } from '@tanstack/react-query';
import type { LinkType } from '#ticket';
import { api, ask } from './client';
import { reached, useLookAgain } from './commands';

export type Around =
  | { readonly type: 'link'; readonly as: LinkType; readonly target: string }
  | { readonly type: 'unlink'; readonly as: LinkType; readonly other: string }
  | { readonly type: 'tell' | 'tell-no-more'; readonly userId: string }
  | { readonly type: 'refer' | 'refer-no-more'; readonly kind: string; readonly refId: string };

export function around(id: string, done: Around) {
  const path = { id };
  switch (done.type) {
    case 'link':
      return ask(
        api.POST('/v1/tickets/{id}/links', { params: { path }, body: { type: done.as, target: done.target } }),
      );
    case 'unlink':
      return ask(
        api.DELETE('/v1/tickets/{id}/links/{type}/{otherId}', {
          params: { path: { id, type: done.as, otherId: done.other } },
          body: {},
        }),
      );
    case 'tell':
      return ask(api.POST('/v1/tickets/{id}/recipients', { params: { path }, body: { userId: done.userId } }));
    case 'tell-no-more':
      return ask(
        api.DELETE('/v1/tickets/{id}/recipients/{userId}', { params: { path: { id, userId: done.userId } }, body: {} }),
      );
    case 'refer':
      return ask(
        api.POST('/v1/tickets/{id}/references', { params: { path }, body: { kind: done.kind, id: done.refId } }),
      );
    case 'refer-no-more':
      return ask(
        api.DELETE('/v1/tickets/{id}/references/{kind}/{refId}', {
          params: { path: { id, kind: done.kind, refId: done.refId } },
          body: {},
        }),
      );
  }
}

export function useAround() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ id, done }: { readonly id: string; readonly done: Around }) => around(id, done),
    onSuccess: async (receipt) => {
      await reached(receipt);
      // The other side of a link has changed, too.
      await lookAgain();
    },
  });
}
