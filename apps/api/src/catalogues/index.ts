import type { Type } from '@nestjs/common';
import { MeRoute } from './me.js';
import { PickersRoute } from './pickers.js';
import { PolicyCatalogues } from './policy-catalogues.js';
import { PolicyRoutes } from './policy-routes.js';
import { ReferencesRoute } from '../references/list-route.js';
import { ReportReferenceRoute } from '../references/report-route.js';
import { TextCheckRoute } from '../limits/text-check.js';
import { TagRoutes } from './tag-routes.js';
import { TicketsByReference } from './tickets-by-reference.js';

export const catalogueRoutes: Type[] = [
  MeRoute,
  PickersRoute,
  PolicyCatalogues,
  PolicyRoutes,
  ReferencesRoute,
  ReportReferenceRoute,
  TextCheckRoute,
  TagRoutes,
  TicketsByReference,
];
