// Hears of keys that other processes destroy. The vault is where it happens, so its database tells it.
import { Client, type ClientConfig } from 'pg';

export const destroyedChannel = 'ledgerdesk_destroyed_keys';
const reconnectMs = 500;

interface Ears {
  readonly onDestroyed: (keyId: string) => void;
  /** Something may have been missed: before the first connection, and while a broken one was made again. */
  readonly onGap: () => void;
}

/** Resolves when it hears, or will as soon as the database is there; ends with the returned function. */
export async function hearOfDestroyedKeys(connection: ClientConfig, ears: Ears): Promise<() => Promise<void>> {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Client | undefined;
  const connect = async (): Promise<void> => {
    if (closed) return;
    const client = new Client(connection);
    current = client;
    let over = false;
    const again = () => {
      if (over || closed) return;
      over = true;
      client.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), reconnectMs);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => payload && ears.onDestroyed(payload));
    try {
      await client.connect();
      await client.query(`listen ${destroyedChannel}`);
      ears.onGap();
    } catch {
      again();
    }
  };
  await connect();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await current?.end().catch(() => undefined);
  };
}
