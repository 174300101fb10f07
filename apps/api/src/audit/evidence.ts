// One ticket's history as files that can be read and checked without Ledgerdesk.
import { hash } from 'node:crypto';
import { verifyChain, type EventMetadata, type StoredEvent } from '#event-store';
import { linksStream, ticketStream, type Ledger } from '#ledger';
import { changesInWords, type Picture } from '#ticket';
import type { Auditor } from './audit-door.js';
import { checkScript, readme } from './evidence-check.js';
import type { Step } from './history.js';
import { toldEvent, toldStep, type ToldStep } from './told.js';

export interface Evidence {
  readonly title: string;
  /** text by name */
  readonly files: ReadonlyMap<string, string>;
}

/** `steps`: all there are. @throws LogUnavailable */
export async function evidenceOf(
  ledger: Ledger,
  { by }: Auditor,
  steps: readonly [Step, ...Step[]],
  names: ReadonlyMap<string, string>,
  takenAt: string,
): Promise<Evidence> {
  const { after: picture } = steps.at(-1) as Step;
  const stored = await storedEvents(ledger, by.tenant, steps);
  const own = stored.filter(({ stream }) => stream === ticketStream(by.tenant, picture.ticketId));
  const hashes = own.map(({ metadata }) => (metadata as Partial<EventMetadata> | null)?.hash);
  const timeline = steps.map((step) => toldStep(step, names));
  const title = `${picture.number}: ${picture.subject}`;
  const files = new Map([
    ['README.md', readme(title)],
    ['timeline.md', timelineOf(title, timeline)],
    ['timeline.json', json(timeline)],
    ['events.ndjson', ndjson(steps.map(({ event }) => toldEvent(event, names)))],
    ['events.stored.ndjson', ndjson(stored.map(plain))],
    ['actors.json', json(actorsOf(timeline))],
    ['attachments.json', json(attachmentsOf(picture))],
    [
      'proof.json',
      json({
        stream: ticketStream(by.tenant, picture.ticketId),
        events: own.length,
        firstHash: hashes[0],
        lastHash: hashes.at(-1),
        algorithm: 'SHA-256 of canonical JSON (RFC 8785), each event naming the hash of the one before it',
        verdict: plain(await verifyChain(own)),
        takenAt,
        takenBy: { id: by.id, role: by.role },
      }),
    ],
    ['check.mjs', checkScript],
  ]);
  const sums = [...files].map(([name, text]) => `${hash('sha256', text, 'hex')}  ${name}\n`);
  return { title, files: files.set('SHA256SUMS', sums.join('')) };
}

/** The very events of the steps: what came while they were read is not among them. */
async function storedEvents(ledger: Ledger, tenant: string, steps: readonly [Step, ...Step[]]): Promise<StoredEvent[]> {
  const wanted = new Set(steps.map(({ event }) => event.id));
  const found: StoredEvent[] = [];
  for (const stream of [steps[0].event.stream, linksStream(tenant)]) {
    for await (const event of ledger.loadRaw(stream)) if (wanted.has(event.id)) found.push(event);
  }
  return found.sort((a, b) => (a.position < b.position ? -1 : 1));
}

function actorsOf(timeline: readonly ToldStep[]) {
  const actors = new Map<string, { id: string; name: string | null; kind: string; roles: string[]; events: number }>();
  for (const { actor } of timeline) {
    const { id, name, kind, role } = actor;
    const known = actors.get(id) ?? { id, name, kind, roles: [], events: 0 };
    const roles = known.roles.includes(role) ? known.roles : [...known.roles, role];
    actors.set(id, { ...known, roles, events: known.events + 1 });
  }
  return [...actors.values()];
}

const attachmentsOf = ({ attachmentUrls, replies }: Picture) => [
  ...attachmentUrls.map((url) => ({ url, replyId: null })),
  ...replies.flatMap((reply) => reply.attachmentUrls.map((url) => ({ url, replyId: reply.id }))),
];

function timelineOf(title: string, timeline: readonly ToldStep[]): string {
  const steps = timeline.map(({ occurredAt, recordedAt, type, origin, actor, before, after }) => {
    const who = `${actor.name ?? actor.id} (${actor.role})`;
    const late = origin === 'import' ? `, imported ${recordedAt}` : '';
    const lines = changesInWords({ before, after }).map((line) => `- ${line.replaceAll('\n', '\n  ')}\n`);
    return `\n## ${occurredAt} ${type}\nby ${who}${late}\n\n${lines.join('')}`;
  });
  return `# ${title}\n${steps.join('')}`;
}

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)));
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const ndjson = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
