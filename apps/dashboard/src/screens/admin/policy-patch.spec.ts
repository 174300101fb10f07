import { presets } from '#policy';
import { onTopOf } from './policy-patch';

// Two administrators at once: neither loses what they did.
describe('a change of the policy on top of another one', () => {
  const base = presets.unified;
  const moved = base.statuses.map((status) => (status.id === 'waiting' ? { ...status, label: 'On hold' } : status));

  it('keeps what the other added to the same list, and their values elsewhere', () => {
    const added = { id: 'vendor', label: 'With the vendor', state: 'waiting' } as const;
    const theirs = {
      ...base,
      statuses: [
        ...base.statuses,
        { ...added, colour: '#123456', order: 9, active: true, pausesSla: true, requesterMayComment: true },
      ],
      recipients: { ...base.recipients, max: 3 },
    };
    const both = onTopOf(base, { ...base, statuses: moved, recipients: { ...base.recipients, min: 2 } }, theirs);
    expect(both.statuses.map(({ label }) => label)).toEqual([...moved.map(({ label }) => label), 'With the vendor']);
    expect(both.recipients).toEqual({ min: 2, max: 3 });
  });

  it('takes away what I took away, and leaves away what they did', () => {
    const mine = { ...base, statuses: base.statuses.filter(({ id }) => id !== 'waiting') };
    const theirs = { ...base, statuses: base.statuses.filter(({ id }) => id !== 'in_progress') };
    expect(onTopOf(base, mine, theirs).statuses.map(({ id }) => id)).toEqual(['new', 'resolved', 'closed']);
  });

  it('adds and takes away rules of the matrix, each by itself', () => {
    const [first, second, ...rest] = base.transitions;
    if (!first || !second) throw new Error('too few rules');
    const mine = { from: 'new', to: 'closed', by: ['admin'], reason: 'required' } as const;
    const theirs = { from: 'closed', to: 'new', by: ['admin'], reason: 'required' } as const;
    const both = onTopOf(
      base,
      { ...base, transitions: [second, ...rest, mine] },
      { ...base, transitions: [first, ...rest, theirs] },
    );
    expect(both.transitions).toEqual([...rest, theirs, mine]);
  });
});
