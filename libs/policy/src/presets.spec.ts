import { amend } from './amend.js';
import { statusFor } from './catalogue.js';
import { published } from './events.js';
import { presetNames } from './policy.js';
import { presets } from './presets.js';
import { validatePolicy } from './validate.js';

const { unified, portal, itdesk, licence, social, selfserve } = presets;
const labels = (name: (typeof presetNames)[number]) =>
  presets[name].statuses.filter(({ active }) => active).map(({ label }) => label);

describe('presets', () => {
  it.each(presetNames)('%s can be published as it is [SETT-10]', (name) => {
    expect(validatePolicy(presets[name])).toEqual([]);
    expect(presets[name].preset).toBe(name);
  });

  it.each(presetNames)('%s is plain JSON, whole after a round trip', (name) =>
    expect(JSON.parse(JSON.stringify(presets[name]))).toStrictEqual(presets[name]),
  );

  it('show the statuses their sources know [STAT-01]', () => {
    expect(labels('portal')).toEqual(['Open', 'Resolved', 'Closed']);
    expect(labels('itdesk')).toEqual(['New', 'In Progress', 'Pending', 'Resolved', 'Closed']);
    expect(labels('licence')).toEqual(['Open', 'In Progress', 'Waiting', 'Resolved', 'Closed']);
    expect(labels('social')).toEqual(['New', 'In Progress', 'Resolved', 'Closed']);
    expect(labels('selfserve')).toEqual(['Open', 'Resolved']);
    expect(labels('unified')).toEqual(['New', 'In Progress', 'Waiting', 'Resolved', 'Closed']);
  });

  it('agree with the sources key by key', () => {
    expect(Object.values(presets).map(({ autoClose }) => autoClose.enabled)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(itdesk.autoClose.after).toBeUndefined();
    expect(Object.values(presets).map(({ priorities }) => priorities.default)).toEqual([
      'normal',
      'medium',
      'normal',
      'normal',
      'normal',
      'normal',
    ]);
    expect(itdesk.priorities.requesterMayChoose).toEqual([]);
    expect(portal.priorities.requesterMayChoose).toEqual(['low', 'normal', 'high']);
    expect(Object.values(presets).map(({ classification }) => classification.onCreate)).toEqual([
      'hidden',
      'required',
      'optional',
      'optional',
      'required',
      'optional',
    ]);
    expect(portal.classification.categories.map(({ name }) => name)).toEqual([
      'Account',
      'Billing',
      'Technical',
      'Feature request',
      'General',
    ]);
    expect(licence.classification.categories.map(({ name }) => name)).toEqual([
      'Technical Support',
      'Billing',
      'License Issues',
      'Feature Request',
      'General Inquiry',
    ]);
    expect(Object.values(presets).map(({ replies }) => replies.editWindow)).toEqual([
      'PT0S',
      'PT15M',
      'PT0S',
      'PT0S',
      'PT0S',
      'PT15M',
    ]);
    expect(itdesk.numbers.template).toBe('OHD-{yyyy}-{seq:6}');
    expect(licence.numbers).toEqual({ template: 'TICK-{seq}', start: 1001 });
    expect(social.reopen.window).toBe('PT0S');
    expect(selfserve.reopen.byAction).toBe(false);
  });

  it('bind verbs to the active status of a state that stands first', () => {
    const policy = published({ policy: unified }, 7n);
    expect(policy.version).toBe(7);
    expect(statusFor(policy, 'waiting')?.id).toBe('waiting');
    expect(statusFor(policy, 'open')).toBeUndefined();
    const more = { ...policy, statuses: [{ ...policy.statuses[2]!, id: 'vendor', order: 0 }, ...policy.statuses] };
    expect(statusFor(more, 'waiting')?.id).toBe('vendor');
  });
});

describe('amend', () => {
  it('lays a merge patch over a document [SETT-10]', () => {
    const patched = amend(unified, {
      reopen: { window: 'PT5S' },
      autoClose: { after: 'PT5S' },
      features: { rating: true },
    });
    expect(patched).toMatchObject({
      reopen: { window: 'PT5S', byReply: true },
      autoClose: { enabled: true, after: 'PT5S' },
      features: { rating: true },
    });
    expect(validatePolicy(patched)).toEqual([]);
  });
  it('keeps "no limit" sayable, though null takes keys away', () => {
    const patched = amend(unified, { reopen: { window: null, fromClosed: true } });
    expect(patched).toMatchObject({ reopen: { window: null, closedWindow: null } });
    expect(validatePolicy(patched)).toEqual([]);
  });
  it('hides nothing that is wrong with it', () => {
    expect(validatePolicy(amend(unified, { autoClose: { after: 'P1D' } }))).toMatchObject([
      { field: 'autoClose.after' },
    ]);
    expect(validatePolicy(amend(unified, { replies: null }))).toMatchObject([{ field: 'replies', code: 'required' }]);
    expect(validatePolicy(amend(unified, []))).toMatchObject([{ field: '', code: 'wrong-type' }]);
  });
});
