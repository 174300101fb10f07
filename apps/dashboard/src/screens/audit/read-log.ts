// The log as lines, read while they arrive. No more than one page of them is kept; the next one begins where it ended.
import { useEffect, useState } from 'react';
import { api, ask } from '../../api/client';
import type { LogSearch } from './search';
import type { LogEvent, Step } from './say-event';

/** events on one page */
export const pageSize = 1000;
/** how often what arrived is shown, in milliseconds */
const showEvery = 120;

export interface LogPage {
  readonly events: readonly LogEvent[];
  /**
   * `more`: the page is full; `end`: that was the log when it was asked; `cut`: the connection ended before the log did
   */
  readonly state: 'reading' | 'more' | 'end' | 'cut';
  /** where the next page begins; null: nothing has been read */
  readonly nextPosition: string | null;
}

type Line = LogEvent | { readonly end: true; readonly nextPosition: string };

/** Whole lines as they arrive. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return; // half a line is none: the last whole one says where to go on
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line) as Line;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** @throws Problem; TypeError when the desk cannot be reached */
async function* readLog(search: LogSearch, signal: AbortSignal): AsyncGenerator<LogPage> {
  const { from, to, type, actor, after } = search;
  const query = {
    ...(from && { from }),
    ...(to && { to }),
    ...(type && { type }),
    ...(actor && { actor }),
    ...(after && { afterPosition: after }),
  };
  const body: unknown = await ask(api.GET('/v1/audit/events', { params: { query }, parseAs: 'stream', signal }));
  const events: LogEvent[] = [];
  let shownAt = 0;
  try {
    for await (const line of linesOf(body as ReadableStream<Uint8Array>)) {
      if (!('eventId' in line)) {
        yield { events: [...events], state: 'end', nextPosition: line.nextPosition };
        return;
      }
      if (events.length === pageSize) {
        yield { events: [...events], state: 'more', nextPosition: events.at(-1)?.position ?? null };
        return;
      }
      events.push(line);
      if (performance.now() - shownAt > showEvery) {
        shownAt = performance.now();
        yield { events: [...events], state: 'reading', nextPosition: line.position };
      }
    }
  } catch (error) {
    if (signal.aborted) throw error;
  }
  yield { events: [...events], state: 'cut', nextPosition: events.at(-1)?.position ?? after ?? null };
}

/** A ticket's own events, filtered here: there are few of them, and the log cannot be asked for one ticket. */
async function* readTicket(search: LogSearch, ticket: string, signal: AbortSignal): AsyncGenerator<LogPage> {
  const { from, to, type, actor } = search;
  const events: LogEvent[] = [];
  for await (const steps of stepPages(ticket, signal)) {
    for (const step of steps) {
      const wanted =
        (!from || step.occurredAt >= from) &&
        (!to || step.occurredAt < to) &&
        (!type || type.some((one) => one === step.type)) &&
        (actor?.includes(step.actor.id) ?? true);
      if (wanted) events.push(step);
    }
    yield { events: [...events], state: 'reading', nextPosition: null };
  }
  yield { events, state: 'end', nextPosition: null };
}

/** Every step of a ticket, a page at a time. @throws Problem */
export async function* stepPages(id: string, signal: AbortSignal): AsyncGenerator<Step[]> {
  let cursor: string | null = null;
  do {
    const page: { items: Step[]; nextCursor: string | null } = await ask(
      api.GET('/v1/audit/tickets/{id}/events', {
        params: { path: { id }, query: { limit: 100, ...(cursor && { cursor }) } },
        signal,
      }),
    );
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

const nothing: LogPage = { events: [], state: 'reading', nextPosition: null };

/** Every read is recorded, so it is read once per question, and again when it is asked for. */
export function useLog(search: LogSearch) {
  const [page, setPage] = useState<LogPage>(nothing);
  const [error, setError] = useState<unknown>(null);
  const [times, setTimes] = useState(0);
  const { tab: _tab, ...asked } = search;
  const question = JSON.stringify(asked);
  useEffect(() => {
    const stop = new AbortController();
    setPage(nothing);
    setError(null);
    const wanted = JSON.parse(question) as LogSearch;
    const read = async () => {
      const pages = wanted.ticket ? readTicket(wanted, wanted.ticket, stop.signal) : readLog(wanted, stop.signal);
      for await (const next of pages) {
        if (stop.signal.aborted) return;
        setPage(next);
      }
    };
    read().catch((failure: unknown) => {
      if (!stop.signal.aborted) setError(failure);
    });
    return () => stop.abort();
  }, [question, times]);
  return { ...page, error, again: () => setTimes((before) => before + 1) };
}
