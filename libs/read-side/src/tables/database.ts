// Every table by its full name, as kysely sees them.
import type { BookmarkTable } from './bookmarks.js';
import type { DeletedTicketRow } from './deleted-tickets.js';
import type * as directory from './directory.js';
import type { DueTimerRow } from './due-timers.js';
import type { FigureTable } from './figures.js';
import type { ReactionBookmarkTable } from './reaction-bookmarks.js';
import type { ApiKeyTable, SessionTable } from './identity.js';
import type { TicketLinkRow } from './ticket-links.js';
import type { RefusalTable } from './refusals.js';
import type { KnownReferenceTable } from './known-references.js';
import type { RebuildTable } from './rebuilds.js';
import type { TicketBadgeCell, TicketListRow } from './ticket-list.js';
import type { TicketSearchRow } from './ticket-search.js';
import type { TicketThreadRow } from './ticket-thread.js';
import type { VaultKeyTable } from './vault.js';

export interface Tables {
  'read.bookmarks': BookmarkTable;
  'read.rebuilds': RebuildTable;
  'read.ticket_list': TicketListRow;
  'read.ticket_badge_cells': TicketBadgeCell;
  'read.ticket_links': TicketLinkRow;
  'read.ticket_search': TicketSearchRow;
  'read.ticket_thread': TicketThreadRow;
  'read.due_timers': DueTimerRow;
  'read.deleted_tickets': DeletedTicketRow;
  'directory.tenants': directory.TenantTable;
  'directory.clients': directory.ClientTable;
  'directory.projects': directory.ProjectTable;
  'directory.users': directory.UserTable;
  'directory.groups': directory.GroupTable;
  'directory.group_members': directory.GroupMemberTable;
  'directory.group_scopes': directory.GroupScopeTable;
  'directory.partner_clients': directory.PartnerClientTable;
  'directory.project_assignments': directory.ProjectAssignmentTable;
  'directory.sessions': SessionTable;
  'directory.api_keys': ApiKeyTable;
  'directory.receipts': directory.ReceiptTable;
  'audit.refusals': RefusalTable;
  'directory.known_references': KnownReferenceTable;
  'vault.keys': VaultKeyTable;
  'worker.bookmarks': ReactionBookmarkTable;
  'worker.figures': FigureTable;
}
