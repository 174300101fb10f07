import { randomBytes } from 'node:crypto';
import { readSettings } from './settings.js';

const good = {
  DATABASE_URL: 'postgres://127.0.0.1/ledgerdesk',
  EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  LEDGERDESK_VAULT_KEY: randomBytes(32).toString('base64'),
};

it('keeps jobs in the database unless there is a Redis', () => {
  expect(readSettings(good).redisUrl).toBeUndefined();
  expect(readSettings({ ...good, REDIS_URL: '' }).redisUrl).toBeUndefined();
  expect(readSettings({ ...good, REDIS_URL: 'rediss://cache:6380/2' }).redisUrl).toBe('rediss://cache:6380/2');
});

it('names every variable at fault', () => {
  const names = /DATABASE_URL(.|\n)*EVENTSTORE_URL(.|\n)*REDIS_URL(.|\n)*LEDGERDESK_VAULT_KEY/;
  expect(() => readSettings({ REDIS_URL: 'http://cache' })).toThrow(names);
  expect(() => readSettings({ ...good, LEDGERDESK_VAULT_KEY: 'short' })).toThrow('LEDGERDESK_VAULT_KEY');
});
