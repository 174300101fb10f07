/** What other systems reported can be referred to. */
export interface KnownReferenceTable {
  readonly tenant: string;
  readonly kind: string;
  readonly id: string;
  /** null: of the whole tenant */
  readonly client_id: string | null;
  /** null: of every project of its client */
  readonly project_id: string | null;
  readonly occurred_at: string | null;
}
