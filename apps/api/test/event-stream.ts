// How specs watch: a plain HTTP client that keeps what a stream said, and can stop reading.
import { get, type IncomingMessage } from 'node:http';
import type { Client } from './client.js';

export interface Told {
  readonly event: string;
  readonly id: string;
  readonly data: {
    readonly id?: string;
    readonly change?: string;
    readonly revision?: string;
    readonly number?: string;
  };
}

export class EventStream {
  readonly told: Told[] = [];
  /** the last position that was sent, with a message or with a comment */
  position = '';
  ended = false;
  #text = '';

  private constructor(readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => this.#take(text));
    answer.on('error', () => undefined);
    answer.on('close', () => (this.ended = true));
  }

  /** Resolves once the stream has begun. */
  static async open(
    client: Pick<Client, 'url' | 'token'> | { readonly url: string; readonly cookie: string },
    lastEventId?: string,
  ): Promise<EventStream> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const who = 'token' in client ? { authorization: `Bearer ${client.token}` } : { cookie: client.cookie };
      const headers = { ...who, ...(lastEventId && { 'last-event-id': lastEventId }) };
      get(`${client.url}/v1/stream`, { headers, agent: false }, resolve).on('error', reject);
    });
    if (answer.statusCode !== 200) throw new Error(`no stream: ${answer.statusCode}`);
    const stream = new EventStream(answer);
    await stream.until(() => stream.position !== '');
    return stream;
  }

  /** What it was told about tickets, without the hints to ask for counts. */
  get changes(): string[] {
    return this.told
      .filter(({ event }) => event !== 'badges-changed')
      .map(({ event, data }) =>
        event === 'ticket-changed' ? `${data.id} ${data.change}` : `${event} ${data.id ?? ''}`,
      );
  }

  /** Waits for as long as the test may take. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  saw(change: string): Promise<void> {
    return this.until(() => this.changes.includes(change));
  }

  close(): void {
    this.answer.destroy();
  }

  #take(text: string): void {
    this.#text += text;
    const blocks = this.#text.split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      this.position = fields.get('id') ?? this.position;
      const event = fields.get('event');
      if (event !== undefined)
        this.told.push({ event, id: this.position, data: JSON.parse(fields.get('data') ?? '') as Told['data'] });
    }
  }
}
