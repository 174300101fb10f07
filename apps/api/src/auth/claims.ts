// What an identity provider says of somebody, read by the names this installation gave its claims.
import type { JWTPayload } from 'jose';
import type { UserKey } from '#read-side';

export interface ClaimRules {
  /** names of claims */
  readonly tenant: string;
  readonly subject: string;
  readonly role: string;
  readonly client: string;
  /** set: everybody of this provider belongs to this tenant, whatever their claims say */
  readonly everybodyIn: string | null;
}

export interface Claimed {
  readonly key: UserKey;
  /** what a new user would be made of */
  readonly person: {
    readonly subject: string;
    readonly name: string | null;
    /** only where the provider vouches for it */
    readonly email: string | null;
    readonly roles: readonly string[];
    readonly client: string | null;
  };
}

const tenantId = /^[a-z0-9]{1,32}$/;
const shortText = /^[^\p{C}]{1,255}$/u;

const text = (value: unknown): string | null => (typeof value === 'string' && shortText.test(value) ? value : null);

/** null: they name nobody of a tenant. */
export function claimedBy(claims: JWTPayload, rules: ClaimRules): Claimed | null {
  const tenant = rules.everybodyIn ?? claims[rules.tenant];
  const subject = text(claims[rules.subject]);
  if (typeof tenant !== 'string' || !tenantId.test(tenant) || subject === null) return null;
  const role = claims[rules.role];
  return {
    key: { tenant, named: subject },
    person: {
      subject,
      name: text(claims.name),
      email: claims.email_verified === true ? text(claims.email) : null,
      roles: (Array.isArray(role) ? role : [role]).flatMap((value) => text(value) ?? []),
      client: text(claims[rules.client]),
    },
  };
}

/** The embedded issuer names users by the directory's own ids. */
export function claimedByEmbedded({ tenant, sub }: JWTPayload): Claimed | null {
  if (typeof tenant !== 'string' || !tenantId.test(tenant) || sub === undefined) return null;
  return {
    key: { tenant, userId: sub },
    person: { subject: sub, name: null, email: null, roles: [], client: null },
  };
}
