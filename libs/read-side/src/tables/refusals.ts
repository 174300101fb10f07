// Refused commands. One row may stand for several of the same kind.
import type { Generated } from 'kysely';

export interface RefusalTable {
  tenant: string;
  id: Generated<number>;
  /** the first and the last of them */
  at: string;
  until: string;
  times: number;
  actor_id: string;
  /** the role at that time */
  role: string;
  /** method and route, for one of several commands also which: `POST /v1/bulk close` */
  command: string;
  /** null: no ticket of the tenant was named, or too many were in a minute to tell each */
  ticket_id: string | null;
  status: number;
  code: string;
  /** of the first of them */
  correlation_id: string;
  /** digest of the address */
  address: string;
}
