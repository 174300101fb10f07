// A network between writer and log that can lose an answer: it lets a request through, waits until the log has
// answered, and breaks the connection instead of passing the answer on.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export async function startAnswerEater(port: number) {
  let hungry = false;
  let eaten = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const log = connect(port, '127.0.0.1');
    let asked = false;
    for (const socket of [client, log]) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        log.destroy();
      });
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      // A request is larger than the protocol's own acknowledgements.
      if (hungry && bytes.length > 400) asked = true;
      log.write(bytes);
    });
    log.on('data', (bytes) => {
      if (asked && bytes.length > 60) {
        asked = false;
        hungry = false;
        eaten += 1;
        client.destroy();
        return;
      }
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`,
    eatNextAnswer: () => (hungry = true),
    eaten: () => eaten,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
