import { amend } from './amend.js';
import type { Json } from './policy.js';
import { presets } from './presets.js';
import { validatePolicy } from './validate.js';

const { unified, social } = presets;
const unifiedWith = (change: Record<string, unknown>) => validatePolicy({ ...unified, ...change });
const amended = (patch: Json) => validatePolicy(amend(unified, patch));
const statuses = (change: Record<string, object>) =>
  unified.statuses.map((status) => ({ ...status, ...change[status.id] }));
const fields = (problems: readonly { field: string; code: string }[]) =>
  problems.map(({ field, code }) => [field, code]);

describe('validatePolicy', () => {
  it('answers field, code and words for people', () =>
    expect(unifiedWith({ recipients: { min: 3, max: 2 } })).toEqual([
      { field: 'recipients.min', code: 'impossible', message: 'is more than recipients.max' },
    ]));

  it('names everything misshapen at once', () => {
    expect(fields(validatePolicy(null))).toEqual([['', 'wrong-type']]);
    expect(validatePolicy({}).length).toBeGreaterThan(10);
    expect(
      fields(unifiedWith({ colour: 'red', version: 3, replies: { ...unified.replies, editWindow: 'P1M', more: 1 } })),
    ).toEqual([
      ['replies.editWindow', 'bad-duration'],
      ['replies.more', 'unknown-key'],
      ['colour', 'unknown-key'],
      ['version', 'unknown-key'],
    ]);
    expect(fields(unifiedWith({ recipients: { min: 1.5, max: '5' } }))).toEqual([
      ['recipients.min', 'out-of-range'],
      ['recipients.max', 'out-of-range'],
    ]);
    expect(fields(unifiedWith({ statuses: statuses({ new: { colour: 'blue', label: ' New' } }) }))).toEqual([
      ['statuses[0].label', 'bad-value'],
      ['statuses[0].colour', 'bad-value'],
    ]);
    expect(fields(unifiedWith({ priorities: { ...unified.priorities, default: 'urgent' } }))).toEqual([
      ['priorities.default', 'unknown-value'],
    ]);
    // What nothing reads is a mistake, also where its section is read by nobody yet.
    expect(
      fields(amended({ sla: { responseHours: 4, responseMinutes: { urgent: 5, high: 0 } } }))
        .map(String)
        .sort(),
    ).toEqual([
      'sla.responseHours,unknown-key',
      'sla.responseMinutes.high,out-of-range',
      'sla.responseMinutes.urgent,unknown-key',
    ]);
    for (const [section, patch, code] of [
      ['attachments', { maxBytes: '10 MB' }, 'out-of-range'],
      ['autoAssign', { method: 'random' }, 'unknown-value'],
      ['mail', { body: 'html' }, 'unknown-value'],
      ['features', { ticketSupport: false }, 'unknown-key'],
    ] as const) {
      expect(fields(amended({ [section]: patch }))).toEqual([[`${section}.${Object.keys(patch)[0]}`, code]]);
    }
  });

  it('lets guests in only where they can choose a category, with links that last [GUST-01] [GUST-02]', () => {
    expect(fields(unifiedWith({ guest: { enabled: true } }))).toEqual([['guest.enabled', 'impossible']]);
    expect(fields(unifiedWith({ guest: { accessLink: 'PT0S' } }))).toEqual([['guest.accessLink', 'impossible']]);
    expect(fields(unifiedWith({ guest: { enabled: 1, accessLink: 'P1M', captcha: true } }))).toEqual([
      ['guest.enabled', 'wrong-type'],
      ['guest.accessLink', 'bad-duration'],
      ['guest.captcha', 'unknown-key'],
    ]);
    for (const guest of [{}, { accessLink: null }, { ...unified.guest, requiresPhone: true }]) {
      expect(unifiedWith({ guest })).toEqual([]);
    }
    expect(unified.guest.enabled).toBe(false);
  });

  it('takes keys of the language for keys like any other', () => {
    const evil = JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}') as object;
    expect(
      fields(unifiedWith({ onCreate: Object.assign(Object.create(null), evil, { forbiddenFields: 'drop' }) })),
    ).toContainEqual(['onCreate.constructor', 'unknown-key']);
  });

  describe('refuses what cannot be [SETT-10]:', () => {
    it.each<[string, Record<string, unknown>, string]>([
      ['no resolved status', { statuses: unified.statuses.filter(({ state }) => state !== 'resolved') }, 'statuses'],
      [
        'two closed statuses',
        { statuses: [...unified.statuses, { ...unified.statuses[4], id: 'shut', label: 'Shut' }] },
        'statuses',
      ],
      ['a system status out of use [STAT-03]', { statuses: statuses({ resolved: { active: false } }) }, 'statuses'],
      [
        'a closed status out of use that tickets reach',
        { statuses: statuses({ closed: { active: false } }) },
        'statuses',
      ],
      [
        'two statuses of one id',
        { statuses: [...unified.statuses, { ...unified.statuses[0], label: 'Newer' }] },
        'statuses[5]',
      ],
      [
        'two statuses of one name [STAT-04]',
        { statuses: [...unified.statuses, { ...unified.statuses[0], id: 'newer', label: 'NEW' }] },
        'statuses[5]',
      ],
      ['an initial status that is unknown', { initialStatus: 'lost' }, 'initialStatus'],
      ['an initial status that is resolved', { initialStatus: 'resolved' }, 'initialStatus'],
      ['an initial status out of use', { statuses: statuses({ new: { active: false } }) }, 'initialStatus'],
      [
        'a reopen target that is closed [REOP-04]',
        { reopen: { ...unified.reopen, target: { assigned: 'closed', unassigned: 'new' } } },
        'reopen.target.assigned',
      ],
      [
        'a reopen target out of use [REOP-04]',
        { statuses: statuses({ in_progress: { active: false } }) },
        'reopen.target.assigned',
      ],
      [
        'a transition from nowhere',
        { transitions: [...unified.transitions, { from: 'lost', to: 'new', by: ['staff'], reason: 'none' }] },
        `transitions[${unified.transitions.length}].from`,
      ],
      [
        'a transition by nobody',
        { transitions: [...unified.transitions, { from: 'new', to: 'waiting', by: [], reason: 'none' }] },
        `transitions[${unified.transitions.length}].by`,
      ],
      [
        'no way to resolved',
        {
          transitions: [
            { from: 'new', to: 'waiting', by: ['staff'], reason: 'none' },
            { from: 'resolved', to: 'closed', by: ['system'], reason: 'none' },
          ],
        },
        'transitions',
      ],
      ['auto-close shorter than the window', { autoClose: { enabled: true, after: 'P6D' } }, 'autoClose.after'],
      [
        'auto-close by a system that may not close',
        { transitions: unified.transitions.filter(({ by }) => !by.includes('system')) },
        'autoClose.enabled',
      ],
      [
        'a default priority that is not in use',
        { priorities: { ...unified.priorities, active: ['low', 'high'], requesterMayChoose: [] } },
        'priorities.default',
      ],
      [
        'a default priority requesters cannot choose',
        { priorities: { ...unified.priorities, default: 'critical' } },
        'priorities.default',
      ],
      [
        'a choice that is not in use',
        { priorities: { active: ['normal'], default: 'normal', requesterMayChoose: ['normal', 'high'] } },
        'priorities.requesterMayChoose[1]',
      ],
      ['a number without a sequence [NUMB-02]', { numbers: { template: 'TICK-1', start: 1 } }, 'numbers.template'],
      [
        'types where there is one level',
        {
          classification: {
            levels: 1,
            onCreate: 'optional',
            categories: [
              {
                id: 'a',
                name: 'A',
                order: 1,
                active: true,
                types: [{ id: 'b', name: 'B', order: 1, active: true, items: [] }],
              },
            ],
          },
        },
        'classification.categories[0].types',
      ],
      [
        'a select without options [CFLD-02]',
        {
          customFields: [
            { id: 'a', name: 'A', type: 'select', options: [], order: 1, active: true, filterable: true, on: [] },
          ],
        },
        'customFields[0].options',
      ],
      [
        'a field on a node that is not there [CFLD-03]',
        {
          customFields: [
            {
              id: 'a',
              name: 'A',
              type: 'text',
              options: [],
              order: 1,
              active: true,
              filterable: true,
              on: [{ categoryId: 'lost', visibleOnNew: true, requiredOnNew: false, order: 1 }],
            },
          ],
        },
        'customFields[0].on[0]',
      ],
    ])('%s', (_, change, field) => expect(unifiedWith(change).map((problem) => problem.field)).toContain(field));

    it('a resumption without a status to resume in', () => {
      const document = {
        ...unified,
        statuses: statuses({ in_progress: { active: false } }),
        reopen: { ...unified.reopen, target: { assigned: 'new', unassigned: 'new' } },
      };
      expect(validatePolicy(document)).toMatchObject([{ field: 'replies.resumesWaiting', code: 'impossible' }]);
    });
    it('a field on the same node twice [CFLD-03]', () => {
      const node = { categoryId: 'a', visibleOnNew: true, requiredOnNew: false, order: 1 };
      const document = {
        ...unified,
        classification: {
          ...unified.classification,
          categories: [{ id: 'a', name: 'A', order: 1, active: true, types: [] }],
        },
        customFields: [
          { id: 'f', name: 'F', type: 'text', options: [], order: 1, active: true, filterable: true, on: [node, node] },
        ],
      };
      expect(validatePolicy(document)).toMatchObject([{ field: 'customFields[0].on[1]', code: 'duplicate' }]);
    });
  });

  it('knows what a transition may name', () => {
    const rows = (from: string, to: string) =>
      fields(unifiedWith({ transitions: [...unified.transitions, { from, to, by: ['staff'], reason: 'none' }] }));
    const at = `transitions[${unified.transitions.length}]`;
    expect(rows('@waiting', '@in_progress')).toEqual([]);
    expect(rows('@open', '*')).toEqual([]);
    expect(rows('@reopen', 'new')).toEqual([[`${at}.from`, 'bad-value']]);
    expect(rows('new', '@lost')).toEqual([[`${at}.to`, 'bad-value']]);
    expect(rows('new', 'new')).toEqual([[at, 'impossible']]);
  });

  it('takes windows of seconds, and a strict matrix with no way back', () => {
    expect(
      unifiedWith({ reopen: { ...unified.reopen, window: 'PT5S' }, autoClose: { enabled: true, after: 'PT5S' } }),
    ).toEqual([]);
    expect(validatePolicy({ ...social, transitions: social.transitions })).toEqual([]);
  });
});
