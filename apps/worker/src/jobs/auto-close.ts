// Asks a ticket whose delay is over to close.
import type { AutoClose } from '#jobs';
import { autoCloseDue } from '#ticket';
import type { Parts } from '../parts.js';
import { ring, type Ringing } from './ring.js';

export async function autoClose(
  parts: Pick<Parts, 'policies' | 'door' | 'now' | 'log'>,
  alarm: AutoClose,
  ringing: Ringing,
): Promise<string> {
  const { tenant, ticketId, clockFrom, policyVersion } = alarm;
  const due = autoCloseDue({ live: true, clockFrom }, await parts.policies.get(tenant, policyVersion));
  if (due === null) return 'switched off';
  const receipt = await ring(parts, alarm, due, ringing);
  if (!receipt) return 'deleted';
  if (!receipt.changed || receipt.replayed) return receipt.state === 'closed' ? 'closed before' : 'not due';
  parts.log.info({ tenant, ticketId, lateMs: parts.now() - due }, 'closed by timer');
  return 'closed';
}
