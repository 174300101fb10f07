// The mapper against the computation that shares nothing with it, without a service in between: what its lines come to.
import { rowsOf } from '../../apps/cli/src/import/csv.js';
import type { ImportLine, Remark } from '../../apps/cli/src/import/line.js';
import { serviceNow } from '../../apps/cli/src/import/servicenow.js';
import { expectedTickets, type ExpectedTicket } from './expected.js';
import { complete, moments, sample } from './sources.js';

async function mapped(file: string, until?: string): Promise<{ lines: ImportLine[]; remarks: Remark[] }> {
  const map = serviceNow.mapper({ until });
  const lines: ImportLine[] = [];
  const remarks: Remark[] = [];
  for await (const row of rowsOf(file, serviceNow.columns)) {
    const found = map(row);
    lines.push(...found.lines);
    remarks.push(...found.remarks);
  }
  return { lines, remarks };
}

/** What a desk would make of the lines; a line that changes nothing is an error. */
function played(lines: readonly ImportLine[]): Map<string, ExpectedTicket> {
  const tickets = new Map<string, ExpectedTicket>();
  for (const { ticketRef, command } of lines) {
    const number = ticketRef.slice('servicenow:'.length);
    const before = tickets.get(number);
    const after = applied(before, command);
    expect(after).not.toEqual(before);
    tickets.set(number, after);
  }
  return tickets;
}

function applied(ticket: ExpectedTicket | undefined, command: ImportLine['command']): ExpectedTicket {
  if (command.type === 'create') {
    if (ticket) throw new Error('created twice');
    const { priority, category } = command;
    const assignee = { group: null, assignee: null };
    return { status: 'new', reopenCount: 0, priority, category: category?.name ?? null, ...assignee };
  }
  if (!ticket) throw new Error(`${command.type} before the creation`);
  switch (command.type) {
    case 'assign':
      return { ...ticket, group: command.group?.name ?? null, assignee: command.user?.name ?? null };
    case 'classify':
      return { ...ticket, category: command.category?.name ?? null };
    case 'set-priority':
      return { ...ticket, priority: command.priority };
    case 'set-status': {
      const ended = (status: string) => status === 'resolved' || status === 'closed';
      const reopened = ended(ticket.status) && !ended(command.status);
      return { ...ticket, status: command.status, reopenCount: ticket.reopenCount + (reopened ? 1 : 0) };
    }
  }
}

const files: [string, string | null][] = [
  ['sample', sample],
  ['complete extract', complete],
];
for (const [name, file] of files) {
  const where = file === null ? describe.skip : describe;
  where(`the lines of the ${name}${file === null ? ' (skipped: the file is not here)' : ''}`, () => {
    const path = file ?? '';

    it.each([undefined, ...moments])('make the tickets that the CSV tells of, until %s', async (until) => {
      const { lines, remarks } = await mapped(path, until);
      expect(played(lines)).toEqual(expectedTickets(path, until));
      expect(remarks.filter(({ failed }) => failed)).toEqual([]);
    });

    it('have ids of their own, which a run until some moment and the complete run share', async () => {
      const { lines } = await mapped(path);
      const all = new Map(lines.map(({ commandId, command }) => [commandId, command]));
      expect(all.size).toBe(lines.length);
      for (const until of moments) {
        const some = (await mapped(path, until)).lines;
        expect(some.length).toBeGreaterThan(0);
        expect(some.length).toBeLessThan(all.size);
        for (const { commandId, command } of some) expect(all.get(commandId)).toEqual(command);
      }
    });
  });
}

it('the complete extract ends as it is known to', async () => {
  if (complete === null) return;
  const tickets = [...played((await mapped(complete)).lines).values()];
  expect(tickets).toHaveLength(890);
  expect(tickets.filter(({ status }) => status !== 'closed')).toEqual([]);
  expect(tickets.reduce((sum, { reopenCount }) => sum + reopenCount, 0)).toBe(11);
});
