// Every read model. Each follows the log by itself, so that one that halts or is rebuilt leaves the others alone.
import { deletedTickets } from './deleted-tickets/deleted-tickets.js';
import { dueTimers } from './due-timers/due-timers.js';
import { ticketLinks } from './ticket-links/ticket-links.js';
import { ticketList } from './ticket-list/ticket-list.js';
import { ticketSearch } from './ticket-search/ticket-search.js';
import { ticketThread } from './ticket-thread/ticket-thread.js';

export const models = [ticketList, ticketLinks, ticketThread, ticketSearch, dueTimers, deletedTickets];
export { deletedTickets, dueTimers, ticketLinks, ticketList, ticketSearch, ticketThread };
