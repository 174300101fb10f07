import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { parseFilter } from './filters.js';
import { RpcError } from './rpc-errors.js';
import type { StoredEvent } from './stored-event.js';

const { FilterOptions } = streamsPb.ReadReq.Options;

function typeFilter(fill: (expression: InstanceType<typeof FilterOptions.Expression>) => unknown) {
  const expression = new FilterOptions.Expression();
  fill(expression);
  const options = new FilterOptions();
  options.setEventType(expression);
  options.setCheckpointintervalmultiplier(3);
  return parseFilter(options);
}
const regex = (source: string) => typeFilter((expression) => expression.setRegex(source));
const ofType = (type: string): StoredEvent => ({
  stream: 's',
  revision: 0,
  position: 1,
  created: 0,
  id: new Uint8Array(16),
  type,
  isJson: true,
  data: new Uint8Array(),
  metadata: new Uint8Array(),
});

it.each(['^[^\\$].*', '^[^$].*'])('leaves out system events with %s', (source) => {
  const types = ['TicketOpened', '$metadata', '$>', '', 'a$'];
  expect(types.filter((type) => regex(source).matches(ofType(type)))).toEqual(['TicketOpened', 'a$']);
});

it('looks anywhere in the text unless the expression says where', () => {
  expect(regex('Opened').matches(ofType('TicketOpened!'))).toBe(true);
  expect(regex('^Opened').matches(ofType('TicketOpened'))).toBe(false);
});

it('takes prefixes as they are, not as expressions', () => {
  const filter = typeFilter((expression) => expression.setPrefixList(['a.', 'b']));
  expect(['a.b', 'axb', 'bx', 'cb'].map((type) => filter.matches(ofType(type)))).toEqual([true, false, true, false]);
});

// With the language's own engine each of these runs for longer than anybody waits.
it.each(['^(a+)+$', '^(a|aa)+$', '(.*a){20}$', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
  'is done soon with hostile %s',
  (source) => {
    expect(regex(source).matches(ofType(`${'a'.repeat(3000)}!`))).toBe(false);
  },
);

it.each(['(', '(?=a)', '(a)\\1', '[z-a]', 'a{2,1}'])('refuses %s, which it cannot run', (source) => {
  expect(() => regex(source)).toThrow(RpcError);
});

it('tells checkpoints by window times interval', () => {
  expect(regex('a').checkpointEvery).toBe(96);
});
