import type { Type } from '@nestjs/common';
import { ClientsRoute } from './clients-route.js';
import { ColleaguesRoute } from './colleagues-route.js';
import { EntitlementsRoute } from './entitlements-route.js';
import { DirectoryImportRoute } from './import-route.js';
import { GroupsRoute } from './groups-route.js';
import { OwnAvailabilityRoute } from './own-availability-route.js';
import { PartnersRoute } from './partners-route.js';
import { ProjectsRoute } from './projects-route.js';
import { UsersRoute } from './users-route.js';

export const directoryRoutes: Type[] = [
  UsersRoute,
  GroupsRoute,
  ClientsRoute,
  ProjectsRoute,
  PartnersRoute,
  ColleaguesRoute,
  OwnAvailabilityRoute,
  EntitlementsRoute,
  DirectoryImportRoute,
];
