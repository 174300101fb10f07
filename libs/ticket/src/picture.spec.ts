import { assigned, opened, reply } from '../test/desk.js';
import { facts, later, noon } from '../test/given.js';
import { factsOf, histories, readStored, type Stored } from '../test/stored-events.js';
import type { TicketFact } from './events.js';
import { fold } from './evolve.js';
import { changesBetween, changesInWords } from './changes.js';
import { relink, repaint, type Picture } from './picture.js';
import { exists } from './state.js';

const paint = (history: readonly TicketFact[]): Picture => history.reduce(repaint, null as Picture | null) as Picture;
const stored = (file: string): TicketFact[] => factsOf((readStored(file) as { facts: readonly Stored[] }).facts);

describe('a picture', () => {
  it.each(histories)('says after every step of %s what decisions believe [AUDT-02]', (file) => {
    const history = stored(file);
    for (let length = 1; length <= history.length; length += 1) {
      const prefix = history.slice(0, length);
      const ticket = fold(prefix);
      const picture = paint(prefix);
      if (!exists(ticket)) {
        expect(picture).toMatchObject({ number: ticket.state === 'deleted' && ticket.number, deleted: {} });
        continue;
      }
      const { replies, ...known } = ticket;
      for (const field of Object.keys(known).filter((name) => name in picture) as (keyof typeof known &
        keyof Picture)[])
        expect([field, picture[field]]).toEqual([field, known[field]]);
      expect(picture.resolvedAt).toBe('resolvedAt' in ticket ? ticket.resolvedAt : null);
      expect(
        picture.replies.map(({ id, kind, by, at, deletedAt }) => [id, kind, by.id, at, deletedAt !== null]),
      ).toEqual(replies.entries().map(([id, { kind, authorId, at, deleted }]) => [id, kind, authorId, at, deleted]));
    }
  });

  it('keeps what was edited, deleted or resolved [AUDT-03]', () => {
    const picture = paint(
      facts(
        opened(),
        reply('r-1', { body: 'first' }),
        { type: 'ReplyEdited', data: { replyId: 'r-1', body: 'second' }, at: later(1) },
        { type: 'ReplyDeleted', data: { replyId: 'r-1' }, at: later(2) },
        { type: 'TicketTombstoned', data: { number: 'TICK-1', reason: 'asked' }, at: later(3) },
      ),
    );
    expect(picture.replies).toMatchObject([{ body: 'second', editedAt: later(1), deletedAt: later(2) }]);
    expect(picture.deleted).toMatchObject({ at: later(3), reason: 'asked' });
  });

  it('sees links from its own end', () => {
    const picture = paint(facts(opened()));
    const data = { type: 'parent_of', source: 'other', target: picture.ticketId } as const;
    const linked = relink(picture, { type: 'LinkAdded', data });
    expect(linked.links).toEqual([{ type: 'child_of', ticketId: 'other' }]);
    expect(relink(linked, { type: 'LinkRemoved', data }).links).toEqual([]);
  });
});

describe('changes', () => {
  it('are the fields that differ, and of replies those that do [AUDT-02]', () => {
    const history = facts(opened(), reply('r-1', { body: 'a' }), reply('r-2', { body: 'b' }), {
      type: 'ReplyEdited',
      data: { replyId: 'r-1', body: 'c' },
    });
    const before = paint(history.slice(0, 3));
    const after = history.slice(3).reduce(repaint, before);
    const { replies: was, ...rest } = changesBetween(before, after).before as Picture;
    expect(rest).toEqual({});
    expect(was).toMatchObject([{ id: 'r-1', body: 'a' }]);
    expect(changesBetween(before, after).after.replies).toMatchObject([{ id: 'r-1', body: 'c', editedAt: noon }]);
    expect(changesInWords(changesBetween(before, after))).toEqual(['reply: a → c']);
  });

  it('say what a step did, and what a ticket came with', () => {
    const history = facts(opened({ subject: 'Printer' }), assigned({ userId: 'amy' }));
    const first = paint(history.slice(0, 1));
    const second = history.slice(1).reduce(repaint, first);
    expect(changesInWords(changesBetween(null, first))).toEqual(
      expect.arrayContaining(['subject: Printer', 'status: new']),
    );
    expect(changesInWords(changesBetween(first, second))).toEqual(['assignee: (none) → userId amy']);
  });
});
