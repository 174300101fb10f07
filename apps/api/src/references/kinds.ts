// The kinds of references of this installation. All of a command are checked before anything is stored, and one that
// cannot be named refuses the whole of it.
import type { Database } from '#read-side';
import { referencesOf, type ExistingTicket, type Reference, type TicketCommand } from '#ticket';
import { InvalidReferences, type FieldError } from '#write-side';
import { overHttp, type AskedSystem } from './over-http.js';
import type { ReferenceProvider } from './provider.js';
import { reported } from './reported.js';

/** By kind: how its references are known. */
export type ReferenceKindSettings = Readonly<Record<string, 'reported' | AskedSystem>>;

interface Named {
  readonly references: readonly Reference[];
  readonly clientId: string | null;
  readonly projectId: string | null;
  /** of the place where a reference stands in the command, and of one of its fields */
  readonly field: (index: number, name: keyof Reference) => string;
}

export class ReferenceKinds {
  readonly #providers: ReadonlyMap<string, ReferenceProvider>;

  constructor(
    private readonly settings: ReferenceKindSettings,
    database: Database,
  ) {
    this.#providers = new Map(
      Object.entries(settings).map(([kind, how]) => [
        kind,
        how === 'reported' ? reported(database, kind) : overHttp(kind, how),
      ]),
    );
  }

  get names(): string[] {
    return [...this.#providers.keys()];
  }

  /** Other systems say what there is of it. */
  isReported = (kind: string): boolean => Object.hasOwn(this.settings, kind) && this.settings[kind] === 'reported';

  /** @throws InvalidReferences, ReferencesUnavailable */
  check = async (command: TicketCommand, ticket: ExistingTicket | null): Promise<void> => {
    const named = namedBy(command, ticket);
    if (named.references.length === 0) return;
    const trimmed = named.references.map(({ kind, id }) => ({ kind: kind.trim(), id: id.trim() }));
    const missing = new Map<string, ReadonlySet<string>>();
    for (const kind of new Set(trimmed.map((reference) => reference.kind))) {
      const ids = [...new Set(trimmed.filter((other) => other.kind === kind).map(({ id }) => id))];
      const provider = this.#providers.get(kind);
      if (provider) missing.set(kind, new Set(await provider.unavailable(ids, command.by, named)));
    }
    const errors = trimmed.flatMap(({ kind, id }, index): FieldError[] => {
      const unavailable = missing.get(kind);
      if (!unavailable) {
        const message = `must be one of: ${this.names.join(', ')}`;
        return [{ field: named.field(index, 'kind'), code: 'unknown-kind', message }];
      }
      return unavailable.has(id)
        ? [{ field: named.field(index, 'id'), code: 'not-found', message: 'is not known' }]
        : [];
    });
    if (errors.length > 0) throw new InvalidReferences(errors);
  };
}

function namedBy(command: TicketCommand, ticket: ExistingTicket | null): Named {
  if (command.type === 'OpenTicket') {
    return { ...referencesOf(command), field: (index, name) => `references[${index}].${name}` };
  }
  const { clientId = null, projectId = null } = ticket ?? {};
  const references = command.type === 'AddReference' ? [command.data] : [];
  return { references, clientId, projectId, field: (_, name) => name };
}
