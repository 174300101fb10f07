// Finding tickets by words and labels. What is rare is looked up and then listed; what is common the list itself meets
// soon enough on its way through its rows; what was common long ago is looked up whole. All give the same rows in the same
// order, so cursors hold for each. An index of words tells them apart only by reading all hits, so a list asks its first
// rows before it.
import type { Actor } from '#access';
import { filterableField, type CustomField, type TicketPolicy } from '#policy';
import { fieldDepth, type CustomValue } from '#ticket';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Tx } from '../database.js';
import { QueryRefusal } from '../refusal.js';
import { fieldLabel, referenceLabel, tagLabel, type TicketSearchRow } from '../tables/ticket-search.js';
import { containing, namedLike } from './picker.js';
import { all, any, oneOf, type Predicate } from './scope.js';
import type { FieldFilter, ReferenceFilter } from './ticket-filters.js';
import { seesEmail, seesNotes } from './ticket-item.js';

/** More hits than this are common. */
const few = 5_000;
const everyHit = 2 ** 31 - 1;

export interface Sought {
  readonly q?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly reference?: readonly ReferenceFilter[] | undefined;
}

/** Whose words the caller may find: everybody the ticket's own; those who answer also replies and who asked, notes by right. */
function kindsFor(actor: Actor): TicketSearchRow['kind'][] {
  const answers = seesEmail(actor);
  return [
    'opening',
    ...(answers ? (['reply', 'guest'] as const) : []),
    ...(seesNotes(actor) ? (['note'] as const) : []),
  ];
}

/** The ids, or null when there are more than a few. The scope is not asked for here: the list does. */
async function lookUp(tx: Tx, hits: RawBuilder<{ id: string }>): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`select id from (${hits}) hits limit ${few + 1}`.execute(tx);
  return rows.length > few ? null : [...new Set(rows.map(({ id }) => id))];
}

export const among = (ids: readonly string[]): Predicate => sql<SqlBool>`t.id = any(${ids}::uuid[])`;

/** Held as a hash that rows are asked of in their order: `is true` keeps the planner from joining and sorting them all. */
const amongAll = (hits: RawBuilder<{ id: string }>): Predicate => sql<SqlBool>`(t.id in (${hits})) is true`;

const labelled = (tx: Tx, { tenant }: Actor, labels: readonly string[]): Promise<string[] | null> =>
  lookUp(
    tx,
    sql`select ticket_id as id from read.ticket_search
      where tenant = ${tenant} and kind = 'label' and part = any(${labels}::text[])`,
  );

/** Numbers begin with it; `number_key` compares byte by byte, and nothing in UTF-8 is greater than the last code point. */
const numbered = (q: string): Predicate =>
  sql<SqlBool>`(t.number_key >= lower(${q}::text) and t.number_key < lower(${q}::text) || chr(1114111))`;

const askedBy = (q: string): Predicate =>
  sql<SqlBool>`t.requester_id in (select u.id from directory.users u
    where u.tenant = current_setting('ledgerdesk.tenant', true) and ${namedLike(q, ['u.name', 'u.email'])})`;

/**
 * Tickets that mention it, at most so many of each way to do so. Two letters, which no index of trigrams knows, are looked
 * for in all texts: still cheaper than ticket by ticket.
 */
function mentioning(actor: Actor, q: string, most: number): RawBuilder<{ id: string }> {
  const tickets = (where: Predicate) =>
    sql`(select t.id from read.ticket_list t where t.tenant = ${actor.tenant} and ${where} limit ${most})`;
  return sql`select id from read.tickets_mentioning(${q}, ${kindsFor(actor)}::text[], ${most}) as id
    union all ${tickets(numbered(q))}
    ${seesEmail(actor) ? sql`union all ${tickets(askedBy(q))}` : sql``}`;
}

/** The same, asked of each row. */
function mentions(actor: Actor, q: string): Predicate {
  const part = containing(q);
  const others = kindsFor(actor).filter((kind) => kind !== 'opening');
  return any([
    numbered(q),
    sql<SqlBool>`t.subject ilike ${part}`,
    sql<SqlBool>`t.description ilike ${part}`,
    ...(seesEmail(actor) ? [askedBy(q)] : []),
    ...(others.length > 0
      ? [
          // Not `exists`, which the planner may answer by reading the texts of all tickets into a hash.
          sql<SqlBool>`(select true from read.ticket_search s where s.tenant = t.tenant and s.ticket_id = t.id
            and s.kind = any(${others}::text[]) and s.text ilike ${part} limit 1)`,
        ]
      : []),
  ]);
}

const inField: Readonly<Record<'number' | 'subject' | 'description', (q: string) => Predicate>> = {
  number: numbered,
  subject: (q) => sql<SqlBool>`t.subject ilike ${containing(q)}`,
  description: (q) => sql<SqlBool>`t.description ilike ${containing(q)}`,
};

/** Over the columns of `t`, beside the predicates of the other filters. */
export async function labelPredicates(
  tx: Tx,
  actor: Actor,
  { tag, reference }: Pick<Sought, 'tag' | 'reference'>,
): Promise<Predicate[]> {
  const found: Predicate[] = [];
  if (tag) {
    const tags = tag.map((name) => name.trim().toLowerCase());
    const ids = await labelled(tx, actor, tags.map(tagLabel));
    if (ids) found.push(among(ids));
    found.push(sql<SqlBool>`t.tags && ${tags}::text[]`);
  }
  if (reference) {
    const references = reference.map((name) => {
      const colon = name.indexOf(':');
      return { kind: name.slice(0, colon), id: name.slice(colon + 1) };
    });
    const ids = await labelled(tx, actor, references.map(referenceLabel));
    if (ids) found.push(among(ids));
    found.push(any(references.map((its) => sql<SqlBool>`t."references" @> ${JSON.stringify([its])}::jsonb`)));
  }
  return found;
}

/** All over the columns of `t`, and true of the same tickets. */
export interface Words {
  readonly ofEachRow: Predicate;
  /** by an index; null: they are common */
  readonly lookedUp: () => Promise<Predicate | null>;
  /** by an index, however many there are: takes a second or two of a million */
  readonly ofAllHits: Predicate;
}

/** Throws `wildcard-in-search`. */
export function words(tx: Tx, actor: Actor, q: string, { search }: Pick<TicketPolicy, 'search'>): Words {
  const asks = actor.side === 'customer';
  if (asks && search.wildcards === 'refuse' && /[*%_?]/.test(q)) throw new QueryRefusal('wildcard-in-search');
  const inFields = asks && search.requester ? [any(search.requester.map((field) => inField[field](q)))] : [];
  return {
    ofEachRow: all([mentions(actor, q), ...inFields]),
    lookedUp: async () => {
      const ids = await lookUp(tx, mentioning(actor, q, few + 1));
      return ids && all([among(ids), ...inFields]);
    },
    ofAllHits: all([amongAll(mentioning(actor, q, everyHit)), ...inFields]),
  };
}

/**
 * Values of custom fields, exactly. A field finds tickets only where it is shown to the caller, who could otherwise guess
 * what it holds. Throws `unknown-field` for one that there is not, or not to filter by.
 */
export async function fieldPredicates(
  tx: Tx,
  actor: Actor,
  filters: readonly FieldFilter[],
  policy: TicketPolicy,
): Promise<Predicate[]> {
  const values = new Map<string, string[]>();
  for (const filter of filters) {
    const colon = filter.indexOf(':');
    const id = filter.slice(0, colon);
    values.set(id, [...(values.get(id) ?? []), filter.slice(colon + 1)]);
  }
  const found: Predicate[] = [];
  const depth = fieldDepth(actor);
  for (const [id, texts] of values) {
    const field = filterableField(policy, id, depth);
    if (!field) throw new QueryRefusal('unknown-field');
    const wanted = texts.map((text) => valueOf(field, text)).filter((value) => value !== null);
    const ids = await labelled(
      tx,
      actor,
      wanted.map((value) => fieldLabel(id, value)),
    );
    if (ids) found.push(among(ids));
    found.push(any(wanted.map((value) => sql<SqlBool>`t.custom_fields @> ${JSON.stringify({ [id]: value })}::jsonb`)));
    if (depth < 3) found.push(any(field.on.map(onNode)));
  }
  return found;
}

/** null: no ticket has it. */
function valueOf({ type }: CustomField, text: string): CustomValue | null {
  if (type !== 'number') return text.trim();
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

const onNode = ({ categoryId, typeId }: CustomField['on'][number]): Predicate =>
  all([
    oneOf(sql.ref('t.category_id'), [categoryId]),
    ...(typeId === undefined ? [] : [oneOf(sql.ref('t.type_id'), [typeId])]),
  ]);
