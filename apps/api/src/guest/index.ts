import type { Type } from '@nestjs/common';
import { AccessLinkRoute } from './access-link.js';
import { ClaimGuestTicketsRoute } from './claim-guest-tickets.js';
import { GuestTicketRoute } from './guest-ticket.js';
import { OpenGuestTicketRoute } from './open-guest-ticket.js';

export const guestRoutes: Type[] = [OpenGuestTicketRoute, AccessLinkRoute, GuestTicketRoute, ClaimGuestTicketsRoute];
