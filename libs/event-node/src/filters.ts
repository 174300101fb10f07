// Which events of $all a reader wants. Expressions come from callers, so they run on an engine whose time is linear in
// the text: a hostile one cannot hold up the node. It knows no look-around and no back-references.
import { RE2JS } from 're2js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { invalidArgument } from './rpc-errors.js';
import type { StoredEvent } from './stored-event.js';

export interface Filter {
  matches(event: StoredEvent): boolean;
  /** A filtered subscription tells its position after this many events considered, wanted or not. */
  checkpointEvery: number;
}

const DEFAULT_WINDOW = 32;

/** Throws an INVALID_ARGUMENT `RpcError` for an expression that cannot be used. */
export function parseFilter(options: ReadReq.Options.FilterOptions): Filter {
  const onStream = options.getStreamIdentifier();
  const expression = onStream ?? options.getEventType();
  if (!expression) throw invalidArgument('A filter needs a stream name or event type expression');
  const test = matcher(expression);
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  const multiplier = options.getCheckpointintervalmultiplier();
  if (window < 1 || multiplier < 1) throw invalidArgument('Search window and checkpoint interval must be positive');
  return {
    matches: onStream ? (event) => test(event.stream) : (event) => test(event.type),
    checkpointEvery: window * multiplier,
  };
}

/** What the clients send to leave out system events: by far the most frequent expression. */
const NO_SYSTEM_EVENTS = new Set(['^[^\\$].*', '^[^$].*']);

function matcher(expression: ReadReq.Options.FilterOptions.Expression): (text: string) => boolean {
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  const source = expression.getRegex();
  if (NO_SYSTEM_EVENTS.has(source)) return (text) => text !== '' && !text.startsWith('$');
  try {
    const regex = RE2JS.compile(source);
    return (text) => regex.test(text);
  } catch (error) {
    throw invalidArgument(`Unusable regular expression: ${error instanceof Error ? error.message : String(error)}`);
  }
}
