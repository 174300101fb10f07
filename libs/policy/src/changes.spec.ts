import { amend } from './amend.js';
import { policyChanges } from './changes.js';
import type { Json } from './policy.js';
import { presets } from './presets.js';
import { takenAway } from './taken-away.js';
import type { PolicyDocument } from './events.js';

const { unified } = presets;
const messages = (patch: Json) =>
  policyChanges(unified as unknown as Json, amend(unified, patch)).map(({ message }) => message);
const amended = (patch: Json) => amend(unified, patch) as unknown as PolicyDocument;

describe('what a change means', () => {
  it('is nothing where nothing changes', () => expect(messages({ recipients: { max: 5 } })).toEqual([]));

  it('is told in plain words, with what it means for tickets there are [REOP-18]', () => {
    expect(messages({ reopen: { window: 'P14D' }, autoClose: { after: 'P14DT12H' } })).toEqual([
      'The time in which requesters may reopen: 14 days instead of 7 days. This counts for tickets that are resolved already, from when they were resolved.',
      'The time after which resolved tickets close by themselves: 14 days 12 hours instead of the time for reopening. This counts for tickets that are resolved already, from when they were resolved.',
    ]);
    expect(messages({ reopen: { window: null, fromClosed: true } })).toEqual([
      'The time in which requesters may reopen: no limit instead of 7 days. This counts for tickets that are resolved already, from when they were resolved.',
      'Reopening of closed tickets by requesters: on instead of off.',
    ]);
  });

  it('says what guests get', () =>
    expect(messages({ guest: { enabled: true, accessLink: null } })).toEqual([
      'Tickets from people without an account: on instead of off.',
      'The time for which a mailed link opens a ticket: no links instead of 7 days.',
    ]));

  it('names entries of catalogues by what people call them', () => {
    const [first, second, waiting, ...rest] = unified.statuses;
    const statuses = [first, second, { ...waiting, label: 'Pending' }, { ...waiting, id: 'vendor', label: 'Vendor' }];
    expect(messages({ statuses: [...statuses, ...rest.slice(1)] as unknown as Json })).toEqual([
      'Status Waiting: label: Pending instead of Waiting.',
      'Status Resolved is taken away.',
      'Status Vendor is added.',
    ]);
  });

  it('tells of rows of the matrix that come and go', () => {
    const transitions = [
      ...unified.transitions.slice(0, -1),
      { from: '*', to: 'closed', by: ['admin'], reason: 'none' },
    ];
    expect(messages({ transitions: transitions as unknown as Json })).toEqual([
      'No longer: any status to any status, for staff, with a reason.',
      'From now on: any status to closed, for admin.',
    ]);
  });
});

it('knows what tickets may hold and the next document lacks [STAT-06] [CATG-06]', () => {
  const entry = (id: string) => ({ id, name: id, order: 1, active: true });
  const categories = [{ ...entry('a'), types: [{ ...entry('t'), items: [entry('i')] }] }];
  const before = amended({ classification: { categories } });
  const after = amended({
    classification: { categories: [{ ...entry('a'), types: [] }] },
    statuses: unified.statuses.map((status) =>
      status.id === 'waiting' ? { ...status, state: 'in_progress' } : status,
    ) as unknown as Json,
  });
  expect(takenAway(before, after)).toEqual({
    statuses: ['waiting'],
    nodes: [
      ['a', 't'],
      ['a', 't', 'i'],
    ],
    customFields: [],
  });
});
