import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import { reached, useLookAgain } from '../../api/commands';

/** Another text for a reply, or none: then it is taken back. */
export function useReplyChange(ticketId: string) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: ({ replyId, body }: { readonly replyId: string; readonly body: string | null }) => {
      const params = { path: { id: ticketId, replyId } };
      return body === null
        ? ask(api.DELETE('/v1/tickets/{id}/replies/{replyId}', { params, body: {} }))
        : ask(api.PATCH('/v1/tickets/{id}/replies/{replyId}', { params, body: { body } }));
    },
    onSuccess: async (receipt) => {
      await reached(receipt);
      await lookAgain(receipt.id);
    },
  });
}
