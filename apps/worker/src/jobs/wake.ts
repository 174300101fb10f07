// Asks a ticket whose snooze is over to wake.
import type { Wake } from '#jobs';
import type { Parts } from '../parts.js';
import { ring, type Ringing } from './ring.js';

export async function wake(parts: Pick<Parts, 'door' | 'now' | 'log'>, alarm: Wake, ringing: Ringing): Promise<string> {
  const due = Date.parse(alarm.until);
  const receipt = await ring(parts, alarm, due, ringing);
  if (!receipt) return 'deleted';
  if (!receipt.changed || receipt.replayed) return 'awake before';
  const { tenant, ticketId } = alarm;
  parts.log.info({ tenant, ticketId, lateMs: parts.now() - due }, 'woken by timer');
  return 'woken';
}
