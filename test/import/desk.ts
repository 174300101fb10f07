// The desk after an import, asked over HTTP like any client asks.
import type { ExpectedTicket } from './expected.js';

interface Item {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly reopenCount: number;
  readonly priority: string;
  readonly category: { readonly name: string } | null;
  readonly assignee: { readonly user?: { readonly name: string }; readonly group?: { readonly name: string } } | null;
}

export class Desk {
  private constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async signIn(url: string, user: string): Promise<Desk> {
    const response = await fetch(`${url}/v1/dev/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user }),
    });
    return new Desk(url, ((await response.json()) as { token: string }).token);
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async items(query = ''): Promise<Item[]> {
    const found: Item[] = [];
    let cursor = '';
    for (;;) {
      const page = await this.get<{ items: Item[]; nextCursor: string | null }>(
        `/v1/tickets?limit=100${query}${cursor}`,
      );
      found.push(...page.items);
      if (page.nextCursor === null) return found;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  }

  /** Incident number (which subjects begin with) to its ticket. */
  async tickets(): Promise<Map<string, ExpectedTicket>> {
    const items = await this.items();
    const tickets = new Map(items.map((item) => [numberOf(item), ticketOf(item)]));
    if (tickets.size !== items.length) throw new Error('an incident has two tickets');
    return tickets;
  }
}

const numberOf = ({ subject }: Item): string => subject.split(':')[0] ?? '';

const ticketOf = ({ status, reopenCount, priority, category, assignee }: Item): ExpectedTicket => ({
  status,
  reopenCount,
  priority,
  category: category?.name ?? null,
  group: assignee?.group?.name ?? null,
  assignee: assignee?.user?.name ?? null,
});
