// What hangs on a ticket beside its own fields: links, recipients, references, what was written, what was merged.
import { useMutation } from '@tanstack/react-query';
import type { LinkType } from '#ticket';
import { api, ask, type Schemas } from './client';
import { reached, useLookAgain } from './commands';

export type Around =
  | { readonly type: 'link'; readonly as: LinkType; readonly target: string }
  | { readonly type: 'unlink'; readonly as: LinkType; readonly other: string }
  | { readonly type: 'tell' | 'tell-no-more'; readonly userId: string }
  | { readonly type: 'refer' | 'refer-no-more'; readonly kind: string; readonly refId: string }
  | { readonly type: 'correct'; readonly replyId: string; readonly body: string }
  | { readonly type: 'take-back'; readonly replyId: string };

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
    case 'correct':
      return ask(
        api.PATCH('/v1/tickets/{id}/replies/{replyId}', {
          params: { path: { id, replyId: done.replyId } },
          body: { body: done.body },
        }),
      );
    case 'take-back':
      return ask(
        api.DELETE('/v1/tickets/{id}/replies/{replyId}', {
          params: { path: { id, replyId: done.replyId } },
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

/** Takes duplicates into `id`, or lets one of them go again. @returns per item results. @throws Problem */
export function useMerge() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ id, ...which }: { readonly id: string } & ({ sources: string[] } | { source: string })) =>
      'sources' in which
        ? ask(api.POST('/v1/tickets/{id}/merge', { params: { path: { id } }, body: which }))
        : ask(api.POST('/v1/tickets/{id}/unmerge', { params: { path: { id } }, body: which })),
    onSuccess: async ({ position }, { id }) => {
      if (position !== null) await reached({ id, position });
      await lookAgain();
    },
  });
}

/** Moves replies into a new ticket: all of them, or none. @returns that ticket. @throws Problem */
export function useSplit() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ id, key, ...body }: { readonly id: string; readonly key: string } & Schemas['SplitTicketBody']) =>
      ask(api.POST('/v1/tickets/{id}/split', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
    onSuccess: async ({ into, position }) => {
      await reached({ id: into.id, position });
      await lookAgain();
    },
  });
}
