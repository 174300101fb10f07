import { inScope, type Scope } from '#access';
import * as fc from 'fast-check';
import { empty, openDesk, store, type Desk } from '../../test/desk.js';
import { anyActor, anyTicket, factsOf } from '../../test/random-tickets.js';
import { any, scopePredicate, scopeRanges, splitForCells, type Predicate } from './scope.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => empty(desk.projector));

const matched = (predicate: Predicate): Promise<string[]> =>
  desk.api.inTenant('acme', async (tx) => {
    const rows = await tx.selectFrom('read.ticket_list as t').select('t.id').where(predicate).execute();
    return rows.map(({ id }) => id).sort();
  });

describe('scope as SQL', () => {
  it('is what scope is in memory, whole or in ranges that never overlap, or split for cells [SCOP-09]', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTicket, { maxLength: 60 }),
        fc.array(anyActor, { maxLength: 8 }),
        async (rows, actors) => {
          await empty(desk.projector);
          await store(desk.projector, rows);
          for (const { scope } of actors) {
            const expected = rows
              .filter((row) => row.tenant === 'acme' && inScope(scope, factsOf(row)))
              .map(({ id }) => id)
              .sort();
            expect(await matched(scopePredicate(scope, 't'))).toEqual(expected);

            const ranges = await Promise.all(scopeRanges(scope, 't').map(matched));
            expect(ranges.flat().sort()).toEqual(expected);

            const { cells, rows: rest } = splitForCells(scope);
            expect(JSON.stringify(cells)).not.toContain('requesterId');
            const parts = await Promise.all([matched(scopePredicate(cells, 't')), rest ? matched(rest('t')) : []]);
            expect(parts.flat().sort()).toEqual(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each<[string, Scope]>([
    ['no clause', []],
    ['a clause without values', [{ clientId: [] }]],
  ])('matches nothing with %s', async (_, scope) => {
    await store(desk.projector, fc.sample(anyTicket, 5));
    expect(await matched(scopePredicate(scope, 't'))).toEqual([]);
    expect(await matched(any(scopeRanges(scope, 't')))).toEqual([]);
  });

  it('comes back whole when it has very many ranges', () => {
    const clientId = Array.from({ length: 17 }, (_, index) => `client-${index}`);
    expect(scopeRanges([{ clientId }], 't')).toHaveLength(1);
    expect(scopeRanges([{ clientId: clientId.slice(1) }], 't')).toHaveLength(16);
  });
});
