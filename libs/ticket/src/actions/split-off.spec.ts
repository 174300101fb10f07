import { abe, dev, nora, note, opened, preset, reply, unified } from '../../test/desk.js';
import { facts, given, noon } from '../../test/given.js';
import type { TicketEvent } from '../events.js';
import { fold } from '../evolve.js';
import { repaint, type Picture } from '../picture.js';
import { exists } from '../state.js';
import { openedBySplit } from './open-split.js';

const split = (...replyIds: string[]) =>
  ({ type: 'SplitOff', data: { replyIds, subject: ' Printer ', into: 't-2' } }) as const;
const off = (...replyIds: string[]): TicketEvent => ({
  type: 'ReplySplitOff',
  data: { into: 't-2', subject: 'Printer', replyIds },
});
const said = [opened(), reply('r-1'), note('n-1'), reply('r-2', { parentId: 'r-1', side: 'requester' })];

describe('SplitOff', () => {
  it('names the replies and notes that leave, and where they go', () => {
    given(...said)
      .when(split('n-1', 'r-2', 'r-2'))
      .then(off('n-1', 'r-2'));
  });

  it('moves all of them or none: what is unknown, deleted or gone already is named', () => {
    given(...said)
      .when(split())
      .rejects('required', 'replyIds');
    given(...said)
      .when(split('r-1', 'r-9'))
      .rejects('unknown-value', 'replyIds[1]');
    given(...said, { type: 'ReplyDeleted', data: { replyId: 'r-1' } })
      .when(split('r-1'))
      .rejects('unknown-value', 'replyIds[0]');
    given(...said, off('r-1'))
      .when(split('n-1', 'r-1'))
      .rejects('reply-split', 'replyIds[1]');
    const many = Array.from({ length: 101 }, (_, index) => `r-${index}`);
    given(...said)
      .when(split(...many))
      .rejects('unknown-value', 'replyIds');
    given(...said)
      .when({ ...split('r-1'), data: { ...split('r-1').data, subject: ' ' } })
      .rejects('required', 'subject');
  });

  it('is for whoever may merge', () => {
    for (const by of [nora, dev]) {
      given(...said)
        .when({ ...split('r-1'), by })
        .rejects('not-allowed');
    }
  });

  it('leaves replies that are nobody’s to change, or to answer, here', () => {
    const desk = given(...said, off('r-1'));
    desk.when({ type: 'EditReply', data: { replyId: 'r-1', body: 'x' } }).rejects('reply-not-found');
    desk.when({ type: 'DeleteReply', data: { replyId: 'r-1' } }).rejects('reply-not-found');
    desk
      .when({ type: 'AddReply', data: { replyId: 'r-3', body: 'x', parentId: 'r-1' } })
      .rejects('unknown-value', 'parentId');
  });
});

describe('the ticket that is opened by a split', () => {
  const pictureOf = (...events: Parameters<typeof facts>) =>
    facts(...events).reduce<Picture | null>(repaint, null) as Picture;
  const open = (source: Picture, replyIds: readonly string[], policy = unified) =>
    openedBySplit(
      { ticketId: 't-2', number: 'TICK-1002' },
      { source, subject: 'Printer', replyIds, idOf: (id) => `new-${id}` },
      policy,
    );

  it('has what was written by whom and when, for the same requester and in the same place', () => {
    const source = pictureOf(
      opened({ categoryId: 'gone', priority: 'high', recipients: ['nora', 'nate'], projectId: 'web' }),
      ...said.slice(1, 3),
      { ...reply('r-2', { parentId: 'r-1', side: 'requester' }), by: { id: 'nora' }, at: noon },
    );
    const events = open(source, ['r-1', 'r-2', 'n-1']);
    expect(events[0]?.data).toMatchObject({
      ticketId: 't-2',
      subject: 'Printer',
      requesterId: 'nora',
      clientId: 'northwind',
      projectId: 'web',
      categoryId: 'gone',
      priority: 'high',
      recipients: ['nora', 'nate'],
      status: 'new',
    });
    expect(events.slice(1).map(({ data }) => data)).toMatchObject([
      { replyId: 'new-r-1', kind: 'reply', side: 'support', parentId: null, by: { id: abe.id } },
      { replyId: 'new-n-1', kind: 'note', side: null },
      { replyId: 'new-r-2', parentId: 'new-r-1', side: 'requester', by: { id: 'nora' }, at: noon },
    ]);
    const ticket = fold(facts(...events));
    expect(exists(ticket) && ticket.replies.get('new-r-2')).toMatchObject({ authorId: 'nora', at: noon });
    expect(pictureOf(...events).replies.map(({ body }) => body)).toEqual(['Hello', 'Between us', 'Hello']);
  });

  it('answers nothing that stayed behind, and begins as the policy says', () => {
    const [first, moved] = open(pictureOf(...said), ['r-2'], preset('licence'));
    expect(first?.data).toMatchObject({ status: 'open', state: 'open' });
    expect(moved?.data).toMatchObject({ replyId: 'new-r-2', parentId: null });
  });

  it("is a guest's where the old one is: one person for one ticket", () => {
    const guest = { name: 'Gail', email: 'gail@home.test' };
    const source = pictureOf(opened({ requesterId: 'guest:t-1', clientId: null, recipients: [], guest }), {
      ...reply('r-1', { side: 'requester' }),
      by: { id: 'guest:t-1' },
    });
    const [first, moved] = open(source, ['r-1']);
    expect(first?.data).toMatchObject({ requesterId: 'guest:t-2', guest });
    expect(moved?.data).toMatchObject({ by: { id: 'guest:t-2' } });
  });
});
