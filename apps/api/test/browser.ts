// How specs behave like a browser: cookies kept by site and path, redirects followed one by one, scripts not run.
interface Cookie {
  readonly site: string;
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly attributes: string;
}

export class Browser {
  #cookies: readonly Cookie[] = [];
  /** where the last answer came from */
  at = '';

  /** `sites`: where to find other origins, and where behind a proxy this one is; what is not named cannot be reached */
  constructor(
    readonly origin: string,
    private readonly sites: Readonly<Record<string, string>> = {},
  ) {}

  /** of the site, by name */
  get cookies(): ReadonlyMap<string, Cookie> {
    return new Map(this.#cookies.filter(({ site }) => site === this.origin).map((cookie) => [cookie.name, cookie]));
  }

  restore(cookies: Iterable<Cookie>): void {
    for (const cookie of cookies) this.#cookies = [...this.#cookies.filter(({ name }) => name !== cookie.name), cookie];
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const answer = await fetch((this.sites[url.origin] ?? url.origin) + url.pathname + url.search, {
      redirect: 'manual',
      ...init,
      headers: { cookie: this.#cookiesFor(url), ...(init.headers as Record<string, string> | undefined) },
    });
    this.at = url.href;
    for (const line of answer.headers.getSetCookie()) this.#keep(url.origin, line);
    return answer;
  }

  /** Goes where it is sent, until it is sent nowhere; answers where it was. */
  async follow(path: string): Promise<{ readonly answer: Response; readonly places: readonly string[] }> {
    const places: string[] = [];
    let answer = await this.send(path, { headers: { accept: 'text/html' } });
    while (answer.status >= 300 && answer.status < 400) {
      const place = new URL(answer.headers.get('location') ?? '', this.at);
      places.push(place.href);
      if (place.origin !== this.origin && !(place.origin in this.sites)) break;
      answer = await this.send(place.href, { headers: { accept: 'text/html' } });
    }
    return { answer, places };
  }

  /** Signs in at the embedded provider by clicking on somebody. */
  async signIn(login: string, returnTo = '/v1/session'): Promise<Response> {
    const { answer } = await this.follow(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    const page = await answer.text();
    const link = [...page.matchAll(/<a href="([^"]*)">.*?<small>([^<]*)<\/small><\/a>/g)].find(
      ([, , shown]) => shown === login,
    );
    if (!link?.[1]) throw new Error(`${login} is not on the page: ${page}`);
    const href = new URL(link[1].replaceAll('&#38;', '&'), this.at).href;
    return (await this.follow(href)).answer;
  }

  /** A request as the dashboard's script makes it. */
  async act(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const { csrfToken } = (await (await this.send('/v1/session')).json()) as { csrfToken: string };
    return this.send(path, {
      method,
      headers: {
        'x-csrf-token': csrfToken,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  #keep(site: string, line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const [name = '', ...value] = pair.split('=');
    const attribute = (wanted: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    this.#cookies = this.#cookies.filter((cookie) => cookie.site !== site || cookie.name !== name);
    if (attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now()) return;
    const path = attribute('path') ?? '/';
    const cookie = { site, name, value: value.join('='), path, attributes: attributes.join('; ') };
    this.#cookies = [...this.#cookies, cookie];
  }

  #cookiesFor({ origin, pathname }: URL): string {
    return this.#cookies
      .filter(({ site, path }) => site === origin && pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }
}
