// One command on one stream, until it is settled: judged on what is known, again on what is there, and again when
// somebody else was faster. What is known may be behind the log: only an append, which names the revision, may trust it;
// a refusal or a no-op decided on it is decided again after reading on.
import { setTimeout as sleep } from 'node:timers/promises';
import { KeyDestroyed, OutcomeUnknown, WrongVersion } from '#event-store';
import { Rejection } from '#ticket';
import { InvalidReferences, RevisionMismatch, type Receipt } from './act-on-ticket.js';

/** How long a command contends for a stream that others write to all the time. */
const patienceMs = 10_000;
const longestPauseMs = 32;

export type Judged<Plan> =
  /** stored by an earlier request with the same id */
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'unchanged'; readonly receipt: Receipt }
  | { readonly kind: 'plan'; readonly plan: Plan };

interface Contest<Entry, Plan> {
  /** undefined: nothing is known of the stream yet */
  readonly known: Entry | undefined;
  readonly readOn: (entry?: Entry) => Promise<Entry>;
  readonly evict: () => void;
  readonly judge: (entry: Entry) => Promise<Judged<Plan>>;
  readonly append: (entry: Entry, plan: Plan) => Promise<Receipt>;
  readonly onConflict: () => void;
}

export async function settle<Entry, Plan>({
  known,
  readOn,
  evict,
  judge,
  append,
  onConflict,
}: Contest<Entry, Plan>): Promise<Receipt> {
  let current = known === undefined;
  let entry = known ?? (await readOn());
  const deadline = performance.now() + patienceMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    let judged: Judged<Plan> | undefined;
    try {
      judged = await judge(entry);
    } catch (refusal) {
      if (current || !isRefusal(refusal)) throw refusal;
    }
    if (judged?.kind === 'receipt' || (judged?.kind === 'unchanged' && current)) return judged.receipt;
    if (judged?.kind === 'plan') {
      try {
        return await append(entry, judged.plan);
      } catch (error) {
        if (performance.now() > deadline) throw error;
        // A destroyed key is an end of the ticket that is not known here yet.
        if (error instanceof WrongVersion || error instanceof KeyDestroyed) {
          onConflict();
          await sleep(Math.random() * pauseMs);
          entry = await readOn(entry);
        } else if (error instanceof OutcomeUnknown) {
          // The answer was lost, perhaps after the commit: only the stream knows.
          evict();
          entry = await readOn();
        } else throw error;
      }
    } else entry = await readOn(entry);
    current = true;
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Rejection || error instanceof InvalidReferences || error instanceof RevisionMismatch;

export type OnCommand = (seen: { type: string; outcome: string; seconds: number; conflicts: number }) => void;

/** Tells how the command ended, and how often somebody else was faster. */
export async function told(
  type: string,
  onCommand: OnCommand = () => undefined,
  work: (onConflict: () => void) => Promise<Receipt>,
): Promise<Receipt> {
  const started = performance.now();
  let conflicts = 0;
  const tell = (outcome: string) =>
    onCommand({ type, outcome, seconds: (performance.now() - started) / 1000, conflicts });
  try {
    const receipt = await work(() => (conflicts += 1));
    tell(receipt.replayed ? 'replayed' : receipt.changed ? 'accepted' : 'unchanged');
    return receipt;
  } catch (error) {
    tell(error instanceof Rejection ? error.code : error instanceof Error ? error.constructor.name : 'unknown');
    throw error;
  }
}
