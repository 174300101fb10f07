// Other systems' ways of asking for the same: thin adapters over the commands and questions of `/v1`.
import type { Type } from '@nestjs/common';
import { PortalActions } from './portal/actions.js';
import { PortalShell } from './portal/shell.js';
import { PortalTickets } from './portal/tickets.js';
import { PortalWriting } from './portal/writing.js';
import { Shown } from './shown.js';
import { SocialComments } from './social/comments.js';
import { SocialTickets } from './social/tickets.js';

export const surfaceRoutes: Type[] = [SocialTickets, SocialComments, PortalTickets, PortalActions, PortalShell];
export const surfaceParts: Type[] = [Shown, PortalWriting];
