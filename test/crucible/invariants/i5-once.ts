// I5: each command is in a stream once, in one piece; each timer takes effect once, and not before its time.
import { groupedBy, type Stored } from '../history.js';
import { windowMs } from '../stack.js';
import type { Violation } from '../violation.js';
import type { Check } from './facts.js';

export const once: Check = ({ history, clockMoved }) => {
  const found: Violation[] = [];
  const wrong = (what: string): void => void found.push({ invariant: 'I5', what });
  const tickets = history.events.filter(({ stream }) => stream.startsWith('ticket-'));
  const byId = new Map(tickets.map((event) => [event.id, event]));
  for (const [command, events] of groupedBy(tickets, ({ stream, metadata }) => `${metadata.commandId} in ${stream}`)) {
    const [first] = events;
    events.forEach(({ revision }, index) => {
      if (first && revision !== first.revision + BigInt(index)) wrong(`${command} is there more than once`);
    });
  }
  const rung = tickets.filter(
    ({ type, data, metadata }) =>
      (type === 'TicketClosed' && data.cause === 'timer') ||
      (type === 'TicketWoke' && metadata.actor.kind === 'system'),
  );
  for (const [cause, events] of groupedBy(rung, ({ stream, metadata }) => `${metadata.$causationId} of ${stream}`)) {
    if (events.length > 1) wrong(`the timer of ${cause} took effect ${events.length} times`);
  }
  for (const event of rung) {
    const cause = byId.get(event.metadata.$causationId);
    const since = cause
      ? history.byStream.get(event.stream)?.slice(Number(cause.revision) + 1, Number(event.revision))
      : [];
    if (!cause) wrong(`${event.id} in ${event.stream} rang for nothing`);
    else if (since?.some(({ type }) => type === cause.type))
      wrong(`${event.type} at ${event.revision} of ${event.stream} rang for ${cause.revision}, which was over`);
    else if (!clockMoved && event.type === 'TicketClosed' && timeOf(event) < timeOf(cause) + windowMs)
      wrong(`${event.stream} closed ${timeOf(event) - timeOf(cause)} ms after it was resolved`);
  }
  return found;
};

const timeOf = ({ metadata }: Stored): number => Date.parse(metadata.occurredAt);
