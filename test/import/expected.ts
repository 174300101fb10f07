// What the tickets must be like after an import, computed from the CSV alone: no parser, mapper or type of the importer
// is used here, or agreement would prove nothing.
import { readFileSync } from 'node:fs';

export interface ExpectedTicket {
  readonly status: string;
  readonly reopenCount: number;
  readonly priority: string;
  readonly category: string | null;
  readonly group: string | null;
  readonly assignee: string | null;
}

const statuses = new Map([
  ['New', 'new'],
  ['Active', 'in_progress'],
  ['Awaiting User Info', 'waiting'],
  ['Awaiting Problem', 'waiting'],
  ['Awaiting Vendor', 'waiting'],
  ['Awaiting Evidence', 'waiting'],
  ['Resolved', 'resolved'],
  ['Closed', 'closed'],
]);
const priorities = new Map([
  ['1 - Critical', 'critical'],
  ['2 - High', 'high'],
  ['3 - Moderate', 'medium'],
  ['4 - Low', 'low'],
]);

/** Incident number to the ticket as its last row before `until` (ISO 8601) describes it. */
export function expectedTickets(file: string, until?: string): Map<string, ExpectedTicket> {
  const text = readFileSync(file, 'utf8');
  if (text.includes('"')) throw new Error('this reader knows no quotes');
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const columns = header.split(',');
  const tickets = new Map<string, ExpectedTicket>();
  for (const line of lines) {
    const values = line.split(',');
    const value = (column: string): string => {
      const found = values[columns.indexOf(column)];
      if (found === undefined) throw new Error(`no ${column} in ${line}`);
      return found;
    };
    const [date = '', time = ''] = value('sys_updated_at').split(' ');
    const iso = `${date.split('-').toReversed().join('-')}T${time}:00Z`;
    if (until !== undefined && Date.parse(iso) >= Date.parse(until)) continue;
    tickets.set(value('number'), {
      status: statuses.get(value('incident_state')) ?? 'unknown',
      // The log's own counter; the importer counts what the states do.
      reopenCount: Number(value('reopen_count')),
      priority: priorities.get(value('priority')) ?? 'unknown',
      category: known(value('category')),
      group: known(value('assignment_group')),
      assignee: known(value('assigned_to')),
    });
  }
  return tickets;
}

const known = (value: string): string | null => (value === '?' ? null : value);
