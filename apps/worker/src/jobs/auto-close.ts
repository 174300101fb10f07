// An alarm rings: asks the ticket to close. Whether that is due, was done or is called off, the ticket decides.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { v5 } from 'uuid';
import { systemActor } from '#access';
import type { AutoClose, TimerJob } from '#jobs';
import { autoCloseDue, Rejection } from '#ticket';
import { ActOnTicket, type CommandInput } from '#write-side';
import type { Parts } from '../parts.js';

export async function autoClose(
  { policies, door, now, log }: Pick<Parts, 'policies' | 'door' | 'now' | 'log'>,
  alarm: AutoClose,
  job: Job<TimerJob>,
  token: string,
): Promise<string> {
  const { tenant, ticketId, generation, eventId, clockFrom, policyVersion } = alarm;
  const due = autoCloseDue({ live: true, clockFrom }, await policies.get(tenant, policyVersion));
  if (due === null) return 'switched off';
  const early = due - now();
  if (early > 0) {
    await job.moveToDelayed(Date.now() + early, token); // the queue has a clock of its own
    throw new DelayedError();
  }
  const command: CommandInput = { type: 'CloseByTimer', data: { generation: BigInt(generation) } };
  const commandId = v5('auto-close', eventId);
  try {
    const { changed, replayed, state } = await door.execute(
      new ActOnTicket({
        ticketId,
        command,
        by: systemActor(tenant),
        commandId,
        requestHash: createHash('sha256')
          .update(canonicalize({ type: command.type, generation }) ?? '')
          .digest('hex'),
        correlationId: commandId,
        causationId: eventId,
      }),
    );
    if (!changed || replayed) return state === 'closed' ? 'closed before' : 'not due';
    log.info({ tenant, ticketId, lateMs: now() - due }, 'closed by timer');
    return 'closed';
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    if (error.code === 'ticket-not-found') return 'deleted';
    throw new UnrecoverableError(error.code); // nothing that time heals: parked at once
  }
}
