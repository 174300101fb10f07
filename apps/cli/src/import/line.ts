// One line of `POST /v1/import`, as far as the importers here write it: an action of the native contract whose people,
// groups and categories are given by name.

/** Statuses and priorities every preset in use here knows. */
export type Status = 'new' | 'in_progress' | 'waiting' | 'resolved' | 'closed';
export type Priority = 'low' | 'normal' | 'medium' | 'high' | 'critical';

export interface Named {
  readonly name: string;
}

export type ImportCommand =
  | {
      readonly type: 'create';
      readonly subject: string;
      readonly description: string;
      readonly requester: Named;
      readonly priority: Priority;
      readonly category?: Named;
      readonly references: readonly { readonly kind: string; readonly id: string }[];
      readonly context?: { readonly occurredAt: string };
    }
  | { readonly type: 'assign'; readonly user: Named | null; readonly group: Named | null }
  | { readonly type: 'classify'; readonly category: Named | null }
  | { readonly type: 'set-priority'; readonly priority: Priority }
  | { readonly type: 'set-status'; readonly status: Status; readonly reason: string };

export interface ImportLine {
  /** UUID; the same change of the same source has the same one for ever, so that a second run adds nothing */
  readonly commandId: string;
  /** ISO 8601 UTC */
  readonly occurredAt: string;
  readonly actor: Named;
  /** `<source>:<id>` */
  readonly ticketRef: string;
  readonly command: ImportCommand;
}

/** Something of a row that is not in the ticket afterwards. */
export interface Remark {
  /** as a spreadsheet counts: the header is row 1 */
  readonly row: number;
  readonly incident: string;
  /** True: the row should have changed the ticket and did not. False: a ticket has no place for it. */
  readonly failed: boolean;
  readonly reason: string;
  readonly column?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface SourceRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with the row as such; its cells are then not to be trusted. */
  readonly broken?: string;
}

/** What one row comes to. A row that `--until` leaves out has neither lines nor remarks. */
export interface Mapped {
  readonly row: number;
  readonly lines: readonly ImportLine[];
  readonly remarks: readonly Remark[];
}

/** A kind of file: the columns it cannot do without, and a mapper that is given its rows in file order. */
export interface Format {
  readonly columns: readonly string[];
  readonly mapper: (options: { readonly until?: string }) => (row: SourceRow) => Mapped;
}
