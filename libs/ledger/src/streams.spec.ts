import { isOf, streamPrefixes, tenantPrefixes, ticketStream } from './streams.js';

it('tells the streams of tenants apart whose names begin alike', () => {
  const id = '7f0c';
  const streams = ['acme', 'acme2'].flatMap((tenant) =>
    streamPrefixes.map((prefix) => (prefix === 'ticket-' ? ticketStream(tenant, id) : `${prefix}${tenant}`)),
  );
  const found = streams.filter((stream) => tenantPrefixes('acme').some((prefix) => stream.startsWith(prefix)));
  // A prefix finds every stream of the tenant, and some of the other's: all but those are wanted.
  expect(found.length).toBeGreaterThan(streamPrefixes.length);
  expect(found.filter((stream) => isOf('acme', stream))).toEqual(streams.slice(0, streamPrefixes.length));
  expect(isOf('acme', '$links-acme')).toBe(false);
});

it('builds names of proper tenant ids only', () => {
  for (const tenant of ['', 'Acme', 'acme.', 'a-b', 'x'.repeat(33)]) expect(() => ticketStream(tenant, 'id')).toThrow();
});
