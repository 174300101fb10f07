const tenant = /^[a-z0-9]{1,32}$/;
const pair = /^([a-z0-9.-]{1,253})=([a-z0-9]{1,32})$/;

/** `acme`, or `help.acme.test=acme,help.globex.test=globex`: which tenant's guests come by which host. null: neither. */
export function tenantsByHost(text: string): ReadonlyMap<string, string> | null {
  if (text === '') return new Map();
  if (tenant.test(text)) return new Map([['*', text]]);
  const pairs = text.split(',').map((part) => pair.exec(part.trim().toLowerCase()));
  const tenants = new Map<string, string>();
  for (const found of pairs) {
    const [, host, name] = found ?? [];
    if (host === undefined || name === undefined || tenants.has(host)) return null;
    tenants.set(host, name);
  }
  return tenants;
}
