// A network that breaks in the middle of an answer.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP proxy that breaks a connection once so many bytes of an NDJSON answer came through, as often as `breaks` says. */
export async function brittleProxy(
  target: string,
  bytes: number,
  breaks: number,
): Promise<{ url: string; broken: () => number; close: () => void }> {
  let broken = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(new URL(target).port), '127.0.0.1');
    let passed = 0;
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      const lines = chunk.includes('x-ndjson') || passed > 0;
      if (lines && broken < breaks && (passed += chunk.length) > bytes) {
        broken += 1;
        near.write(chunk.subarray(0, chunk.length / 2), end);
      } else near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    broken: () => broken,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
