// Stream names are built from the caller's tenant, so another tenant's ticket cannot be loaded at all.
const tenantId = /^[a-z0-9]{1,32}$/;

const of = (kind: string, tenant: string, rest = ''): string => {
  if (!tenantId.test(tenant)) throw new TypeError('a tenant id is 1 to 32 of a-z and 0-9');
  return `${kind}-${tenant}${rest}`;
};
export const ticketStream = (tenant: string, ticketId: string): string => of('ticket', tenant, `.${ticketId}`);
export const linksStream = (tenant: string): string => of('links', tenant);
export const policyStream = (tenant: string): string => of('policy', tenant);
export const numbersStream = (tenant: string): string => of('numbers', tenant);
export const directoryStream = (tenant: string): string => of('directory', tenant);
export const auditStream = (tenant: string): string => of('audit', tenant);

/** Beginnings of every product stream's name. */
export const streamPrefixes = ['ticket-', 'links-', 'policy-', 'numbers-', 'directory-', 'audit-'] as const;

/** Beginnings of a tenant's streams; `links-acme` also begins `links-acme2`, so what is found is asked `isOf` besides. */
export const tenantPrefixes = (tenant: string): string[] => [
  ticketStream(tenant, ''),
  ...[linksStream, policyStream, numbersStream, directoryStream, auditStream].map((stream) => stream(tenant)),
];
export const isOf = (tenant: string, stream: string): boolean => {
  const [, owner] = /^[a-z]+-([a-z0-9]{1,32})(?:\.|$)/.exec(stream) ?? [];
  return owner === tenant;
};
