// What can be done to a ticket, by the names its `allowedActions` uses, one request each.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from './client';

/** An act and the body of its route. */
export type Act =
  | ({ readonly type: 'reply' | 'note' } & Omit<Schemas['AddReplyBody'], 'visibility'>)
  | ({ readonly type: 'start' } & Schemas['StartProgressBody'])
  | ({ readonly type: 'wait' } & Schemas['MarkWaitingBody'])
  | ({ readonly type: 'resolve' } & Schemas['ResolveTicketBody'])
  | ({ readonly type: 'close' } & Schemas['CloseTicketBody'])
  | ({ readonly type: 'reopen' } & Schemas['ReopenTicketBody'])
  | ({ readonly type: 'set-status' } & Schemas['SetStatusBody'])
  | ({ readonly type: 'assign' } & Schemas['AssigneeBody'])
  | { readonly type: 'take' | 'adopt' }
  | ({ readonly type: 'set-priority' } & Schemas['SetPriorityBody'])
  | ({ readonly type: 'classify' } & Schemas['ClassifyTicketBody'])
  | ({ readonly type: 'set-custom-fields' } & Schemas['SetCustomFieldsBody'])
  | { readonly type: 'tag' | 'untag'; readonly tag: string }
  | ({ readonly type: 'snooze' } & Schemas['SnoozeTicketBody'])
  | { readonly type: 'wake' }
  | { readonly type: 'delete'; readonly reason?: string };

export interface Sent {
  /** The act is done only on this revision; else Problem `revision-mismatch` (412). */
  readonly ifMatch?: string;
  /** Give one to send the same act again after a failure without doing it twice. */
  readonly key?: string;
}

/** @returns the receipt. @throws Problem */
export function act(id: string, { type, ...body }: Act, { ifMatch, key }: Sent = {}): Promise<Schemas['ReceiptBody']> {
  const params = {
    path: { id },
    header: { ...(ifMatch && { 'If-Match': `"${ifMatch}"` }), ...(key && { 'Idempotency-Key': key }) },
  };
  const send = { params, body: body as never };
  switch (type) {
    case 'reply':
    case 'note': {
      const visibility = type === 'note' ? 'internal' : 'public';
      return ask(
        api.POST('/v1/tickets/{id}/replies', { params, body: { ...(body as Schemas['AddReplyBody']), visibility } }),
      );
    }
    case 'start':
      return ask(api.POST('/v1/tickets/{id}/start', send));
    case 'wait':
      return ask(api.POST('/v1/tickets/{id}/wait', send));
    case 'resolve':
      return ask(api.POST('/v1/tickets/{id}/resolve', send));
    case 'close':
      return ask(api.POST('/v1/tickets/{id}/close', send));
    case 'reopen':
      return ask(api.POST('/v1/tickets/{id}/reopen', send));
    case 'set-status':
      return ask(api.PUT('/v1/tickets/{id}/status', send));
    case 'assign':
      return ask(api.PUT('/v1/tickets/{id}/assignee', send));
    case 'take':
      return ask(api.POST('/v1/tickets/{id}/take', { params, body: {} }));
    case 'adopt':
      return ask(api.POST('/v1/tickets/{id}/adopt', { params, body: {} }));
    case 'set-priority':
      return ask(api.PUT('/v1/tickets/{id}/priority', send));
    case 'classify':
      return ask(api.PUT('/v1/tickets/{id}/classification', send));
    case 'set-custom-fields':
      return ask(api.PUT('/v1/tickets/{id}/custom-fields', send));
    case 'tag':
    case 'untag': {
      const named = { params: { ...params, path: { id, tag: (body as { tag: string }).tag } }, body: {} };
      return type === 'tag'
        ? ask(api.PUT('/v1/tickets/{id}/tags/{tag}', named))
        : ask(api.DELETE('/v1/tickets/{id}/tags/{tag}', named));
    }
    case 'snooze':
      return ask(api.POST('/v1/tickets/{id}/snooze', send));
    case 'wake':
      return ask(api.DELETE('/v1/tickets/{id}/snooze', { params, body: {} }));
    case 'delete':
      return ask(
        api.DELETE('/v1/tickets/{id}', { params: { ...params, query: body as { reason?: string } }, body: {} }),
      );
  }
}

/** After an act everything that shows tickets looks again; the position makes the first look see it. */
export function useLookAgain() {
  const client = useQueryClient();
  return async (id?: string) => {
    await Promise.all([
      ...(id
        ? [client.invalidateQueries({ queryKey: ['ticket', id] })]
        : [client.invalidateQueries({ queryKey: ['ticket'] })]),
      client.invalidateQueries({ queryKey: ['tickets'] }),
      client.invalidateQueries({ queryKey: ['counts'] }),
      client.invalidateQueries({ queryKey: ['badges'] }),
    ]);
  };
}

interface Asked extends Sent {
  readonly id: string;
  readonly act: Act;
  /** At once, also when the screen has gone; success is told only when lists show it. */
  readonly onReceipt?: (receipt: Schemas['ReceiptBody']) => void;
}

export function useAct() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ id, act: done, ...sent }: Asked) => act(id, done, sent),
    onSuccess: async (receipt, { onReceipt }) => {
      onReceipt?.(receipt);
      await reached(receipt);
      await lookAgain(receipt.id);
    },
  });
}

export function useBulk() {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ ids, act: command }: { readonly ids: readonly string[]; readonly act: Act }) =>
      ask(api.POST('/v1/bulk', { body: { ids: [...ids], command: { ...command } } })),
    onSuccess: async () => lookAgain(),
  });
}

/** Waits until lists show what the receipt is about: read-your-writes, two seconds at most. */
export async function reached({ id, position }: { readonly id: string; readonly position: string }): Promise<void> {
  await api.GET('/v1/tickets/{id}', { params: { path: { id }, query: { after: position } } }).catch(() => undefined);
}
