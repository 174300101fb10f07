// Every read model's tables.
import { ticketListTables } from './ticket-list.js';
import { ticketThreadTables } from './ticket-thread.js';

export const readModels = [ticketListTables, ticketThreadTables];
