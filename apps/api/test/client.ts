// How specs speak to the service: plain HTTP, as any other program would.
export type Body = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}
export interface Ticket extends Body {
  readonly id: string;
  readonly number: string;
  readonly revision: string;
  readonly position: string;
}

/** One request, its body as it is given. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const json = /[/+]json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: json ? (JSON.parse(text) as Body) : { text } };
}

export class Client {
  constructor(
    readonly url: string,
    readonly token: string,
    readonly userId: string,
  ) {}

  /** The same person on another API. */
  at(url: string): Client {
    return new Client(url, this.token, this.userId);
  }

  request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return send(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }
  get = (path: string, headers?: Record<string, string>) => this.request('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>) => this.request('POST', path, body, headers);
  put = (path: string, body?: unknown, headers?: Record<string, string>) => this.request('PUT', path, body, headers);
  patch = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.request('PATCH', path, body, headers);
  delete = (path: string, headers?: Record<string, string>) => this.request('DELETE', path, undefined, headers);

  /** Opens a ticket and answers its receipt. */
  async open(fields: Body = {}): Promise<Ticket> {
    const { status, body } = await this.post('/v1/tickets', { subject: 'Printer', description: 'It burns', ...fields });
    if (status !== 201) throw new Error(`not opened: ${status} ${JSON.stringify(body)}`);
    return body as Ticket;
  }

  /** A command that must succeed; answers its receipt. */
  async act(method: string, path: string, body?: unknown): Promise<Ticket> {
    const answer = await this.request(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Ticket;
  }

  /** A question that must be answered, with everything up to `after` in it; a slow machine is asked again. */
  async ask(path: string, after?: { readonly position: string }): Promise<Body> {
    const mark = path.includes('?') ? '&' : '?';
    const url = after ? `${path}${mark}after=${after.position}` : path;
    let answer = await this.get(url);
    for (let left = 10; answer.body.code === 'read-model-behind' && left > 0; left -= 1) answer = await this.get(url);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

export async function signIn(url: string, login: string): Promise<Client> {
  const { status, body } = await send(`${url}/v1/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: login.includes('@') || login.includes('-') ? login : `${login}@acme.test` }),
  });
  if (status !== 200) throw new Error(`${login} cannot sign in: ${status} ${JSON.stringify(body)}`);
  return new Client(url, body.token as string, (body.user as { id: string }).id);
}

export const fieldsOf = ({ body }: Answer): string[] =>
  ((body.errors ?? []) as { field: string }[]).map(({ field }) => field);
