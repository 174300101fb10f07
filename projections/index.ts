// Every read model. Each follows the log by itself, so that one that halts or is rebuilt leaves the others alone.
import { deletedTickets } from './deleted-tickets/deleted-tickets.js';
import { dueTimers } from './due-timers/due-timers.js';
import { ticketList } from './ticket-list/ticket-list.js';
import { ticketThread } from './ticket-thread/ticket-thread.js';

export const models = [ticketList, ticketThread, dueTimers, deletedTickets];
export { deletedTickets, dueTimers, ticketList, ticketThread };
