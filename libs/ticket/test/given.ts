// given(facts).when(command).then(events) | .rejects(code): how every spec of the domain speaks.
import { decide, fold, may, Rejection } from '../src/index.js';
import type { Happening, RejectionCode, TicketCommand, TicketEvent, TicketFact } from '../src/index.js';
import { abe, unified } from './desk.js';

type Ask = {
  [C in TicketCommand as C['type']]: Pick<C, 'type' | 'data'> & Partial<Pick<C, 'by' | 'at' | 'policy'>>;
}[TicketCommand['type']];
type Given = TicketEvent & { readonly by?: { readonly id: string }; readonly at?: string; readonly origin?: 'import' };

export const noon = '2026-03-01T12:00:00.000Z';
export const later = (ms: number, from = noon): string => new Date(Date.parse(from) + ms).toISOString();
export const [minute, hour, day] = [60_000, 3_600_000, 86_400_000] as const;

/** Events as facts: by abe, at noon, live, unless they say otherwise. */
export const facts = (...events: Given[]): TicketFact[] =>
  events.map((event, index) => {
    const by: Happening['by'] = { role: 'agent', kind: 'user', id: event.by?.id ?? abe.id };
    return { at: noon, origin: 'live', ...event, by, revision: BigInt(index) };
  });

export function given(...events: Given[]) {
  const state = fold(facts(...events));
  const when = (ask: Ask) => {
    const command = { by: abe, at: noon, policy: unified, ...ask } as TicketCommand;
    const decided = () => decide(command, state);
    return {
      events: decided,
      may: () => may(command, state),
      then: (...expected: TicketEvent[]) => expect(decided()).toEqual(expected),
      thenLike: (...expected: object[]) => expect(decided()).toMatchObject(expected),
      rejects: (code: RejectionCode, field?: string) => {
        let refusal: unknown;
        try {
          refusal = decided();
        } catch (error) {
          refusal = error;
        }
        expect(refusal).toBeInstanceOf(Rejection);
        expect(refusal).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
      },
    };
  };
  return { state, when };
}
