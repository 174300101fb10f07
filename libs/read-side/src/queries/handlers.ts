// Every question's handler, for the process that answers them.
import { BadgesHandler } from './badges.js';
import { CountTicketsHandler } from './count-tickets.js';
import { GetReplyHandler } from './get-reply.js';
import { GetTicketHandler } from './get-ticket.js';
import { ListTicketsHandler } from './list-tickets.js';
import { TicketThreadHandler } from './ticket-thread.js';

/** They need `DATABASE` and `CURSOR_SECRET` to be provided. */
export const queryHandlers = [
  ListTicketsHandler,
  GetTicketHandler,
  TicketThreadHandler,
  GetReplyHandler,
  CountTicketsHandler,
  BadgesHandler,
];
