import type { Type } from '@nestjs/common';
import { EvidenceRoute } from './evidence-route.js';
import { ExportEventsRoute } from './export-events.js';
import { TicketHistoryRoute } from './ticket-history.js';
import { RefusalsRoute } from './refusals-route.js';
import { VerifyRoute } from './verify-route.js';

export const auditRoutes: Type[] = [TicketHistoryRoute, EvidenceRoute, ExportEventsRoute, VerifyRoute, RefusalsRoute];
