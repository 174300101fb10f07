// What lies in every evidence archive beside the events: how to check them without Ledgerdesk.

/** Runs under Node.js with nothing else installed. */
export const checkScript = String.raw`// node check.mjs
// Recomputes the hash of every event in events.stored.ndjson and follows the ticket's chain from the first to the last.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const proof = JSON.parse(read('proof.json'));
const events = read('events.stored.ndjson').split('\n').filter(Boolean).map((line) => JSON.parse(line));

// RFC 8785: keys in order, no spaces; JavaScript writes strings and numbers as it wants them.
const canonical = (value) =>
  Array.isArray(value)
    ? '[' + value.map(canonical).join(',') + ']'
    : value !== null && typeof value === 'object'
      ? '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}'
      : JSON.stringify(value);

let last = null;
let count = 0;
for (const { stream, revision, type, data, metadata: { hash, ...metadata } } of events) {
  const { prevHash } = metadata;
  const form = canonical({ stream, revision, type, metadata, data, prevHash });
  const where = stream + ' revision ' + revision;
  if (createHash('sha256').update(form).digest('hex') !== hash) fail(where + ': the content is not what was hashed');
  if (stream !== proof.stream) continue; // of other streams only single events are here
  if (revision !== String(count)) fail(where + ': an event is missing before it');
  if (prevHash !== last) fail(where + ': does not follow the event before it');
  last = hash;
  count += 1;
}
if (count !== proof.events || last !== proof.lastHash) fail('the chain does not end where proof.json says');
console.log(count + ' events of ' + proof.stream + ' are sound; the last hash is ' + last);

function fail(why) {
  console.error('BROKEN: ' + why);
  process.exit(1);
}
`;

export const readme = (title: string): string => `# Evidence of ${title}

| file | what it is |
|---|---|
| timeline.md, timeline.json | every step: when, who, what changed |
| events.ndjson | the events, opened: texts as people wrote them (\`[erased]\` where the key was destroyed) |
| events.stored.ndjson | the same events as they are stored: sealed texts, hashes |
| actors.json | everybody who acted, with the roles they had |
| attachments.json | what was attached, and where |
| proof.json | the ticket's stream, its length, its first and last hash, and what the service found |
| check.mjs | recomputes the proof |
| SHA256SUMS | SHA-256 of every other file here |

## To check it by hand
1. \`sha256sum -c SHA256SUMS\`: no file was changed since the archive was made.
2. \`node check.mjs\`: every stored event has the hash it claims, and each event of the ticket names the hash of the one
   before it.
3. Or without the script: take a line of events.stored.ndjson, remove \`hash\` from its metadata, and write
   \`{stream, revision, type, metadata, data, prevHash}\` (prevHash is also in the metadata) as canonical JSON (RFC 8785).
   Its SHA-256 in hex is the \`hash\`; the next event's \`prevHash\` is the same.

## What this proves
Nothing in the chain was changed, left out or put in between after \`lastHash\` was first known. Whether events at its end
are missing shows only against a copy of \`lastHash\` that was kept elsewhere: compare it with one you trust. Link events
belong to a stream of the whole tenant; of it only this ticket's are here, each proven by its own hash.
`;
