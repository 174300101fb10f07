// PostgreSQL as the product uses it: tables and migrations, the connection under a role, and the questions screens ask.
export * from './database.js';
export * from './directory/actor.js';
export * from './directory/change.js';
export * from './directory/clients.js';
export * from './directory/colleagues.js';
export * from './directory/demo.js';
export * from './directory/groups.js';
export * from './directory/apply-items.js';
export * from './directory/import.js';
export { itemsOf, type DirectoryItem } from './directory/items.js';
export * from './directory/references.js';
export * from './directory/roles-in-use.js';
export * from './directory/tenants.js';
export * from './directory/users.js';
export * from './directory/known-references.js';
export * from './migrate.js';
export * from './queries/as-of.js';
export * from './queries/badges.js';
export * from './queries/count-tickets.js';
export * from './queries/cursor.js';
export * from './queries/deleted-ticket.js';
export * from './queries/find-ticket.js';
export * from './queries/get-profile.js';
export * from './queries/get-reply.js';
export * from './queries/get-ticket.js';
export * from './queries/guest-tickets.js';
export * from './queries/handlers.js';
export * from './queries/list-assignees.js';
export * from './queries/list-clients.js';
export * from './queries/list-projections.js';
export * from './queries/list-projects.js';
export * from './queries/list-references.js';
export * from './queries/list-tags.js';
export * from './queries/list-tickets.js';
export * from './queries/read-model-clock.js';
export * from './queries/recipient-candidates.js';
export * from './queries/refusals.js';
export * from './queries/scope.js';
export type { ThreadEntry } from './queries/thread-entry.js';
export * from './queries/ticket-filters.js';
export {
  seesRating,
  type Named,
  type Person,
  type Rating,
  type TicketDetail,
  type TicketItem,
} from './queries/ticket-item.js';
export * from './queries/ticket-comments.js';
export * from './queries/ticket-links.js';
export * from './queries/ticket-pages.js';
export * from './queries/ticket-thread.js';
export * from './queries/tokens.js';
export * from './queries/user-names.js';
export * from './queries/views.js';
export * from './rebuild-orders.js';
export * from './refusal.js';
export * from './tables/bookmarks.js';
export * from './tables/database.js';
export * from './tables/deleted-tickets.js';
export * from './tables/directory.js';
export * from './tables/due-timers.js';
export * from './tables/figures.js';
export * from './tables/identity.js';
export * from './tables/reaction-bookmarks.js';
export * from './tables/read-model.js';
export * from './tables/read-models.js';
export * from './tables/rebuilds.js';
export * from './tables/ticket-links.js';
export * from './tables/ticket-list.js';
export * from './tables/ticket-search.js';
export * from './tables/ticket-thread.js';
export * from './tables/vault.js';
