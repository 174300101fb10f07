// What a next policy may not do to roles: take away one that people have, leave nobody who administers, or hand out
// through a role what its author could not hand out by hand.
import { capabilitiesOf, rolesBeyond, type Actor } from '#access';
import { rolesTakenAway, type PolicyDocument } from '#policy';
import { countRoles, type Database } from '#read-side';
import type { FieldError } from '#write-side';
import { Problem } from '../http/problem.js';

/** @throws Problem `not-allowed` naming each role */
export function refuseEscalation(by: Actor, current: PolicyDocument, next: PolicyDocument): void {
  const beyond = rolesBeyond(by, current.roles, next.roles);
  if (beyond.length === 0) return;
  const errors = beyond.map((role) => ({
    field: `roles.${role}`,
    code: 'not-allowed',
    message: 'has, had or would have rights that are not yours to give',
  }));
  const detail = `These roles are not yours to change in this way: ${beyond.join(', ')}.`;
  throw new Problem(403, 'not-allowed', detail, { errors });
}

export async function rolesInUse(
  database: Database,
  tenant: string,
  current: PolicyDocument,
  next: PolicyDocument,
): Promise<FieldError[]> {
  if (current.roles === undefined && next.roles === undefined) return [];
  return database.inTenant(tenant, async (tx) => {
    const people = await countRoles(tx, tenant);
    const held = rolesTakenAway(current, next).flatMap((role) => {
      const count = people.get(role) ?? 0;
      const message = `${count === 1 ? '1 person has' : `${count} people have`} the role ${role}: give them another first`;
      return count === 0 ? [] : [{ field: `roles.${role}`, code: 'role-in-use', message }];
    });
    const able = [...(await countRoles(tx, tenant, { enabled: true })).keys()];
    const left = able.some((role) => capabilitiesOf(role, next.roles).has('administer'));
    const message = 'nobody would be left who administers the tenant';
    return left ? held : [...held, { field: 'roles', code: 'last-administrator', message }];
  });
}
