// Links of a tenant: one stream decides them all, so that two tickets can never disagree. Stored once, in one canonical
// direction, and read from either side.
import { can } from '#access';
import type { Command } from './command.js';
import { Rejection } from './rejection.js';

export const linkTypes = [
  'related_to',
  'parent_of',
  'child_of',
  'caused_by',
  'causes',
  'duplicate_of',
  'duplicated_by',
] as const;
export type LinkType = (typeof linkTypes)[number];
export type CanonicalLinkType = 'related_to' | 'parent_of' | 'caused_by' | 'duplicate_of';

/** `source` <type> `target`, ticket ids. */
export interface Link {
  readonly type: CanonicalLinkType;
  readonly source: string;
  readonly target: string;
}
export interface LinkEventData {
  readonly LinkAdded: Link;
  readonly LinkRemoved: Link;
}
export type LinkEventType = keyof LinkEventData;
export type LinkEvent = { readonly type: LinkEventType; readonly data: Link };
export const linkSchemaVersions = { LinkAdded: 1, LinkRemoved: 1 } satisfies Record<LinkEventType, number>;

const canonical: Record<LinkType, CanonicalLinkType> = {
  related_to: 'related_to',
  parent_of: 'parent_of',
  child_of: 'parent_of',
  caused_by: 'caused_by',
  causes: 'caused_by',
  duplicate_of: 'duplicate_of',
  duplicated_by: 'duplicate_of',
};
const reverse: Record<CanonicalLinkType, LinkType> = {
  related_to: 'related_to',
  parent_of: 'child_of',
  caused_by: 'causes',
  duplicate_of: 'duplicated_by',
};

/** The one way to store "`from` is `type` `to`"; of two related tickets the smaller id comes first. */
export function canonicalLink(type: LinkType, from: string, to: string): Link {
  const stored = canonical[type];
  const turned = stored === 'related_to' ? from > to : stored !== type;
  return { type: stored, source: turned ? to : from, target: turned ? from : to };
}

/** The link as one of its two tickets sees it. */
export const linkSeenFrom = (link: Link, ticketId: string): { type: LinkType; other: string } =>
  ticketId === link.source ? { type: link.type, other: link.target } : { type: reverse[link.type], other: link.source };

type Edges = Map<string, Set<string>>;

/**
 * All links of a tenant, by type and source. Folded in place: a tenant may have a hundred thousand, and copying them for
 * each event would cost more than everything else. It belongs to whoever folds it and is never shared.
 */
export class LinkGraph {
  readonly #edges: Record<CanonicalLinkType, Edges> = {
    related_to: new Map(),
    parent_of: new Map(),
    caused_by: new Map(),
    duplicate_of: new Map(),
  };
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has({ type, source, target }: Link): boolean {
    return this.#edges[type].get(source)?.has(target) ?? false;
  }

  targets(type: CanonicalLinkType, source: string): readonly string[] {
    return [...(this.#edges[type].get(source) ?? [])];
  }

  /** Adding what is there and removing what is not changes nothing. */
  apply({ type, data }: LinkEvent): this {
    const edges = this.#edges[data.type];
    const targets = edges.get(data.source) ?? new Set<string>();
    const before = targets.size;
    if (type === 'LinkAdded') edges.set(data.source, targets.add(data.target));
    else if (targets.delete(data.target) && targets.size === 0) edges.delete(data.source);
    this.#size += targets.size - before;
    return this;
  }

  /** Does following links of this type lead from one ticket to the other? */
  leads(type: CanonicalLinkType, from: string, to: string): boolean {
    const edges = this.#edges[type];
    const seen = new Set([from]);
    // A set's iterator also visits what is added while it runs.
    for (const ticket of seen) {
      if (ticket === to) return true;
      for (const next of edges.get(ticket) ?? []) seen.add(next);
    }
    return false;
  }
}

interface LinkData {
  /** read from `ticketId`'s side */
  readonly type: LinkType;
  readonly ticketId: string;
  readonly otherId: string;
}
export type AddLink = Command<'AddLink', LinkData>;
export type RemoveLink = Command<'RemoveLink', LinkData>;
export type LinkCommand = AddLink | RemoveLink;

export const mayLink = ({ by }: Pick<LinkCommand, 'by'>): boolean => can(by, 'link');

/** Whatever the status of either ticket. `[]`: a link to remove is not there. @throws Rejection */
export function decideLink(command: LinkCommand, graph: LinkGraph): LinkEvent[] {
  if (!mayLink(command)) throw new Rejection('not-allowed');
  const { type, ticketId, otherId } = command.data;
  const link = canonicalLink(type, ticketId, otherId);
  if (command.type === 'RemoveLink') return graph.has(link) ? [{ type: 'LinkRemoved', data: link }] : [];
  if (ticketId === otherId) throw new Rejection('link-to-self');
  if (graph.has(link)) throw new Rejection('link-exists');
  if (link.type !== 'related_to' && graph.leads(link.type, link.target, link.source)) throw new Rejection('link-cycle');
  return [{ type: 'LinkAdded', data: link }];
}
