// Every read model's tables.
import { deletedTicketTables } from './deleted-tickets.js';
import { dueTimerTables } from './due-timers.js';
import { ticketLinkTables } from './ticket-links.js';
import { ticketListTables } from './ticket-list.js';
import { ticketSearchTables } from './ticket-search.js';
import { ticketThreadTables } from './ticket-thread.js';

export const readModels = [
  ticketListTables,
  ticketLinkTables,
  ticketThreadTables,
  ticketSearchTables,
  dueTimerTables,
  deletedTicketTables,
];
