// A ticket's life: every step once read, and the picture after each, folded by the same functions as the desk's.
import { queryOptions } from '@tanstack/react-query';
import { relink, repaint, schemaVersions, type LinkEvent, type Picture, type TicketFact } from '#ticket';
import { api, ask } from '../../api/client';
import { stepPages } from './read-log';
import type { Step } from './say-event';
import type { MomentSearch } from './search';

export interface Life {
  readonly steps: readonly Step[];
  /** after the step of the same index */
  readonly pictures: readonly Picture[];
}

/** Every read is recorded: what was read stays until it is asked for again. */
export const lifeQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'life', id],
    queryFn: async ({ signal }): Promise<Life> => {
      const steps: Step[] = [];
      for await (const page of stepPages(id, signal)) steps.push(...page);
      return { steps, pictures: picturesOf(steps) };
    },
    staleTime: Infinity,
    gcTime: 5 * 60_000,
  });

function picturesOf(steps: readonly Step[]): Picture[] {
  const pictures: Picture[] = [];
  let picture: Picture | null = null;
  for (const { type, data, actor, occurredAt, origin, revision } of steps) {
    const happening = { by: actor, at: occurredAt, origin, revision: BigInt(revision) };
    // The desk has checked these shapes when it wrote the events.
    if (type in schemaVersions) picture = repaint(picture, { type, data, ...happening } as unknown as TicketFact);
    else if (picture && isLink(type)) picture = relink(picture, { type, data } as unknown as LinkEvent);
    if (picture) pictures.push(picture);
  }
  return pictures;
}

export const isLink = (type: string): boolean => type === 'LinkAdded' || type === 'LinkRemoved';

export type Cut = Pick<MomentSearch, 'at' | 'knownAt'>;

/** What the desk says of a moment. @throws Problem 404 before the first event */
export const momentQuery = (id: string, { at, knownAt }: Cut) =>
  queryOptions({
    queryKey: ['audit', 'moment', id, at, knownAt],
    queryFn: async ({ signal }) => {
      const query = { ...(at && { at }), ...(knownAt && { knownAt }) };
      const answer = await ask(api.GET('/v1/audit/tickets/{id}', { params: { path: { id }, query }, signal }));
      return { ...answer, state: answer.state as unknown as Picture };
    },
    enabled: at !== undefined || knownAt !== undefined,
    staleTime: Infinity,
  });

/** The last step that belongs to a moment: that of the revision, and the links that came right after it. */
export function indexOfMoment({ steps }: Life, revision: string, { at, knownAt }: Cut): number {
  let index = steps.findIndex((step) => !isLink(step.type) && step.revision === revision);
  const end = Date.parse(at ?? knownAt ?? '');
  const within = (step: Step | undefined): boolean =>
    step !== undefined && isLink(step.type) && Date.parse(at ? step.occurredAt : step.recordedAt) <= end;
  while (within(steps[index + 1])) index += 1;
  return index;
}

/** Of an address without a moment; the present where it names none that there is. */
export function indexOf({ steps }: Life, { revision, event }: MomentSearch): number {
  const wanted = event
    ? steps.findIndex(({ eventId }) => eventId === event)
    : revision === undefined
      ? -1
      : steps.findIndex((step) => !isLink(step.type) && Number(step.revision) === revision);
  return wanted >= 0 ? wanted : steps.length - 1;
}

export const addressOf = ({ type, revision, eventId }: Step): MomentSearch =>
  isLink(type) ? { event: eventId } : { revision: Number(revision) };
