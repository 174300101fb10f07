// How people and programs prove who they are. Secrets are kept as SHA-256 only: whoever reads these tables cannot sign in.
import type { Generated } from 'kysely';

export interface SessionTable {
  tenant: string;
  /** SHA-256 of the cookie's secret */
  id: Buffer;
  user_id: string;
  created_at: Generated<string>;
  /** kept to the minute */
  last_used_at: Generated<string>;
  expires_at: string;
}

export interface ApiKeyTable {
  tenant: string;
  id: string;
  user_id: string;
  /** SHA-256 of the secret part */
  hash: Buffer;
  last4: string;
  name: string;
  scopes: string[];
  created_at: Generated<string>;
  expires_at: string | null;
  /** kept to the minute */
  last_used_at: string | null;
}
