// An alarm rings: gives the ticket a command as System. Whether it is due, was done or is called off, the ticket decides.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { v5 } from 'uuid';
import { systemActor } from '#access';
import type { Alarm, TimerJob } from '#jobs';
import { Rejection } from '#ticket';
import { ActOnTicket, type CommandInput, type Receipt } from '#write-side';
import type { Parts } from '../parts.js';

/** The job that rings, and the token of its lock. */
export type Ringing = readonly [job: Job<TimerJob>, token: string];

/**
 * Puts the alarm off where it comes before `due` (epoch milliseconds).
 * @returns the receipt; null: the ticket is gone
 */
export async function ring(
  { door, now }: Pick<Parts, 'door' | 'now'>,
  { kind, tenant, ticketId, generation, eventId }: Alarm,
  due: number,
  [job, token]: Ringing,
): Promise<Receipt | null> {
  const early = due - now();
  if (early > 0) {
    await job.moveToDelayed(Date.now() + early, token); // the queue has a clock of its own
    throw new DelayedError();
  }
  const type = kind === 'wake' ? 'WakeByTimer' : 'CloseByTimer';
  const command: CommandInput = { type, data: { generation: BigInt(generation) } };
  const commandId = v5(kind, eventId);
  try {
    return await door.execute(
      new ActOnTicket({
        ticketId,
        command,
        by: systemActor(tenant),
        commandId,
        requestHash: createHash('sha256')
          .update(canonicalize({ type, generation }) ?? '')
          .digest('hex'),
        correlationId: commandId,
        causationId: eventId,
      }),
    );
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    if (error.code === 'ticket-not-found') return null;
    throw new UnrecoverableError(error.code); // nothing that time heals: parked at once
  }
}
