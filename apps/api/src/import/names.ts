// Ids for the people, groups and categories that an import knows by name only. What is not there yet is created: people as
// disabled users, categories in the tenant's policy. Each name is looked up once in an import.
import { createHash } from 'node:crypto';
import type { Actor } from '#access';
import type { Category, PolicyDocument, TicketPolicy } from '#policy';
import { importedGroup, importedUsers, type Importing } from '#read-side';
import type { PolicyBook } from '#write-side';

type Ids = ReadonlyMap<string, string>;

export class ImportedNames {
  readonly #people = new Map<string, Gathered>();
  readonly #groups: Gathered;
  readonly #categories: Gathered;

  /** `change`: changes the directory, and tells its journal, once for all names of a look-up */
  constructor(
    private readonly change: <T>(work: (importing: Importing) => Promise<T>) => Promise<T>,
    policies: PolicyBook,
    importer: Actor,
  ) {
    const { tenant } = importer;
    this.#groups = new Gathered((names) =>
      change(async (importing) => {
        const ids = new Map<string, string>();
        for (const name of names) ids.set(name, await importedGroup(importing, name));
        return ids;
      }),
    );
    this.#categories = new Gathered(async (names) => {
      const known = categoryIds(await policies.get(tenant), names);
      if (known.size === names.length) return known;
      const by = { id: importer.id, role: importer.role, kind: importer.kind };
      const changed = await policies.change(tenant, (policy) => withCategories(policy, names), {
        by,
        origin: 'import',
      });
      return categoryIds(changed, names);
    });
  }

  /** Of the user `<source>:<name>`. */
  person(source: string, name: string): Promise<string> {
    let people = this.#people.get(source);
    if (!people) {
      people = new Gathered((names) => this.change((importing) => importedUsers(importing, source, names)));
      this.#people.set(source, people);
    }
    return people.id(name);
  }

  group(name: string): Promise<string> {
    return this.#groups.id(name);
  }

  /** @throws PolicyInvalid where the policy can hold no such category */
  category(name: string): Promise<string> {
    return this.#categories.id(name);
  }
}

/** Asks for many names at once: those that come up while a look-up runs wait for the next one, together. */
class Gathered {
  readonly #known = new Map<string, Promise<string>>();
  #next: { readonly names: Set<string>; readonly ids: Promise<Ids> } | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly look: (names: readonly string[]) => Promise<Ids>) {}

  id(name: string): Promise<string> {
    let id = this.#known.get(name);
    if (!id) {
      id = this.#ask(name);
      this.#known.set(name, id);
      // A failure is not remembered: the next line that names it tries again.
      id.catch(() => this.#known.delete(name));
    }
    return id;
  }

  async #ask(name: string): Promise<string> {
    if (!this.#next) {
      const names = new Set<string>();
      const ids = this.#running.then(() => {
        this.#next = undefined;
        return this.look([...names]);
      });
      this.#running = ids.catch(() => undefined);
      this.#next = { names, ids };
    }
    this.#next.names.add(name);
    const id = (await this.#next.ids).get(name);
    if (id === undefined) throw new Error('a name that was looked up has no id');
    return id;
  }
}

/** Letter case does not tell categories apart. */
const folded = (name: string): string => name.trim().toLowerCase();

function categoryIds({ classification }: TicketPolicy, names: readonly string[]): Ids {
  const ids = new Map(classification.categories.map(({ id, name }) => [folded(name), id]));
  return new Map(
    names.flatMap((name) => {
      const id = ids.get(folded(name));
      return id === undefined ? [] : [[name, id]];
    }),
  );
}

/** The document with every name among its categories; ids are made from the names. */
function withCategories({ version: _version, ...document }: TicketPolicy, names: readonly string[]): PolicyDocument {
  const { classification } = document;
  const categories: Category[] = [...classification.categories];
  for (const name of names) {
    if (categories.some((category) => folded(category.name) === folded(name))) continue;
    const order = Math.max(0, ...categories.map((category) => category.order)) + 1;
    const id = freeId(name, new Set(categories.map((category) => category.id)));
    categories.push({ id, name: name.trim(), order, active: true, types: [] });
  }
  return { ...document, classification: { ...classification, categories } };
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const slug = folded(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  // Two names can make one slug, or none: these carry a digest of their own.
  const digest = createHash('sha256').update(folded(name)).digest('hex').slice(0, 8);
  return slug !== '' && !taken.has(slug) ? slug : `${slug || 'category'}-${digest}`;
}
