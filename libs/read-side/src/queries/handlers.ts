// Every question's handler, for the process that answers them.
import { BadgesHandler } from './badges.js';
import { CountTicketsHandler } from './count-tickets.js';
import { GetProfileHandler } from './get-profile.js';
import { GetReplyHandler } from './get-reply.js';
import { GetTicketHandler } from './get-ticket.js';
import { ListAssigneesHandler } from './list-assignees.js';
import { ListClientsHandler } from './list-clients.js';
import { ListProjectionsHandler } from './list-projections.js';
import { ListProjectsHandler } from './list-projects.js';
import { ListReferencesHandler } from './list-references.js';
import { ListTagsHandler } from './list-tags.js';
import { ListTicketsHandler } from './list-tickets.js';
import { ListRefusalsHandler } from './refusals.js';
import { RecipientCandidatesHandler } from './recipient-candidates.js';
import { TicketCommentsHandler } from './ticket-comments.js';
import { TicketLinksHandler } from './ticket-links.js';
import { TicketPagesHandler } from './ticket-pages.js';
import { TicketThreadHandler } from './ticket-thread.js';
import { UserNamesHandler } from './user-names.js';

/** They need `DATABASE` and `CURSOR_SECRET` to be provided. */
export const queryHandlers = [
  ListTicketsHandler,
  GetTicketHandler,
  TicketLinksHandler,
  TicketThreadHandler,
  TicketCommentsHandler,
  TicketPagesHandler,
  GetReplyHandler,
  CountTicketsHandler,
  BadgesHandler,
  GetProfileHandler,
  ListAssigneesHandler,
  ListClientsHandler,
  ListProjectsHandler,
  ListReferencesHandler,
  ListTagsHandler,
  ListProjectionsHandler,
  ListRefusalsHandler,
  RecipientCandidatesHandler,
  UserNamesHandler,
];
