// Which part of the directory a caller can name at all. What is outside of it is missing, in pickers and in commands.
import { rolesOnSide, type Actor } from '#access';
import { sql, type SqlBool } from 'kysely';
import { all, any, oneOf, type Predicate } from '../queries/scope.js';

/** Customers and partners know their own clients, all others every client of the tenant. */
export const isOutside = ({ side }: Actor): boolean => side === 'customer' || side === 'partner';

export const clientInReach = (actor: Actor, column: string): Predicate =>
  isOutside(actor) ? oneOf(sql.ref(column), actor.clientIds) : all([]);

/** `table`: alias with `client_id` and `id`. Whoever is assigned to projects of a client knows no others of it. */
export const projectInReach = (actor: Actor, table: string): Predicate =>
  isOutside(actor)
    ? all([
        clientInReach(actor, `${table}.client_id`),
        sql<SqlBool>`coalesce((select bool_or(a.project_id = ${sql.ref(`${table}.id`)}) from directory.project_assignments a
          where a.tenant = ${actor.tenant} and a.user_id = ${actor.id}), true)`,
      ])
    : all([]);

/** `user`: alias of directory.users. Callers from outside know themselves and the people of their clients. */
export const personInReach = (actor: Actor, user: string): Predicate =>
  isOutside(actor)
    ? any([oneOf(sql.ref(`${user}.id`), [actor.id]), clientInReach(actor, `${user}.client_id`)])
    : all([]);

/** Who can hold a ticket: staff who are not disabled. */
export const assignable = ({ ownRoles }: Actor, user: string): Predicate =>
  all([
    sql<SqlBool>`not ${sql.ref(`${user}.disabled`)}`,
    oneOf(sql.ref(`${user}.role`), rolesOnSide('staff', ownRoles)),
  ]);

/** Who can be told of a ticket: people with an address of their own, who are not disabled. */
export const reachableByMail = (user: string): Predicate =>
  sql<SqlBool>`(not ${sql.ref(`${user}.disabled`)} and ${sql.ref(`${user}.verified`)})`;
