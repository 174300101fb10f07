// Live updates: one EventSource for the whole application. The browser resumes by Last-Event-ID; where it gives up (a
// desk that restarts, a session that ended) it is opened anew, ever more slowly.
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

export type Change = 'opened' | 'reply' | 'note' | 'status' | 'assignee' | 'deleted' | (string & {});
export interface TicketChanged {
  readonly id: string;
  readonly number: string;
  readonly revision: string;
  readonly change: Change;
}
type Listener = (changed: TicketChanged) => void;
export type Connection = 'connecting' | 'live' | 'away';

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let connection: Connection = 'connecting';

function connectionIs(now: Connection): void {
  if (connection === now) return;
  connection = now;
  for (const watcher of watchers) watcher();
}

export const useConnection = (): Connection =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => connection,
  );

/** Hears every change of a ticket in scope, after queries were told to look again. */
export function onTicketChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @returns the end of it */
export function followDesk(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  const looks = gather(client);

  const open = () => {
    source = new EventSource('/v1/stream');
    source.addEventListener('open', () => {
      // What happened while the line was dead and is no longer told.
      if (tries > 0) looks.everything();
      tries = 0;
      connectionIs('live');
    });
    source.addEventListener('error', () => {
      connectionIs('away');
      if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      source.close();
      tries += 1;
      timer = setTimeout(open, Math.min(1000 * 2 ** tries, 30_000));
      // Whether the session has ended is the session's to say.
      void client.invalidateQueries({ queryKey: ['session'] });
    });
    source.addEventListener('ticket-changed', ({ data }: MessageEvent<string>) => {
      const changed = JSON.parse(data) as TicketChanged;
      looks.at(changed.id);
      for (const listener of listeners) listener(changed);
    });
    source.addEventListener('ticket-gone', ({ data }: MessageEvent<string>) => {
      looks.at((JSON.parse(data) as { id: string }).id);
    });
    source.addEventListener('badges-changed', () => looks.badges());
    source.addEventListener('reset', () => looks.everything());
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Many events in one moment are one look: at once for the first, then at most four times a second. */
function gather(client: QueryClient) {
  const tickets = new Set<string>();
  let lists = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looked = 0;
  const look = () => {
    timer = undefined;
    looked = performance.now();
    if (lists)
      for (const queryKey of [['tickets'], ['counts'], ['badges']]) void client.invalidateQueries({ queryKey });
    for (const id of tickets) void client.invalidateQueries({ queryKey: ['ticket', id] });
    tickets.clear();
    lists = false;
  };
  const soon = () => (timer ??= setTimeout(look, Math.max(0, looked + 250 - performance.now())));
  return {
    at: (id: string) => {
      tickets.add(id);
      lists = true;
      soon();
    },
    badges: () => {
      lists = true;
      soon();
    },
    everything: () => void client.invalidateQueries(),
  };
}
