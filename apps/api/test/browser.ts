// How specs behave like a browser: cookies kept by path, redirects followed one by one, scripts not run.
export class Browser {
  readonly cookies = new Map<string, { readonly value: string; readonly path: string; readonly attributes: string }>();
  /** where the last answer came from */
  at = '';

  constructor(readonly origin: string) {}

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const answer = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { cookie: this.#cookiesFor(url), ...(init.headers as Record<string, string> | undefined) },
    });
    this.at = url.href;
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** Goes where it is sent, until it is sent nowhere; answers where it was. */
  async follow(path: string): Promise<{ readonly answer: Response; readonly places: readonly string[] }> {
    const places: string[] = [];
    let answer = await this.send(path, { headers: { accept: 'text/html' } });
    while (answer.status >= 300 && answer.status < 400) {
      const place = new URL(answer.headers.get('location') ?? '', this.at);
      places.push(place.href);
      if (place.origin !== this.origin) break;
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

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((each) => each.startsWith('Path='))?.slice(5) ?? '/';
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, { value, path, attributes: attributes.join('; ') });
  }

  #cookiesFor({ pathname }: URL): string {
    return [...this.cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }
}
