// What every role may do on every route: the table that the probe compares all answers with. It is the contract's
// ("Capabilities in the unified preset"), not the code's.
import { roles, type Role } from '#access';

/** Which tickets of the tenant a role sees; everything else is missing for it, without exception. */
export const sees: Readonly<Record<Exclude<Role, 'system'>, 'nothing' | 'own' | 'client' | 'technical' | 'tenant'>> = {
  guest: 'nothing', // but the one its link opens
  user: 'own',
  client_staff: 'client',
  client_manager: 'client',
  client_admin: 'client',
  partner_user: 'client',
  partner_admin: 'client',
  developer: 'technical',
  agent: 'tenant',
  staff: 'tenant',
  operator: 'tenant',
  moderator: 'tenant',
  admin: 'tenant',
  super_admin: 'tenant',
  auditor: 'tenant',
  service: 'tenant',
};

/**
 * Y yes · - no: 403, always · o on own tickets, else 403 · ? by the ticket's state or the tenant's policy. Only for what
 * the role sees: before it comes 404.
 */
const grid = `
                guest user client_staff client_manager client_admin partner_user partner_admin developer agent staff operator moderator admin super_admin auditor service
everyone        Y     Y    Y            Y              Y            Y            Y             Y         Y     Y     Y        Y         Y     Y           Y       Y
create          -     Y    Y            Y              Y            Y            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
reply           Y     Y    Y            Y              Y            Y            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
edit-any        -     -    -            -              -            -            -             -         Y     Y     Y        Y         Y     Y           -       -
status          -     -    -            -              -            -            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
resolve         -     Y    o            o              o            o            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
close           -     -    -            -              -            -            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
reopen          o     Y    Y            Y              Y            o            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
assign          -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           -       Y
take            -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           -       -
priority        -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           -       Y
classify        -     -    -            -              -            -            Y             -         Y     Y     Y        Y         Y     Y           -       Y
tag             -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           -       Y
merge           -     -    -            -              -            -            -             -         Y     Y     Y        Y         Y     Y           -       Y
bulk            -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           -       Y
recipients      -     Y    Y            Y              Y            Y            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
references      -     -    -            -              -            -            Y             Y         Y     Y     Y        Y         Y     Y           -       Y
snooze          -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           -       -
rate            -     o    o            o              o            o            o             ?         ?     ?     ?        ?         ?     ?           -       -
badge           -     -    -            Y              Y            Y            Y             Y         Y     Y     Y        Y         Y     Y           -       -
by-reference    -     -    -            -              -            -            Y             Y         Y     Y     Y        Y         Y     Y           Y       Y
unsure          ?     ?    ?            ?              ?            ?            ?             ?         ?     ?     ?        ?         ?     ?           ?       ?
see-policy      -     -    -            -              -            -            -             Y         Y     Y     Y        Y         Y     Y           Y       Y
audit           -     -    -            -              -            -            -             -         -     -     -        -         Y     Y           Y       -
administer      -     -    -            -              -            -            -             -         -     -     -        -         Y     Y           -       -
delete          -     -    -            -              -            -            -             -         -     -     -        -         -     Y           -       -`;

/**
 * Each route's right; the first line that fits counts. `ticket`: its first parameter is a ticket, so that scope comes first.
 * `apart`: what it does is another caller's (a guest's link, a browser's session) and has specs of its own; here it is only
 * asked without a token. `unsure`: who may is the surface's own matter, who sees is not.
 */
const table = `
GET    /health/{}                     open
GET    /metrics                       open
ANY    /v1/dev/{}                     open

ANY    /auth/(login|callback)         open
POST   /v1/guest/(tickets|access-link) open
ANY    /v1/guest/ticket/**            open

GET    /v1/tickets                    everyone
POST   /v1/tickets                    create
GET    /v1/tickets/{id}/**            everyone    ticket
POST   /v1/tickets/{id}/replies       reply       ticket
ANY    /v1/tickets/{id}/replies/{}    edit-any    ticket
POST   /v1/tickets/{id}/start         status      ticket
POST   /v1/tickets/{id}/wait          status      ticket
PUT    /v1/tickets/{id}/status        status      ticket
POST   /v1/tickets/{id}/resolve       resolve     ticket
POST   /v1/tickets/{id}/close         close       ticket
POST   /v1/tickets/{id}/reopen        reopen      ticket
PUT    /v1/tickets/{id}/assignee      assign      ticket
POST   /v1/tickets/{id}/take          take        ticket
PUT    /v1/tickets/{id}/priority      priority    ticket
PUT    /v1/tickets/{id}/classification classify   ticket
PUT    /v1/tickets/{id}/custom-fields tag         ticket
ANY    /v1/tickets/{id}/tags/{}       tag         ticket
ANY    /v1/tickets/{id}/links/**      tag         ticket
POST   /v1/tickets/{id}/resolve-children tag      ticket
POST   /v1/tickets/{id}/merge         merge       ticket
POST   /v1/tickets/{id}/unmerge       merge       ticket
POST   /v1/tickets/{id}/split         merge       ticket
POST   /v1/tickets/{id}/adopt         administer  ticket
ANY    /v1/tickets/{id}/recipients/** recipients  ticket
ANY    /v1/tickets/{id}/references/** references  ticket
ANY    /v1/tickets/{id}/snooze        snooze      ticket
POST   /v1/tickets/{id}/rating        rate        ticket
DELETE /v1/tickets/{id}               delete      ticket

POST   /v1/bulk                       bulk
GET    /v1/badges                     badge
GET    /v1/counts                     everyone
GET    /v1/me                         everyone
PATCH  /v1/me                         unsure
GET    /v1/stream                     everyone    endless
GET    /v1/assignees                  assign
GET    /v1/recipient-candidates       recipients
GET    /v1/clients                    everyone
GET    /v1/projects                   everyone
GET    /v1/statuses                   everyone
GET    /v1/priorities                 everyone
GET    /v1/categories                 everyone
GET    /v1/custom-fields/resolved     everyone
GET    /v1/tags                       tag
ANY    /v1/tags/**                    administer
GET    /v1/partners                   unsure
ANY    /v1/partners/**                unsure
GET    /v1/references                 create
GET    /v1/references/{}/{}/tickets   by-reference

GET    /v1/policy                     see-policy
PATCH  /v1/policy                     administer
POST   /v1/policy/{}                  administer
ANY    /v1/admin/**                   administer
POST   /v1/import                     administer
GET    /v1/audit/tickets/{id}/**      audit       ticket
GET    /v1/audit/events               audit
POST   /v1/audit/verify               audit
GET    /v1/audit/refusals             audit

GET    /v1/api-keys                   unsure
POST   /v1/text-check                 unsure
ANY    /v1/api-keys/**                unsure      apart
ANY    /v1/guest/**                   unsure      apart
PUT    /v1/references/**              unsure      apart
ANY    /v1/session                    unsure      apart
ANY    /auth/logout                   unsure      apart

ANY    /api/tickets/{id}/**           unsure      ticket
ANY    /api/ticket-comments/ticket/{} unsure      ticket
ANY    /api/support/tickets/{id}/**   unsure      ticket
ANY    /api/**                        unsure`;

export type Cell = 'Y' | '-' | 'o' | '?';
export interface Expectation {
  readonly right: string;
  readonly of: 'open' | 'ticket' | 'endless' | 'apart' | 'tenant';
  readonly cell: (role: Role) => Cell;
}

const [head = '', ...rows] = grid.trim().split('\n');
const columns = head.trim().split(/\s+/);
const rights = new Map(
  rows.map((row) => {
    const [right = '', ...cells] = row.split(/\s+/);
    if (cells.length !== roles.length) throw new Error(`not a cell for every role: ${row}`);
    return [right, new Map(cells.map((cell, index) => [columns[index], cell as Cell]))];
  }),
);

const lines = table
  .trim()
  .split(/\n+/)
  .map((line) => line.split(/\s+/))
  .map(([method = '', path = '', right = '', of = 'tenant']) => ({
    fits: new RegExp(
      `^${method === 'ANY' ? String.raw`\w+` : method} ${path
        .replaceAll('/**', '(/.*)?')
        .replaceAll('{}', '[^/]+')
        .replaceAll('{id}', String.raw`\{id\}`)}$`,
    ),
    right,
    of,
  }));

/** null: nobody has said what to expect of this route. */
export function expectationOf(route: string): Expectation | null {
  const line = lines.find(({ fits }) => fits.test(route));
  if (!line) return null;
  if (line.right === 'open') return { right: 'open', of: 'open', cell: () => 'Y' };
  const cells = rights.get(line.right);
  if (!cells) throw new Error(`no such right: ${line.right}`);
  return { right: line.right, of: line.of as Expectation['of'], cell: (role) => cells.get(role) ?? '-' };
}
