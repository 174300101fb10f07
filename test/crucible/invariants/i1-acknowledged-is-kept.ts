// I1: what was acknowledged is in the log, where the receipt says, with what the receipt names.
import { ticketStream } from '#ledger';
import type { Check } from './facts.js';

export const acknowledgedIsKept: Check = ({ asked, history }) =>
  asked.flatMap(({ key, tenant, outcome, mayChangeNothing }) => {
    if (outcome.kind !== 'acknowledged') return [];
    const { id, revision, position, replyId } = outcome.receipt;
    const wrong = (what: string) => [{ invariant: 'I1' as const, what: `${key}, told ${revision} of ${id}: ${what}` }];
    const event = history.byStream.get(ticketStream(tenant, id))?.find((one) => String(one.revision) === revision);
    if (!event) return wrong('there is no such event');
    if (String(event.position) !== position) return wrong(`it is at ${event.position}, not at ${position}`);
    const own = history.byCorrelation.get(key) ?? [];
    if (own.length === 0 && !mayChangeNothing) return wrong('no event of it is there');
    if (own.length > 0 && own.at(-1)?.position !== event.position) return wrong('its last event is another one');
    if (replyId !== undefined && !own.some(({ data }) => data.replyId === replyId)) return wrong(`no reply ${replyId}`);
    return [];
  });
