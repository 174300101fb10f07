import { serviceNow } from './servicenow.js';
import type { Mapped, SourceRow } from './line.js';

const base = {
  number: 'INC1',
  incident_state: 'New',
  priority: '3 - Moderate',
  category: 'Category 55',
  subcategory: 'Subcategory 170',
  u_symptom: '?',
  assignment_group: '?',
  assigned_to: '?',
  caller_id: 'Caller 1',
  opened_at: '29-02-2016 01:16',
  sys_updated_at: '29-02-2016 01:23',
  sys_updated_by: 'Updated by 21',
  sys_mod_count: '0',
  reopen_count: '0',
};
type Change = Partial<typeof base>;

/** Each change is a row that repeats the one above in everything else. */
function map(changes: readonly Change[], until?: string): Mapped[] {
  const mapRow = serviceNow.mapper({ until });
  let cells: SourceRow['cells'] = base;
  return changes.map((change, index) => mapRow({ row: index + 2, cells: (cells = { ...cells, ...change }) }));
}
const commands = (mapped: readonly Mapped[]) => mapped.map(({ lines }) => lines.map(({ command }) => command));
const reasons = (mapped: readonly Mapped[]) => mapped.map(({ remarks }) => remarks.map(({ reason }) => reason));

describe('a row of ServiceNow', () => {
  it('opens the ticket with what is known, at the time and by the person of the row', () => {
    const [first] = map([{}]);
    expect(first?.remarks).toEqual([]);
    expect(first?.lines).toEqual([
      {
        commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        occurredAt: '2016-02-29T01:23:00.000Z',
        actor: { name: 'Updated by 21' },
        ticketRef: 'servicenow:INC1',
        command: {
          type: 'create',
          subject: 'INC1: Category 55, Subcategory 170',
          description: 'Incident INC1\nCategory: Category 55\nSubcategory: Subcategory 170',
          requester: { name: 'Caller 1' },
          priority: 'medium',
          category: { name: 'Category 55' },
          references: [{ kind: 'servicenow', id: 'INC1' }],
          context: { occurredAt: '2016-02-29T01:16:00.000Z' },
        },
      },
    ]);
  });

  it('that is the first and not new assigns and moves the ticket after opening it', () => {
    const [first] = commands(map([{ incident_state: 'Awaiting Vendor', assignment_group: 'Group 7' }]));
    expect(first?.slice(1)).toEqual([
      { type: 'assign', user: null, group: { name: 'Group 7' } },
      { type: 'set-status', status: 'waiting', reason: 'ServiceNow: New → Awaiting Vendor' },
    ]);
  });

  it('becomes one command for each field that changed, the status last', () => {
    const change = {
      priority: '1 - Critical',
      category: 'Category 9',
      assigned_to: 'Resolver 1',
      incident_state: 'Active',
    };
    expect(commands(map([{}, change]))[1]).toEqual([
      { type: 'classify', category: { name: 'Category 9' } },
      { type: 'set-priority', priority: 'critical' },
      { type: 'assign', user: { name: 'Resolver 1' }, group: null },
      { type: 'set-status', status: 'in_progress', reason: 'ServiceNow: New → Active' },
    ]);
  });

  it('clears what it shows as a question mark, and keeps status and priority', () => {
    const known = { assignment_group: 'Group 7', assigned_to: 'Resolver 1' };
    const mapped = map([
      known,
      { assigned_to: '?' },
      { assignment_group: '?', category: '?' },
      { incident_state: '?', priority: '?' },
    ]);
    expect(commands(mapped).slice(1)).toEqual([
      [{ type: 'assign', user: null, group: { name: 'Group 7' } }],
      [
        { type: 'classify', category: null },
        { type: 'assign', user: null, group: null },
      ],
      [],
    ]);
    expect(mapped[3]?.remarks).toMatchObject([
      { row: 5, incident: 'INC1', failed: false, column: 'incident_state', to: '?' },
      { row: 5, incident: 'INC1', failed: false, column: 'priority', to: '?' },
    ]);
  });

  it('that only writes a person or a category in other letters asks for nothing', () => {
    const mapped = map([{ assigned_to: 'Resolver 1' }, { assigned_to: 'RESOLVER 1', category: 'CATEGORY 55' }]);
    expect(commands(mapped)[1]).toEqual([]);
  });

  it('gives the four priorities their names', () => {
    const levels = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'];
    const created = levels.map((priority) => commands(map([{ priority }]))[0]?.[0]);
    expect(created).toMatchObject(['critical', 'high', 'medium', 'low'].map((priority) => ({ priority })));
  });

  it('that goes to and fro has lines of different ids', () => {
    const mapped = map([{}, { incident_state: 'Active' }, { incident_state: 'New' }, { incident_state: 'Active' }]);
    const ids = mapped.flatMap(({ lines }) => lines.map(({ commandId }) => commandId));
    expect(new Set(ids).size).toBe(4);
  });

  it('may be older than the row above it: file order counts', () => {
    const mapped = map([{}, { incident_state: 'Resolved', sys_updated_at: '28-02-2016 00:00' }]);
    expect(mapped[1]?.lines).toMatchObject([
      { occurredAt: '2016-02-28T00:00:00.000Z', command: { status: 'resolved' } },
    ]);
  });
});

describe('--until', () => {
  const story = [{}, { incident_state: 'Active', sys_updated_at: '29-02-2016 02:00' }];

  it('takes the rows before the moment, not those of the moment', () => {
    expect(commands(map(story, '2016-02-29T02:00:00.000Z')).map(({ length }) => length)).toEqual([1, 0]);
    expect(commands(map(story, '2016-02-29T02:00:00.001Z')).map(({ length }) => length)).toEqual([1, 1]);
    expect(commands(map(story, '2016-02-29T01:23:00.000Z')).map(({ length }) => length)).toEqual([0, 0]);
  });

  it('opens the ticket from the first row that it takes, and says that an earlier one was left out', () => {
    const swapped = [
      { sys_updated_at: '29-02-2016 11:10', assignment_group: 'Group 70' },
      { sys_updated_at: '29-02-2016 09:52', sys_updated_by: 'Updated by 60' },
    ];
    const cut = map(swapped, '2016-02-29T11:00:00.000Z');
    expect(cut[0]).toMatchObject({ lines: [], remarks: [] });
    expect(commands(cut)[1]).toMatchObject([{ type: 'create' }, { type: 'assign' }]);
    expect(cut[1]?.lines[0]).toMatchObject({
      occurredAt: '2016-02-29T09:52:00.000Z',
      actor: { name: 'Updated by 60' },
    });
    expect(reasons(cut)[1]).toEqual(['dated before an earlier row of its incident, which --until leaves out']);
    // The complete run says the same with the same ids.
    const ids = (mapped: readonly Mapped[]) => mapped.flatMap(({ lines }) => lines.map(({ commandId }) => commandId));
    expect(ids(cut)).toEqual(ids(map(swapped)));
  });
});

describe('what does not map is told, row by row', () => {
  it('a column that tickets do not have, with both values', () => {
    expect(map([{}, { u_symptom: 'Symptom 4' }])[1]).toMatchObject({
      lines: [],
      remarks: [{ row: 3, failed: false, column: 'u_symptom', from: '?', to: 'Symptom 4' }],
    });
  });

  it('a change between states that are one status here', () => {
    const mapped = map([{}, { incident_state: 'Awaiting User Info' }, { incident_state: 'Awaiting Problem' }]);
    expect(mapped[2]).toMatchObject({
      lines: [],
      remarks: [{ failed: false, column: 'incident_state', from: 'Awaiting User Info', to: 'Awaiting Problem' }],
    });
    // The next move starts from the state as the log names it.
    const next = map([
      {},
      { incident_state: 'Awaiting User Info' },
      { incident_state: 'Awaiting Problem' },
      { incident_state: 'Active' },
    ]);
    expect(commands(next)[3]).toMatchObject([{ reason: 'ServiceNow: Awaiting Problem → Active' }]);
  });

  it('a row that only counts on', () => {
    expect(reasons(map([{}, { sys_mod_count: '1' }]))[1]).toEqual(['nothing of the ticket changed']);
  });

  it('a number of reopens that the states do not make', () => {
    const mapped = map([
      {},
      { incident_state: 'Resolved' },
      { incident_state: 'Active', reopen_count: '1' },
      { reopen_count: '2' },
    ]);
    expect(mapped[2]?.remarks).toEqual([]);
    expect(mapped[3]?.remarks).toMatchObject([{ column: 'reopen_count', from: '1', to: '2' }]);
  });

  it('people that the log does not know', () => {
    const [first] = map([{ sys_updated_by: '?', caller_id: '?' }]);
    expect(first?.lines).toMatchObject([{ actor: { name: 'unknown' }, command: { requester: { name: 'unknown' } } }]);
    expect(first?.remarks.map(({ failed }) => failed)).toEqual([false, false]);
  });
});

describe('what should have changed the ticket and did not, fails', () => {
  const failures = (mapped: readonly Mapped[]) =>
    mapped.flatMap(({ remarks }) =>
      remarks.filter(({ failed }) => failed).map(({ row, reason }) => `${row}: ${reason}`),
    );

  it.each(['constructor', 'Cancelled', 'Awaiting'])('the state %s, the rest of the row goes on', (incident_state) => {
    const mapped = map([{}, { incident_state, priority: '4 - Low' }]);
    expect(commands(mapped)[1]).toEqual([{ type: 'set-priority', priority: 'low' }]);
    expect(failures(mapped)).toEqual(['3: is none that a ticket has']);
  });

  it('a priority that is none; a known one later is then a change', () => {
    const mapped = map([{ priority: '5 - Planning' }, { priority: '3 - Moderate' }]);
    expect(commands(mapped)).toMatchObject([[{ priority: 'normal' }], [{ type: 'set-priority', priority: 'medium' }]]);
    expect(failures(mapped)).toEqual(['2: is none that a ticket has']);
  });

  it.each(['?', '', '2016-02-29 01:23', '31-02-2016 01:23', '29-02-2015 01:23', '29-02-2016 24:00'])(
    'the time %j',
    (sys_updated_at) => {
      const mapped = map([{ sys_updated_at }, { sys_updated_at: base.sys_updated_at }]);
      expect(commands(mapped)).toMatchObject([[], [{ type: 'create' }]]);
      expect(failures(mapped)).toEqual(['2: sys_updated_at is no time (day-month-year hour:minute)']);
    },
  );

  it('a row without an incident, or that cannot be read', () => {
    expect(failures(map([{ number: '?' }]))).toEqual(['2: the row names no incident']);
    const broken = serviceNow.mapper({})({ row: 9, cells: base, broken: '3 cells under 14 columns' });
    expect(failures([broken])).toEqual(['9: 3 cells under 14 columns']);
    expect(broken.lines).toEqual([]);
  });
});
