import { useEffect, useRef, type RefObject } from 'react';
import type { TicketItem } from '../api/client';

/** When rows come in above what is being read, the list is scrolled by as much; at its top new ones are simply seen. */
export function useKeepPlace(
  body: RefObject<HTMLElement | null>,
  tickets: readonly TicketItem[],
  height: number,
): void {
  const before = useRef<{ readonly id: string; readonly index: number }>(undefined);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const anchor = before.current;
    if (anchor && element.scrollTop > height) {
      const index = tickets.findIndex(({ id }) => id === anchor.id);
      if (index >= 0 && index !== anchor.index) element.scrollTop += (index - anchor.index) * height;
    }
    const remember = () => {
      const index = Math.ceil(element.scrollTop / height);
      const ticket = tickets[index];
      before.current = ticket && { id: ticket.id, index };
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [body, tickets, height]);
}
