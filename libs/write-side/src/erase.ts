// The end of a deleted ticket's words: the keys that sealed them are destroyed, and what stays in the log is unreadable.
import type { KeyRing } from '#event-store';
import type { Ledger } from '#ledger';

/** Whatever was cut off when the ticket was deleted; again and again changes nothing. A ticket that is not deleted is left alone. */
export async function eraseDeleted(stream: string, { log, keys }: { log: Ledger; keys: KeyRing }): Promise<void> {
  const sealedBy = new Set<string>();
  let deleted = false;
  for await (const { type, metadata } of log.load(stream)) {
    // Why it was deleted stays readable: that event has a key of its own.
    if (type === 'TicketTombstoned') deleted = true;
    else if (metadata.keyId !== null) sealedBy.add(metadata.keyId);
  }
  if (deleted) for (const keyId of sealedBy) await keys.destroy(keyId);
}
