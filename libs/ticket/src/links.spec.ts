import { abe, ada, billing, dev, nora, pat, unified } from '../test/desk.js';
import { noon } from '../test/given.js';
import {
  canonicalLink,
  decideLink,
  LinkGraph,
  linkSeenFrom,
  linkTypes,
  type LinkCommand,
  type LinkEvent,
  type LinkType,
} from './links.js';

const graphOf = (...events: LinkEvent[]) => {
  const graph = new LinkGraph();
  for (const event of events) graph.apply(event);
  return graph;
};
const added = (type: LinkType, from: string, to: string): LinkEvent => ({
  type: 'LinkAdded',
  data: canonicalLink(type, from, to),
});
const ask = (
  type: 'AddLink' | 'RemoveLink',
  link: LinkType,
  ticketId: string,
  otherId: string,
  by = abe,
): LinkCommand => ({
  type,
  data: { type: link, ticketId, otherId },
  by,
  at: noon,
  policy: unified,
});

describe('links', () => {
  it.each([
    ['parent_of', { type: 'parent_of', source: 'a', target: 'b' }],
    ['child_of', { type: 'parent_of', source: 'b', target: 'a' }],
    ['caused_by', { type: 'caused_by', source: 'a', target: 'b' }],
    ['causes', { type: 'caused_by', source: 'b', target: 'a' }],
    ['duplicate_of', { type: 'duplicate_of', source: 'a', target: 'b' }],
    ['duplicated_by', { type: 'duplicate_of', source: 'b', target: 'a' }],
    ['related_to', { type: 'related_to', source: 'a', target: 'b' }],
  ] as const)('stores "a %s b" in one direction, and shows the reverse from b [LINK-02] [LINK-03]', (type, link) => {
    expect(decideLink(ask('AddLink', type, 'a', 'b'), graphOf())).toEqual([{ type: 'LinkAdded', data: link }]);
    expect(linkSeenFrom(link, 'a')).toEqual({ type, other: 'b' });
    const { type: reverse } = linkSeenFrom(link, 'b');
    expect(canonicalLink(reverse, 'b', 'a')).toEqual(link);
  });

  it.each(linkTypes)('refuses %s from a ticket to itself [LINK-06]', (type) =>
    expect(() => decideLink(ask('AddLink', type, 'a', 'a'), graphOf())).toThrow('link-to-self'),
  );

  it('refuses the identical link from either side, not another one of the same two [LINK-06]', () => {
    const graph = graphOf(added('parent_of', 'a', 'b'), added('related_to', 'b', 'a'));
    expect(() => decideLink(ask('AddLink', 'parent_of', 'a', 'b'), graph)).toThrow('link-exists');
    expect(() => decideLink(ask('AddLink', 'child_of', 'b', 'a'), graph)).toThrow('link-exists');
    expect(() => decideLink(ask('AddLink', 'related_to', 'a', 'b'), graph)).toThrow('link-exists');
    expect(decideLink(ask('AddLink', 'causes', 'a', 'b'), graph)).toHaveLength(1);
  });

  it.each(['parent_of', 'caused_by', 'duplicate_of'] as const)(
    'refuses a circle of %s, not one of related [LINK-07]',
    (type) => {
      const graph = graphOf(added(type, 'a', 'b'), added(type, 'b', 'c'), added('related_to', 'a', 'b'));
      expect(() => decideLink(ask('AddLink', type, 'c', 'a'), graph)).toThrow('link-cycle');
      expect(() => decideLink(ask('AddLink', type, 'b', 'a'), graph)).toThrow('link-cycle');
      expect(decideLink(ask('AddLink', type, 'a', 'c'), graph)).toHaveLength(1);
      expect(decideLink(ask('AddLink', 'related_to', 'c', 'a'), graph)).toHaveLength(1);
    },
  );

  it('removes from either side, once [LINK-03]', () => {
    const graph = graphOf(added('parent_of', 'a', 'b'));
    const removed = { type: 'LinkRemoved', data: canonicalLink('parent_of', 'a', 'b') } as const;
    expect(decideLink(ask('RemoveLink', 'child_of', 'b', 'a'), graph)).toEqual([removed]);
    graph.apply(removed);
    expect(decideLink(ask('RemoveLink', 'parent_of', 'a', 'b'), graph)).toEqual([]);
    expect(graph.size).toBe(0);
    expect(decideLink(ask('AddLink', 'parent_of', 'b', 'a'), graph)).toHaveLength(1);
  });

  it('is for staff and keyed programs [LINK-04]', () => {
    for (const by of [ada, dev, billing])
      expect(decideLink(ask('AddLink', 'causes', 'a', 'b', by), graphOf())).toHaveLength(1);
    for (const by of [nora, pat])
      expect(() => decideLink(ask('AddLink', 'causes', 'a', 'b', by), graphOf())).toThrow('not-allowed');
  });

  it('judges a circle of a hundred thousand links without falling over', () => {
    const graph = new LinkGraph();
    for (let index = 0; index < 100_000; index += 1) graph.apply(added('parent_of', `t-${index}`, `t-${index + 1}`));
    expect(() => decideLink(ask('AddLink', 'child_of', 't-0', 't-100000'), graph)).toThrow('link-cycle');
    expect(decideLink(ask('AddLink', 'parent_of', 't-100000', 'other'), graph)).toHaveLength(1);
    expect(graph.targets('parent_of', 't-5')).toEqual(['t-6']);
  });
});
