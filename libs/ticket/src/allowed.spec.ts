import {
  abe,
  ada,
  assigned,
  audra,
  closed,
  dev,
  mo,
  moved,
  nate,
  nora,
  opened,
  pat,
  preset,
  resolved,
  reopened,
  sue,
  uma,
} from '../test/desk.js';
import { day, given, later, noon } from '../test/given.js';
import { allowedActions, allowedStatuses } from './allowed.js';
import type { Actor } from '#access';
import { presetNames } from '#policy';
import { decide } from './decider.js';
import type { TicketEvent } from './events.js';
import { Rejection } from './rejection.js';
import { exists, type ExistingTicket, type Standing } from './state.js';
import type { TicketCommand } from './decider.js';

const ticket = (...events: TicketEvent[]): ExistingTicket => {
  const { state } = given(opened(), ...events);
  if (!exists(state)) throw new Error('no ticket');
  return state;
};
const unified = preset('unified');
const offered = (by: Actor, state: Standing, at = noon) => allowedActions(by, state, unified, at);

describe('allowedActions', () => {
  it('offers the desk everything that fits the moment', () => {
    expect(offered(abe, ticket())).toEqual([
      'reply',
      'note',
      'start',
      'wait',
      'resolve',
      'close',
      'set-status',
      'assign',
      'take',
      'set-priority',
      'classify',
      'set-custom-fields',
      'tag',
      'link',
      'merge',
      'split',
      'recipients',
      'references',
      'snooze',
    ]);
    expect(offered(abe, ticket(assigned({ userId: 'amy' })))).not.toContain('take');
    expect(offered(abe, ticket(moved('in_progress')))).not.toContain('start');
    expect(offered(abe, ticket(resolved()))).toContain('reopen');
    expect(offered(sue, ticket())).toContain('delete');
    expect(offered(ada, ticket())).not.toContain('adopt');
    expect(offered(ada, { ...ticket(), live: false })).toContain('adopt');
    expect(offered(abe, { ...ticket(), live: false })).not.toContain('adopt');
  });
  it('offers requesters what is theirs, while it is [LIFE-18]', () => {
    expect(offered(nora, ticket())).toEqual(['reply', 'resolve', 'recipients']);
    expect(offered(nate, ticket())).toEqual(['reply', 'recipients']);
    expect(offered(nora, ticket(resolved()))).toEqual(['reply', 'reopen', 'recipients', 'rate']);
    expect(offered(nora, ticket(resolved()), later(7 * day))).toEqual(['recipients', 'rate']);
    expect(offered(nora, ticket(resolved(), closed()))).toEqual(['recipients', 'rate']);
  });
  it('offers auditors nothing [ROLE-07]', () => expect(offered(audra, ticket())).toEqual([]));
  it('offers nothing but links and deletion where closed is the end [LIFE-07]', () => {
    const end = ticket(moved('in_progress'), resolved('in_progress'), closed());
    expect(allowedActions(ada, end, preset('social'), noon)).toEqual(['link']);
    expect(allowedActions(sue, end, preset('social'), noon)).toEqual(['link', 'delete']);
  });
  it('reads a row of a list as it reads the state', () => {
    const state = ticket(resolved());
    const row: Standing = {
      state: 'resolved',
      status: 'resolved',
      requesterId: 'nora',
      clientId: 'northwind',
      assignee: { userId: null, groupId: null },
      resolvedAt: noon,
      closedAt: null,
    };
    for (const by of [abe, nora, pat, dev]) expect(offered(by, row)).toEqual(offered(by, state));
  });
});

describe('allowedStatuses', () => {
  it('lists what this actor may choose, in order', () => {
    expect(allowedStatuses(abe, ticket(), unified, noon)).toEqual(['in_progress', 'waiting', 'resolved', 'closed']);
    expect(allowedStatuses(pat, ticket(resolved()), unified, noon)).toEqual(['new', 'closed']);
    expect(allowedStatuses(nora, ticket(), unified, noon)).toEqual(['resolved']);
    expect(allowedStatuses(nora, ticket(resolved()), unified, noon)).toEqual(['new']);
    expect(allowedStatuses(uma, ticket(), unified, noon)).toEqual([]);
  });
});

/** One command per offer, with everything in it that could be asked for. */
const commandFor: Record<string, Pick<TicketCommand, 'type' | 'data'>> = {
  reply: { type: 'AddReply', data: { replyId: 'r', body: 'b' } },
  note: { type: 'AddNote', data: { replyId: 'r', body: 'b' } },
  start: { type: 'StartProgress', data: {} },
  wait: { type: 'MarkWaiting', data: { reason: 'r' } },
  resolve: { type: 'ResolveTicket', data: {} },
  close: { type: 'CloseTicket', data: { reason: 'r' } },
  reopen: { type: 'ReopenTicket', data: { reason: 'r' } },
  assign: { type: 'AssignTicket', data: { userId: 'zoe' } },
  take: { type: 'TakeTicket', data: {} },
  tag: { type: 'TagTicket', data: { tag: 't' } },
  adopt: { type: 'AdoptTicket', data: {} },
  delete: { type: 'DeleteTicket', data: {} },
};

describe('offers and refusals', () => {
  const histories: Record<string, TicketEvent[]> = {
    new: [],
    'in progress': [moved('in_progress'), assigned({ userId: 'abe' })],
    waiting: [moved('waiting')],
    resolved: [moved('in_progress'), resolved('in_progress')],
    reopened: [resolved(), reopened()],
    closed: [moved('in_progress'), resolved('in_progress'), closed()],
  };
  const actors = [nora, nate, uma, pat, dev, abe, mo, ada, sue, audra];
  it.each(Object.keys(histories))('never differ for a ticket that is %s, in any preset and role [LIFE-18]', (name) => {
    const lived = ticket(...(histories[name] ?? []));
    const cases = presetNames.flatMap((one) =>
      [lived, { ...lived, live: false }].map((state) => [one, state] as const),
    );
    for (const [presetName, state] of cases) {
      const policy = preset(presetName);
      if (!policy.statuses.some(({ id }) => id === state.status)) continue;
      for (const by of actors) {
        for (const at of [noon, later(8 * day)]) {
          const offers = allowedActions(by, state, policy, at);
          const accepts = (command: Pick<TicketCommand, 'type' | 'data'>) => {
            try {
              return decide({ ...command, by, at, policy } as TicketCommand, state).length > 0;
            } catch (error) {
              if (error instanceof Rejection) return false;
              throw error;
            }
          };
          for (const [offer, command] of Object.entries(commandFor)) {
            expect([presetName, by.role, offer, offers.includes(offer as (typeof offers)[number])]).toEqual([
              presetName,
              by.role,
              offer,
              accepts(command),
            ]);
          }
          const statuses = policy.statuses
            .map(({ id }) => id)
            .filter((status) => accepts({ type: 'SetStatus', data: { status, reason: 'r' } }));
          expect([presetName, by.role, allowedStatuses(by, state, policy, at)]).toEqual([
            presetName,
            by.role,
            statuses,
          ]);
        }
      }
    }
  });
});
