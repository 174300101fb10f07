// Requests over raw sockets: a client that parses as little as can be, so that the server is what is measured.
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { perSecond } from '../bench.js';

export interface Posting {
  /** origin */
  readonly url: string;
  readonly path: string;
  readonly token: string;
  readonly body: () => unknown;
  /** of the answer that is wanted */
  readonly status: number;
}

class Line {
  private constructor(private readonly socket: Socket) {}

  static async open(url: string): Promise<Line> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new Line(socket);
  }

  /** The status of the answer, which is taken in whole. */
  async send(head: string, body: string): Promise<{ status: number; text: string }> {
    this.socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for (;;) {
      const [bytes] = (await once(this.socket, 'data')) as [Buffer];
      answer += bytes.toString('latin1');
      const end = answer.indexOf('\r\n\r\n');
      if (end < 0) continue;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1] ?? 0);
      if (answer.length >= end + 4 + length)
        return { status: Number(answer.slice(9, 12)), text: answer.slice(end + 4) };
    }
  }

  end(): void {
    this.socket.destroy();
  }
}

/** Answers per second, `amount` requests over `connections` at once. @throws Error at the first other status */
export async function postMany(
  { url, path, token, body, status: wanted }: Posting,
  amount: number,
  connections: number,
): Promise<number> {
  const { host } = new URL(url);
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\n`;
  const lines = await Promise.all(Array.from({ length: connections }, () => Line.open(url)));
  try {
    const free = [...lines];
    return await perSecond(amount, connections, async () => {
      const line = free.pop();
      if (!line) throw new Error('more callers than lines');
      const { status, text } = await line.send(head, JSON.stringify(body()));
      if (status !== wanted) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
      free.push(line);
    });
  } finally {
    for (const line of lines) line.end();
  }
}
