// Sending the same thing again after a failure must not do it twice: it goes out under the key it had.
import { useRef } from 'react';

/** `keyFor(content)`: the key of the last sending while its content is the same, else a new one; `sent()` ends it. */
export function useSendKey(): { readonly keyFor: (content: unknown) => string; readonly sent: () => void } {
  const last = useRef<{ readonly content: string; readonly key: string }>(undefined);
  return {
    keyFor: (content) => {
      const now = JSON.stringify(content);
      if (last.current?.content !== now) last.current = { content: now, key: crypto.randomUUID() };
      return last.current.key;
    },
    sent: () => (last.current = undefined),
  };
}
