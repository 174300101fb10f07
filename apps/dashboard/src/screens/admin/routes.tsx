import { createRoute, redirect } from '@tanstack/react-router';
import { shellRoute } from '../../shell/route';
import { screen } from '../../shell/screen';
import { firstPlace } from './places';

const frame = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin',
  component: screen(() => import('./frame'), 'AdminFrame'),
});
const getParentRoute = () => frame;
const home = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: firstPlace, replace: true });
  },
});
const policy = createRoute({
  getParentRoute,
  path: '/policy',
  component: screen(() => import('./policy'), 'PolicyPage'),
});
const transitions = createRoute({
  getParentRoute,
  path: '/transitions',
  component: screen(() => import('./transitions'), 'TransitionsPage'),
});
const presets = createRoute({
  getParentRoute,
  path: '/presets',
  component: screen(() => import('./presets'), 'PresetsPage'),
});
const history = createRoute({
  getParentRoute,
  path: '/history',
  component: screen(() => import('./history'), 'HistoryPage'),
});
const statuses = createRoute({
  getParentRoute,
  path: '/statuses',
  component: screen(() => import('./statuses'), 'StatusesPage'),
});
const categories = createRoute({
  getParentRoute,
  path: '/categories',
  component: screen(() => import('./categories'), 'CategoriesPage'),
});
const fields = createRoute({
  getParentRoute,
  path: '/fields',
  component: screen(() => import('./fields'), 'FieldsPage'),
});
const tags = createRoute({
  getParentRoute,
  path: '/tags',
  component: screen(() => import('./tags'), 'TagsPage'),
});
const roles = createRoute({
  getParentRoute,
  path: '/roles',
  component: screen(() => import('./roles'), 'RolesPage'),
});
const users = createRoute({
  getParentRoute,
  path: '/users',
  validateSearch: ({ q, role, disabled }): { q?: string; role?: string; disabled?: boolean } => ({
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(typeof role === 'string' && role !== '' && { role }),
    ...(disabled === true && { disabled }),
  }),
  component: screen(() => import('./users'), 'UsersPage'),
});
const groups = createRoute({
  getParentRoute,
  path: '/groups',
  component: screen(() => import('./groups'), 'GroupsPage'),
});
const clients = createRoute({
  getParentRoute,
  path: '/clients',
  component: screen(() => import('./clients'), 'ClientsPage'),
});
const partners = createRoute({
  getParentRoute,
  path: '/partners',
  component: screen(() => import('./partners'), 'PartnersPage'),
});
const bringIn = createRoute({
  getParentRoute,
  path: '/import',
  component: screen(() => import('./import'), 'ImportPage'),
});
const keys = createRoute({
  getParentRoute,
  path: '/api-keys',
  component: screen(() => import('./keys'), 'KeysPage'),
});
const operations = createRoute({
  getParentRoute,
  path: '/operations',
  component: screen(() => import('./operations'), 'OperationsPage'),
});
/** Everybody's own keys: the menu of the account leads here. */
const ownKeys = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account/api-keys',
  component: screen(() => import('./keys'), 'OwnKeysPage'),
});

export const adminRoutes = [
  frame.addChildren([
    home,
    policy,
    transitions,
    presets,
    history,
    statuses,
    categories,
    fields,
    tags,
    roles,
    users,
    groups,
    clients,
    partners,
    bringIn,
    keys,
    operations,
  ]),
  ownKeys,
] as const;
