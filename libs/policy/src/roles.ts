// A tenant's roles: what they must look like, and which rights they can have.
import { capabilities, fitsSide, isBuiltIn, likeOf, roles as builtIn, sideOf, type TenantRole } from '#access';
import type { PolicyDocument } from './events.js';
import { listOf, mapOf, object, oneOf, problem, text, type Check, type PolicyProblem } from './shape.js';

const roleId = /^[a-z][a-z0-9_-]{0,31}$/;
const most = 50;
const right = oneOf(capabilities);
/** Guests have no account, and the system is nobody. */
const models = builtIn.filter((role) => role !== 'guest');

const entries = mapOf(
  object(
    { like: oneOf(models) },
    {
      name: text(/^\S(?:.{0,98}\S)?$/u, 'must be a text of 1 to 100 characters'),
      with: listOf(right, capabilities.length),
      without: listOf(right, capabilities.length),
    },
  ),
);

export const rolesShape: Check = (input, field) => {
  const wrong = entries(input, field);
  if (wrong.length > 0) return wrong;
  const ids = Object.keys(input as object);
  if (ids.length > most) return [problem(field, 'out-of-range', `must have at most ${most} entries`)];
  return ids
    .filter((id) => !roleId.test(id) || id === 'system' || id === 'guest')
    .map((id) =>
      problem(`${field}.${id}`, 'bad-value', 'must be an id of a-z, 0-9, - and _, and no built-in one like guest'),
    );
};

/** Everything that is wrong with roles of the right shape. */
export const roleProblems = ({ roles = {}, transitions }: PolicyDocument): PolicyProblem[] => [
  ...Object.entries(roles).flatMap(([id, role]) => problemsOf(id, role)),
  ...transitions.flatMap(({ by }, row) =>
    by.flatMap((party, index) => {
      const role = party.startsWith('role:') ? party.slice('role:'.length) : null;
      if (role === null || likeOf(role, roles) !== null) return [];
      return [problem(`transitions[${row}].by[${index}]`, 'unknown-value', `there is no role ${role}`)];
    }),
  ),
];

function problemsOf(id: string, { like, with: more = [], without = [] }: TenantRole): PolicyProblem[] {
  const at = `roles.${id}`;
  const side = sideOf(like);
  return [
    ...(isBuiltIn(id) && like !== id
      ? [problem(`${at}.like`, 'impossible', `must be ${id}: built-in roles stay what they are`)]
      : []),
    ...more.flatMap((capability, index) => {
      const path = `${at}.with[${index}]`;
      if (!fitsSide(capability, side))
        return [problem(path, 'impossible', `${capability} is not for roles like ${like}`)];
      return without.includes(capability) ? [problem(path, 'impossible', `${capability} is taken away as well`)] : [];
    }),
  ];
}

/** Roles of the tenant's own that the next document no longer has, or that mean another built-in one. */
export const rolesTakenAway = (before: PolicyDocument, after: PolicyDocument): string[] =>
  Object.entries(before.roles ?? {})
    .filter(([id, { like }]) => !isBuiltIn(id) && after.roles?.[id]?.like !== like)
    .map(([id]) => id);
