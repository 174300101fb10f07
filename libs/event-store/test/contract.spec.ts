// What this product needs of an event store, said to the store itself through the real client.
import { EventStoreDBClient } from '@eventstore/db-client';
import { appends } from './contract/appends.js';
import { reads } from './contract/reads.js';
import { stores, type Running, type StoreUnderTest } from './contract/store-under-test.js';
import { subscriptions } from './contract/subscriptions.js';

describe.each(stores)('%s', (_name, start) => {
  const store = {} as StoreUnderTest;
  let running: Running;

  beforeAll(async () => {
    running = await start();
    store.url = running.url;
    store.client = EventStoreDBClient.connectionString(running.url);
  });
  afterAll(async () => {
    await store.client.dispose();
    await running.stop();
  });

  describe('appends', () => appends(store));
  describe('reads', () => reads(store));
  describe('subscriptions', () => subscriptions(store));
});
