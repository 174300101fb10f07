// The planted world: a caller of every role, and tickets that hold a word of their own in every place where people write.
// A word that turns up where its ticket is hidden is a leak, whatever the route.
import { v5 } from 'uuid';
import { roles, type Role } from '#access';
import { Client, signIn, type Ticket } from '../../apps/api/test/client.js';
import type { Stack } from '../stack.js';
import { sees } from './expectations.js';

export type Asker = Exclude<Role, 'system'>;

export interface Target {
  /** how it is told from the others in reports */
  readonly name: string;
  readonly tenant: string;
  /** whose ticket it is */
  readonly requester: string;
  readonly client: string | null;
  readonly category: string;
  readonly id: string;
  readonly number: string;
  /** of its last event */
  readonly revision: string;
  /** stands in subject, description, context, reply, tag, custom field, reference and link reason */
  readonly word: string;
  /** stands in the note */
  readonly noteWord: string;
  readonly replyId: string;
}

export interface World {
  readonly stack: Stack;
  readonly callers: ReadonlyMap<Asker, Client>;
  /** who answers in the other tenant */
  readonly elsewhere: Client;
  readonly targets: readonly Target[];
  /** was there, is deleted: missing for all, its words gone for good */
  readonly deleted: Target;
  /** names of people in another organisation, with whom may know them */
  readonly people: readonly { readonly word: string; readonly knownTo: (role: Asker) => boolean }[];
  /** of the other tenant */
  readonly foreign: { readonly userId: string; readonly clientId: string; readonly groupId: string };
  readonly visible: (role: Asker, target: Target) => boolean;
}

const logins: Readonly<Record<Asker, string>> = {
  guest: 'guest@probe.test',
  user: 'uma@acme.test',
  client_staff: 'nina@northwind.test',
  client_manager: 'nils@northwind.test',
  client_admin: 'nora@northwind.test',
  partner_user: 'pia@partner.test',
  partner_admin: 'pat@partner.test',
  developer: 'dev@acme.test',
  agent: 'abe@acme.test',
  staff: 'stan@acme.test',
  operator: 'olga@acme.test',
  moderator: 'mo@acme.test',
  admin: 'ada@acme.test',
  super_admin: 'sue@acme.test',
  auditor: 'audra@acme.test',
  service: 'billing-service',
};

/** People the demonstration does not have. */
const added = [
  { login: 'guest@probe.test', name: 'Guest', role: 'guest' },
  { login: 'ugo@acme.test', name: 'Ugo pq2qz', role: 'user' },
  { login: 'pia@partner.test', name: 'Pia', role: 'partner_user', partnerOf: 'northwind' },
  { login: 'otto@rival.test', name: 'Otto pq3qz', role: 'partner_admin', partnerOf: 'contoso' },
] as const;

export const supports = (role: Asker): boolean => sees[role] === 'tenant' || sees[role] === 'technical';
const people = ['pq1qz', 'pq2qz', 'pq3qz']
  .map((word) => ({ word, knownTo: supports }))
  .concat({ word: 'pq4qz', knownTo: () => false });

/** Words and numbers by which a hidden ticket would be known again. */
export const marks = /\b[znp]q\d+qz\b|\b(?:TICK|GLX)-\d+\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

export async function plant(stack: Stack): Promise<World> {
  const url = stack.urls[0] ?? '';
  await addPeople(stack);
  const field = {
    id: 'serial',
    name: 'Serial',
    type: 'text',
    options: [],
    order: 1,
    active: true,
    filterable: true,
    on: ['general', 'technical'].map((categoryId) => ({
      categoryId,
      visibleOnNew: true,
      requiredOnNew: false,
      order: 1,
    })),
  };
  await stack.amendPolicy('acme', { customFields: [field] });
  await stack.amendPolicy('globex', { customFields: [field], numbers: { template: 'GLX-{seq}' } });

  const callers = new Map<Asker, Client>();
  for (const role of roles) callers.set(role, await signIn(url, logins[role]));
  const as = (login: string) => signIn(url, login);
  const [abe, gary] = [callers.get('agent') as Client, await as('gary@globex.test')];

  let count = 0;
  const ticket = async (
    by: Client,
    about: Pick<Target, 'name' | 'requester' | 'client' | 'tenant'> & { category?: string; support?: Client },
  ): Promise<Target> => {
    const { name, requester, client, tenant, category = 'general', support = abe } = about;
    count += 1;
    const [word, noteWord] = [`zq${count}qz`, `nq${count}qz`];
    const opened = await by.open({
      subject: `About ${word}`,
      description: `It says ${word}`,
      categoryId: category,
      context: { expected: word },
    });
    const path = `/v1/tickets/${opened.id}`;
    const said = await support.act('POST', `${path}/replies`, { body: `Is it ${word}?` });
    await support.act('POST', `${path}/replies`, { body: `Mind ${noteWord}`, visibility: 'internal' });
    await support.act('PUT', `${path}/tags/${word}`);
    await support.act('PUT', `${path}/custom-fields`, { values: { serial: word } });
    const last = await support.act('POST', `${path}/references`, { kind: 'call', id: word });
    const { id, number } = opened;
    const replyId = said.replyId as string;
    const { revision } = last;
    return { name, tenant, requester, client, category, id, number, revision, word, noteWord, replyId };
  };

  const targets: Target[] = [];
  for (const [role, caller] of callers) {
    if (role === 'guest' || role === 'auditor') continue; // they open none
    const client = sees[role] === 'client' ? 'northwind' : null;
    const category = role === 'developer' ? 'technical' : 'general';
    const name = `${role}'s own`;
    targets.push(await ticket(caller, { name, requester: caller.userId, client, category, tenant: 'acme' }));
  }
  const others = [
    ['colleague', 'nate@northwind.test', 'northwind'],
    ['sibling client', 'cora@contoso.test', 'contoso'],
    ["other partner's", 'otto@rival.test', 'contoso'],
    ["other user's", 'ugo@acme.test', null],
  ] as const;
  for (const [name, login, client] of others) {
    const by = await as(login);
    targets.push(await ticket(by, { name, requester: by.userId, client, tenant: 'acme' }));
  }
  const gia = await as('gia@initech.test');
  const initech = { requester: gia.userId, client: 'initech', tenant: 'globex', support: gary };
  targets.push(await ticket(gia, { name: "other tenant's", ...initech }));
  // A hidden ticket linked with one that others see.
  const [colleague, sibling] = ['colleague', 'sibling client'].map((name) => targets.find((one) => one.name === name));
  await abe.act('POST', `/v1/tickets/${colleague?.id}/links`, { type: 'related_to', target: sibling?.id });

  const nate = await as('nate@northwind.test');
  const deleted = await ticket(nate, { name: 'deleted', requester: nate.userId, client: 'northwind', tenant: 'acme' });
  const sue = callers.get('super_admin') as Client;
  const gone: Ticket = await sue.act('DELETE', `/v1/tickets/${deleted.id}?reason=probe`);
  await sue.ask('/v1/tickets', gone);

  return {
    stack,
    callers,
    elsewhere: gary,
    targets,
    deleted,
    people,
    foreign: { userId: gia.userId, clientId: 'initech', groupId: 'secret-team' },
    visible: (role, { tenant, requester, client, category }) => {
      const own = requester === callers.get(role)?.userId;
      if (tenant !== 'acme') return false;
      if (sees[role] === 'client') return client === 'northwind';
      if (sees[role] === 'technical') return category === 'technical';
      return sees[role] === 'tenant' || (sees[role] === 'own' && own);
    },
  };
}

async function addPeople({ parts: { database } }: Stack): Promise<void> {
  await database.inTenant('acme', async (tx) => {
    for (const { login, name, role, ...more } of added) {
      const id = v5(login, v5.URL);
      const row = { tenant: 'acme', id, login, name, email: login, verified: true, role, client_id: null };
      await tx.insertInto('directory.users').values(row).execute();
      if ('partnerOf' in more) {
        const partner = { tenant: 'acme', user_id: id, client_id: more.partnerOf };
        await tx.insertInto('directory.partner_clients').values(partner).execute();
      }
    }
    // So that the program can be told of its own tickets, like everybody.
    await tx.updateTable('directory.users').set({ verified: true }).where('login', '=', 'billing-service').execute();
    const cora = tx.updateTable('directory.users').set({ name: 'Cora pq1qz' });
    await cora.where('login', '=', 'cora@contoso.test').execute();
  });
  await database.inTenant('globex', async (tx) => {
    await tx
      .updateTable('directory.users')
      .set({ name: 'Gia pq4qz' })
      .where('login', '=', 'gia@initech.test')
      .execute();
    await tx.insertInto('directory.groups').values({ tenant: 'globex', id: 'secret-team', name: 'Secret' }).execute();
  });
}
