// The keys that seal what people wrote. Never rebuilt, part of every back-up; a destroyed key keeps its row without its bytes.
import type { Generated } from 'kysely';

export interface VaultKeyTable {
  key_id: string;
  /** the key under the master key (AES-256-GCM); null once destroyed */
  wrapped: Buffer | null;
  created_at: Generated<string>;
  destroyed_at: string | null;
}
