// Other systems' ways of asking for the same: thin adapters over the commands and questions of `/v1`.
import type { Type } from '@nestjs/common';
import { SocialComments } from './social/comments.js';
import { SocialTickets } from './social/tickets.js';

export const surfaceRoutes: Type[] = [SocialTickets, SocialComments];
