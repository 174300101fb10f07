// ServiceNow's incident log: one row per change of an incident, each with the whole incident. The mapper compares a row
// with what its ticket already holds and says the difference as commands, so that a line never asks for what is so.
import { v5 } from 'uuid';
import type { Format, ImportCommand, ImportLine, Mapped, Named, Priority, Remark, SourceRow, Status } from './line.js';

const namespace = '5b0a6f5e-3c0d-4b7e-9d0c-2f4f0f6f9f11';
/** Who acts or asks where the log does not know it. */
const nobody = 'unknown';

const statuses: ReadonlyMap<string, Status> = new Map([
  ['New', 'new'],
  ['Active', 'in_progress'],
  ['Resolved', 'resolved'],
  ['Closed', 'closed'],
]);
const priorities: ReadonlyMap<string, Priority> = new Map([
  ['1', 'critical'],
  ['2', 'high'],
  ['3', 'medium'],
  ['4', 'low'],
]);

/** What a ticket's subject and description are made of; columns that tell the end of the story are not among them. */
const facts: Readonly<Record<string, string>> = {
  category: 'Category',
  subcategory: 'Subcategory',
  u_symptom: 'Symptom',
  contact_type: 'Contact type',
  location: 'Location',
  impact: 'Impact',
  urgency: 'Urgency',
  cmdb_ci: 'Configuration item',
  opened_by: 'Opened by',
  problem_id: 'Problem',
  rfc: 'Change request',
  vendor: 'Vendor',
  caused_by: 'Caused by change',
};
/** Columns that are in the ticket or in its history, so that their change needs no remark. */
const told = new Set(
  (
    'number incident_state priority category assignment_group assigned_to opened_at sys_updated_at sys_updated_by ' +
    'active sys_mod_count reassignment_count reopen_count'
  ).split(' '),
);

/** A ticket as the lines so far have made it, and the row that they come from. */
interface Told {
  status: Status;
  state: string;
  priority: Priority;
  category: string | null;
  group: string | null;
  user: string | null;
  reopens: number;
  row: SourceRow;
}
interface Incident {
  /** null until the first row was taken */
  ticket: Told | null;
  /** how often each field changed: part of a line's identity, as a field can change to and fro */
  readonly changes: { category: number; priority: number; assignee: number; status: number };
  /** `until` left a row out */
  gap: boolean;
}

const cell = ({ cells }: SourceRow, column: string): string | null => {
  const value = cells[column]?.trim() ?? '';
  return value === '' || value === '?' ? null : value;
};
const named = (name: string | null): Named | null => (name === null ? null : { name });
/** The desk tells people and categories apart by more than letter case. */
const alike = (one: string | null, other: string | null): boolean => one?.toLowerCase() === other?.toLowerCase();
const isOpen = (status: Status): boolean => status !== 'resolved' && status !== 'closed';

/** `29-02-2016 01:16`, day first, in UTC, as ISO 8601; null where there is no such moment. */
function moment(text: string | null): string | null {
  const parts = /^(\d{2})-(\d{2})-(\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text ?? '');
  if (!parts) return null;
  const [, day, month, year, hour, minute, second = '00'] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) || time.toISOString() !== iso ? null : iso;
}

function mapper({ until }: { readonly until?: string }): (row: SourceRow) => Mapped {
  const incidents = new Map<string, Incident>();

  return (row) => {
    const number = cell(row, 'number') ?? '';
    const story = new Story(row, number);
    if (row.broken !== undefined || number === '') return story.failed(row.broken ?? 'the row names no incident');

    const incident = incidents.get(number) ?? unseen();
    incidents.set(number, incident);
    const at = moment(cell(row, 'sys_updated_at'));
    if (at === null) return story.failed('sys_updated_at is no time (day-month-year hour:minute)');
    if (until !== undefined && at >= until) {
      incident.gap = true;
      return story;
    }
    if (incident.gap) story.remark('dated before an earlier row of its incident, which --until leaves out');
    story.tell(incident, at);
    return story;
  };
}

/** What one row has to say. */
class Story implements Mapped {
  readonly lines: ImportLine[] = [];
  readonly remarks: Remark[] = [];

  constructor(
    private readonly source: SourceRow,
    private readonly number: string,
  ) {}

  get row(): number {
    return this.source.row;
  }

  remark(reason: string, where: Pick<Remark, 'column' | 'from' | 'to'> = {}, failed = false): this {
    this.remarks.push({ row: this.row, incident: this.number, failed, reason, ...where });
    return this;
  }

  failed(reason: string): this {
    return this.remark(reason, {}, true);
  }

  tell(incident: Incident, at: string): void {
    const row = this.source;
    const actor = cell(row, 'sys_updated_by');
    if (actor === null) this.remark(`sys_updated_by is unknown: "${nobody}" acts`);
    // Rows are no part of a line's identity: which one is the first to show a change depends on `until`.
    const say = (identity: readonly (string | number | null)[], command: ImportCommand): void => {
      this.lines.push({
        commandId: v5(JSON.stringify([this.number, ...identity]), namespace),
        occurredAt: at,
        actor: { name: actor ?? nobody },
        ticketRef: `servicenow:${this.number}`,
        command,
      });
    };
    const change = (
      field: keyof Incident['changes'],
      values: readonly (string | null)[],
      command: ImportCommand,
    ): void => {
      incident.changes[field] += 1;
      say([field, incident.changes[field], ...values], command);
    };

    const state = cell(row, 'incident_state');
    const status = state?.startsWith('Awaiting ') ? 'waiting' : statuses.get(state ?? '');
    if (!status) this.#noSuch('incident_state', state);
    const level = cell(row, 'priority');
    const priority = priorities.get(/^\d+/.exec(level ?? '')?.[0] ?? '');
    if (!priority) this.#noSuch('priority', level);
    const category = cell(row, 'category');
    const group = cell(row, 'assignment_group');
    const user = cell(row, 'assigned_to');

    if (!incident.ticket) {
      // No priority the log knows is "normal" here: a known one in a later row is always a change.
      incident.ticket = { ...untouched, priority: priority ?? 'normal', category, row };
      say(['create'], this.#creation(incident.ticket));
    }

    const { ticket } = incident;
    if (!alike(category, ticket.category)) {
      change('category', [ticket.category, category], { type: 'classify', category: named(category) });
    }
    if (priority && priority !== ticket.priority) {
      change('priority', [ticket.priority, priority], { type: 'set-priority', priority });
    }
    if (group !== ticket.group || !alike(user, ticket.user)) {
      const command = { type: 'assign', user: named(user), group: named(group) } as const;
      change('assignee', [ticket.group, ticket.user, group, user], command);
    }
    if (status && status !== ticket.status) {
      // The states by their own names: "Awaiting Vendor" is more than "waiting".
      const reason = `ServiceNow: ${ticket.state} → ${state}`;
      change('status', [ticket.state, state], { type: 'set-status', status, reason });
    } else if (status && state !== null && state !== ticket.state) {
      this.remark('both states are one status here', { column: 'incident_state', from: ticket.state, to: state });
    }

    const reopened = status && !isOpen(ticket.status) && isOpen(status);
    const now: Told = {
      status: status ?? ticket.status,
      state: (status && state) ?? ticket.state,
      priority: priority ?? ticket.priority,
      category,
      group,
      user,
      row,
      reopens: ticket.reopens + (reopened ? 1 : 0),
    };
    this.#compare(ticket.row, now);
    incident.ticket = now;
  }

  #creation({ priority, category }: Told): ImportCommand {
    const row = this.source;
    const caller = cell(row, 'caller_id');
    if (caller === null) this.remark(`caller_id is unknown: "${nobody}" asks`);
    const occurredAt = moment(cell(row, 'opened_at'));
    if (occurredAt === null) this.remark('is no time', { column: 'opened_at', to: row.cells['opened_at'] });
    const about = ['category', 'subcategory', 'u_symptom'].flatMap((column) => cell(row, column) ?? []);
    const known = Object.entries(facts).flatMap(([column, label]) => {
      const value = cell(row, column);
      return value === null ? [] : `${label}: ${value}`;
    });
    return {
      type: 'create',
      subject: about.length === 0 ? this.number : `${this.number}: ${about.join(', ')}`,
      description: [`Incident ${this.number}`, ...known].join('\n'),
      requester: { name: caller ?? nobody },
      priority,
      ...(category === null ? {} : { category: { name: category } }),
      references: [{ kind: 'servicenow', id: this.number }],
      ...(occurredAt === null ? {} : { context: { occurredAt } }),
    };
  }

  /** Remarks on what the row says and the ticket cannot. */
  #compare(before: SourceRow, { row, reopens }: Told): void {
    for (const [column, to] of Object.entries(row.cells)) {
      const from = before.cells[column] ?? '';
      if (from !== to && !told.has(column)) this.remark('a ticket has no such field', { column, from, to });
    }
    const counted = cell(row, 'reopen_count');
    if (counted !== null && counted !== cell(before, 'reopen_count') && Number(counted) !== reopens) {
      const counts = { from: String(reopens), to: counted };
      this.remark('the states of the log make another number', { column: 'reopen_count', ...counts });
    }
    if (this.lines.length === 0 && this.remarks.length === 0) this.remark('nothing of the ticket changed');
  }

  /** An unknown value leaves the ticket as it is; one that nobody knows is a failure. */
  #noSuch(column: string, value: string | null): void {
    if (value === null) this.remark('cannot be unknown, the ticket keeps its own', { column, to: '?' });
    else this.remark('is none that a ticket has', { column, to: value }, true);
  }
}

const unseen = (): Incident => ({
  ticket: null,
  changes: { category: 0, priority: 0, assignee: 0, status: 0 },
  gap: false,
});
const untouched = { status: 'new', state: 'New', group: null, user: null, reopens: 0 } as const;

export const serviceNow: Format = {
  columns: [
    'number',
    'incident_state',
    'priority',
    'category',
    'assignment_group',
    'assigned_to',
    'caller_id',
    'opened_at',
    'sys_updated_at',
    'sys_updated_by',
  ],
  mapper,
};
