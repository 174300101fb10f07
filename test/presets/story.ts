// What the stories of the presets have in common: the demonstration's people at one desk that goes over to a preset.
import { signIn, type Body, type Client, type Ticket } from '../../apps/api/test/client.js';
import { startStack, type Stack } from '../stack.js';

const people = {
  nora: 'nora@northwind.test', // client_admin
  nina: 'nina@northwind.test', // client_staff
  uma: 'uma@acme.test', // user
  pat: 'pat@partner.test', // partner_admin
  abe: 'abe@acme.test', // agent, service desk
  amy: 'amy@acme.test', // agent, service desk and billing team
  stan: 'stan@acme.test', // staff, in no group
  mo: 'mo@acme.test', // moderator
  olga: 'olga@acme.test', // operator
  ada: 'ada@acme.test', // admin
} as const;
export type Name = keyof typeof people;

export class Story {
  private constructor(
    private readonly stack: Stack,
    readonly who: Readonly<Record<Name, Client>>,
  ) {}

  static async under(preset: string): Promise<Story> {
    const stack = await startStack();
    const [url = ''] = stack.urls;
    const signedIn = await Promise.all(
      Object.entries(people).map(async ([name, login]) => [name, await signIn(url, login)] as const),
    );
    const story = new Story(stack, Object.fromEntries(signedIn) as Record<Name, Client>);
    const { status, body } = await story.who.ada.post('/v1/policy/preset', { name: preset });
    if (status !== 200) throw new Error(`no ${preset}: ${JSON.stringify(body)}`);
    return story;
  }

  end = (): Promise<void> => this.stack.stop();

  /** How it came out: the ticket's status, or why not. */
  async tries(name: Name, ticket: Ticket, verb: string, body: Body = {}): Promise<string> {
    const method = /^(status|priority|assignee|tags)/.test(verb) ? 'PUT' : 'POST';
    const answer = await this.who[name].request(method, `/v1/tickets/${ticket.id}/${verb}`, body);
    const refusal = answer.status >= 300;
    return String(refusal ? `${answer.status} ${String(answer.body.code)}` : answer.body.status);
  }

  replies = (name: Name, ticket: Ticket): Promise<string> => this.tries(name, ticket, 'replies', { body: 'Hello' });

  /** As it is now, to this person. */
  async sees(name: Name, ticket: Ticket): Promise<Body> {
    return this.who[name].ask(`/v1/tickets/${ticket.id}`, await this.now());
  }

  /** What of status-changing actions is offered now. */
  async offered(name: Name, ticket: Ticket): Promise<string[]> {
    const moves = ['reply', 'start', 'wait', 'resolve', 'close', 'reopen', 'set-status'];
    return ((await this.sees(name, ticket)).allowedActions as string[]).filter((action) => moves.includes(action));
  }

  async lists(name: Name): Promise<string[]> {
    const { items } = await this.who[name].ask('/v1/tickets?limit=100', await this.now());
    return (items as { id: string }[]).map(({ id }) => id);
  }

  async amend(patch: Body): Promise<void> {
    const { status, body } = await this.who.ada.patch('/v1/policy', patch);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  private async now(): Promise<{ position: string }> {
    return { position: String(await this.stack.parts.ledger.head()) };
  }
}
