// The pages of the administration, in the order of its menu.
export const places = [
  {
    title: 'Policy',
    pages: [
      { to: '/admin/policy', label: 'Rules' },
      { to: '/admin/transitions', label: 'Transitions' },
      { to: '/admin/presets', label: 'Presets' },
      { to: '/admin/history', label: 'Versions' },
    ],
  },
  {
    title: 'Catalogues',
    pages: [
      { to: '/admin/statuses', label: 'Statuses' },
      { to: '/admin/categories', label: 'Categories' },
      { to: '/admin/fields', label: 'Custom fields' },
      { to: '/admin/tags', label: 'Tags' },
    ],
  },
  {
    title: 'People',
    pages: [
      { to: '/admin/users', label: 'Users' },
      { to: '/admin/roles', label: 'Roles' },
      { to: '/admin/groups', label: 'Groups' },
      { to: '/admin/clients', label: 'Clients' },
      { to: '/admin/partners', label: 'Partners' },
      { to: '/admin/import', label: 'Import' },
    ],
  },
  {
    title: 'System',
    pages: [
      { to: '/admin/api-keys', label: 'API keys' },
      { to: '/admin/operations', label: 'Background work' },
    ],
  },
] as const;

export const firstPlace = places[0].pages[0].to;
