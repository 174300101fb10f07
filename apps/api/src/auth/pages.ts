// The few pages that this service makes itself: plain HTML that needs no script, and allows none.
import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
form { display: flex; gap: 0.5rem; flex-wrap: wrap; align-items: end; }
label { flex: 1 1 16rem; } input { width: 100%; box-sizing: border-box; }
input, button { font: inherit; padding: 0.4rem 0.6rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.5rem; }
li a { display: block; padding: 0.5rem 0.75rem; border: 1px solid; border-radius: 0.4rem; text-decoration: none; color: inherit; overflow-wrap: anywhere; }
a:hover, a:focus-visible { outline: 3px solid Highlight; outline-offset: 1px; }
small { display: block; }`;

/** Nothing but its own style and forms to itself. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const pageHeaders = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': pagePolicy };

/** Text that may stand anywhere in HTML, also in quoted attributes. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body>
</html>`;

export const failurePage = (detail: string): string =>
  page('You are not signed in', `<p>${escaped(detail)}</p><p><a href="/auth/login">Sign in</a></p>`);

export interface Choice {
  readonly name: string;
  readonly login: string;
  readonly role: string;
  readonly tenant: string;
  readonly href: string;
}

/** Everybody who can be chosen, by tenant. `kept`: parameters that the search passes on. */
export function choicePage(choices: readonly Choice[], q: string, kept: Iterable<readonly [string, string]>): string {
  const hidden = [...kept].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const tenants = [...new Set(choices.map(({ tenant }) => tenant))];
  const lists = tenants.map(
    (tenant) =>
      `<section><h2>${escaped(tenant)}</h2><ul>${choices
        .filter((choice) => choice.tenant === tenant)
        .map(
          ({ name, login, role, href }) =>
            `<li><a href="${escaped(href)}">${escaped(name)}<small>${escaped(role)}</small><small>${escaped(login)}</small></a></li>`,
        )
        .join('')}</ul></section>`,
  );
  return page(
    'Who are you?',
    `<p>This is a demonstration: choose anybody, no password is asked.</p>
<form method="get">${hidden.join('')}<label>Name, login or role <input type="search" name="q" value="${escaped(q)}" autofocus></label><button>Search</button></form>
${lists.join('') || '<p>Nobody is called that.</p>'}`,
  );
}
