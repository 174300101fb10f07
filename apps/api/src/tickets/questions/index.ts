import type { Type } from '@nestjs/common';
import { CountsRoute } from './counts.js';
import { GetTicketRoute } from './get-ticket.js';
import { ListTicketsRoute } from './list-tickets.js';
import { TicketThreadRoute } from './ticket-thread.js';

export const questionRoutes: Type[] = [ListTicketsRoute, GetTicketRoute, TicketThreadRoute, CountsRoute];
