// A directory written down: what an import file says, item by item, and how each becomes true. Safe to repeat: what is so
// already is left alone, and nothing is taken away that a file does not name.
import type { Changing } from './change.js';
import { DirectoryRefusal, slug, wrongField } from './change.js';
import { adminClient, createClient, createProject, patchClient, patchProject, projectCalled } from './clients.js';
import { adminGroup, createGroup, patchGroup, setMember, setScope } from './groups.js';
import { assignClient, assignProject, createUser, patchUser, setDisabled, type UserFields } from './users.js';

export type DirectoryItem =
  | { readonly kind: 'client'; readonly id: string; readonly name: string }
  | { readonly kind: 'project'; readonly clientId: string; readonly id: string; readonly name: string }
  | ({ readonly kind: 'user'; readonly login: string; readonly name: string; readonly role: string } & UserExtras)
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly description?: string;
      /** logins */
      readonly members?: readonly string[];
      /** `category` or `category/type` */
      readonly scopes?: readonly string[];
    };
type UserExtras = Partial<Omit<UserFields, 'login' | 'name' | 'role'>> & {
  readonly disabled?: boolean;
  /** those a partner's user works for */
  readonly clients?: readonly string[];
  /** those a customer is narrowed to */
  readonly projects?: readonly string[];
};

export type Outcome = 'created' | 'changed' | 'unchanged';

/** What people call it: `user gwen@northwind.test`. */
export const nameOf = (item: DirectoryItem): string =>
  item.kind === 'user' ? item.login : item.kind === 'project' ? `${item.clientId}/${item.id}` : item.id;

type Kind = 'text' | 'flag' | 'texts' | 'id' | 'id?' | 'text?';
const shapes: Readonly<Record<DirectoryItem['kind'], { readonly must: Shape; readonly may: Shape }>> = {
  client: { must: { id: 'id', name: 'text' }, may: {} },
  project: { must: { clientId: 'id', id: 'id', name: 'text' }, may: {} },
  user: {
    must: { login: 'text', name: 'text', role: 'text' },
    may: {
      email: 'text?',
      verified: 'flag',
      clientId: 'id?',
      partnerId: 'id?',
      availability: 'text',
      disabled: 'flag',
      clients: 'texts',
      projects: 'texts',
    },
  },
  group: { must: { id: 'id', name: 'text' }, may: { description: 'text', members: 'texts', scopes: 'texts' } },
};
type Shape = Readonly<Record<string, Kind>>;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /\S/u.test(value) && value.length <= 2_000;
const fits: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: isText,
  flag: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.length <= 1_000 && value.every(isText),
  id: (value) => typeof value === 'string' && slug.test(value),
  'id?': (value) => value === null || (typeof value === 'string' && slug.test(value)),
  'text?': (value) => value === null || isText(value),
};

/** @throws DirectoryRefusal `validation-failed` naming the field at fault */
export function readItem(value: unknown): DirectoryItem {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongField('', 'invalid', 'is no object');
  const { kind, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) {
    throw wrongField('kind', 'unknown-value', `must be one of ${Object.keys(shapes).join(', ')}`);
  }
  const { must, may } = shapes[kind as DirectoryItem['kind']];
  for (const name of Object.keys(must)) {
    if (fields[name] === undefined) throw wrongField(name, 'required', 'is required');
  }
  for (const [name, field] of Object.entries(fields)) {
    const shape = Object.hasOwn(must, name) ? must[name] : Object.hasOwn(may, name) ? may[name] : undefined;
    if (shape === undefined) throw wrongField(name, 'unknown-field', `is not a field of a ${kind}`);
    if (!fits[shape](field)) throw wrongField(name, 'invalid', 'has not the right shape');
  }
  if (fields['availability'] !== undefined && !['available', 'away'].includes(fields['availability'] as string)) {
    throw wrongField('availability', 'unknown-value', 'must be available or away');
  }
  return value as DirectoryItem;
}

/** The items of a document `{clients: [{id, name, projects?}], users, groups}`, each after what it refers to. */
export function itemsOf(document: unknown): unknown[] {
  if (typeof document !== 'object' || document === null) throw wrongField('', 'invalid', 'is no object');
  const { clients = [], users = [], groups = [], ...rest } = document as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw wrongField(unknown, 'unknown-field', 'is not a field here');
  for (const [name, list] of Object.entries({ clients, users, groups })) {
    if (!Array.isArray(list)) throw wrongField(name, 'invalid', 'must be a list');
  }
  const of = (kind: string, list: unknown): unknown[] =>
    (list as readonly unknown[]).map((entry) => (isRecord(entry) ? { kind, ...entry } : entry));
  const projects = (clients as readonly unknown[]).flatMap((client) => {
    if (!isRecord(client) || client['projects'] === undefined) return [];
    const list = Array.isArray(client['projects']) ? (client['projects'] as readonly unknown[]) : [client['projects']];
    return of('project', list).map((project) => (isRecord(project) ? { clientId: client['id'], ...project } : project));
  });
  const bare = of('client', clients).map((client) => {
    if (!isRecord(client)) return client;
    const { projects: _projects, ...own } = client;
    return own;
  });
  return [...bare, ...projects, ...of('user', users), ...of('group', groups)];
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws DirectoryRefusal: the item is not made true, and nothing of it is */
export async function applyItem(changing: Changing, item: DirectoryItem): Promise<Outcome> {
  let told = 0;
  let created = false;
  const watched: Changing = {
    ...changing,
    tell: (change) => {
      told += 1;
      created ||= change.change === 'created';
      changing.tell(change);
    },
  };
  await appliers[item.kind](watched, item as never);
  return created ? 'created' : told > 0 ? 'changed' : 'unchanged';
}

type Of<K extends DirectoryItem['kind']> = Extract<DirectoryItem, { readonly kind: K }>;
const appliers: { readonly [K in DirectoryItem['kind']]: (changing: Changing, item: Of<K>) => Promise<unknown> } = {
  client: async (changing, { id, name }) =>
    (await there(adminClient(changing.tx, changing.tenant, id)))
      ? patchClient(changing, id, { name })
      : createClient(changing, { id, name }),
  project: async (changing, { clientId, id, name }) =>
    (await there(projectCalled(changing.tx, changing.tenant, id, clientId)))
      ? patchProject(changing, clientId, id, { name })
      : createProject(changing, { id, clientId, name }),
  user: applyUser,
  group: applyGroup,
};

async function applyUser(changing: Changing, item: Of<'user'>): Promise<void> {
  const { kind: _kind, disabled, clients = [], projects = [], ...fields } = item;
  const known = await userCalled(changing, item.login);
  const { id } = known === null ? await createUser(changing, fields) : await patchUser(changing, known, fields);
  for (const client of clients) await assignClient(changing, id, client, true);
  for (const projectId of projects) await assignProject(changing, id, { projectId }, true);
  if (disabled !== undefined) await setDisabled(changing, id, disabled);
}

async function applyGroup(changing: Changing, item: Of<'group'>): Promise<void> {
  const { id, name, description, members = [], scopes = [] } = item;
  const known = await there(adminGroup(changing.tx, changing.tenant, id));
  const fields = { name, ...(description !== undefined && { description }) };
  await (known ? patchGroup(changing, id, fields) : createGroup(changing, { id, ...fields }));
  for (const login of members) {
    const userId = await userCalled(changing, login);
    if (userId === null) throw wrongField('members', 'not-found', `${login} is not known`);
    await setMember(changing, id, userId, true);
  }
  for (const scope of scopes) {
    const [categoryId = '', typeId = null] = scope.split('/');
    await setScope(changing, id, { categoryId, typeId }, true);
  }
}

async function userCalled({ tx, tenant }: Changing, login: string): Promise<string | null> {
  const user = await tx
    .selectFrom('directory.users')
    .select('id')
    .where('tenant', '=', tenant)
    .where('login', '=', login.toLowerCase())
    .executeTakeFirst();
  return user?.id ?? null;
}

const there = (found: Promise<unknown>): Promise<boolean> =>
  found.then(
    () => true,
    (error: unknown) => {
      if (error instanceof DirectoryRefusal && error.status === 404) return false;
      throw error;
    },
  );
