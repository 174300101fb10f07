// Where everybody goes: the places of each role, and some that are not theirs. `{id}` stands for a ticket.
export const nora = 'nora@northwind.test';
export const pat = 'pat@partner.test';
export const abe = 'abe@acme.test';
export const audra = 'audra@acme.test';
export const ada = 'ada@acme.test';

const keys = '/account/api-keys';
export const adminPages =
  'policy transitions presets history statuses categories fields tags users roles groups clients partners import api-keys operations'
    .split(' ')
    .map((name) => `/admin/${name}`);

export interface Walk {
  readonly login: string;
  readonly theirs: readonly string[];
  readonly others: readonly string[];
}

/** All but the administration, which is everything of its own. */
export const walks: readonly Walk[] = [
  {
    login: nora,
    theirs: ['/dashboard/support?view=all', '/dashboard/support/new', '/dashboard/support/{id}'],
    others: ['/admin/policy', '/audit', '/tickets/new'],
  },
  {
    login: pat,
    theirs: ['/dashboard/support?view=all', '/dashboard/support/{id}'],
    others: ['/admin/users', '/audit/{id}'],
  },
  { login: abe, theirs: ['/?view=all', '/tickets/{id}', '/tickets/new', keys], others: ['/admin/policy', '/audit'] },
  {
    login: audra,
    theirs: ['/audit', '/audit?tab=refusals', '/audit/{id}', '/tickets/{id}'],
    others: ['/admin/users', '/dashboard/support/new'],
  },
];
