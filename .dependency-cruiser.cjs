// The house rules of README.md ("Where does my line belong?"), as far as imports can break them.
const pure = '^libs/(ticket|policy|access)/src/';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-libs-import-only-each-other',
      severity: 'error',
      from: { path: pure, pathNot: '\\.spec\\.ts$' },
      to: { pathNot: pure },
    },
    { name: 'libs-never-look-up', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|projections)/' } },
    { name: 'apps-never-see-projections', severity: 'error', from: { path: '^apps/' }, to: { path: '^projections/' } },
    { name: 'projections-never-see-apps', severity: 'error', from: { path: '^projections/' }, to: { path: '^apps/' } },
    {
      name: 'apps-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-dashboard-takes-only-pure-libs',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: { path: '^libs/', pathNot: pure },
    },
    {
      name: 'areas-of-screens-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/dashboard/src/screens/([^/]+)/' },
      to: { path: '^apps/dashboard/src/screens/', pathNot: '^apps/dashboard/src/screens/$1/' },
    },
    {
      name: 'projections-do-not-know-each-other',
      severity: 'error',
      from: { path: '^projections/([^/]+)/' },
      // projections/test holds what their specs share
      to: { path: '^projections/[^/]+/', pathNot: '^projections/($1|test)/' },
    },
    {
      name: 'only-event-store-knows-eventstoredb',
      severity: 'error',
      from: { path: '^(apps|libs|projections)/', pathNot: '^libs/(event-store|event-node)/' },
      to: { path: '@eventstore/db-client' },
    },
    {
      name: 'libs-have-one-public-face',
      severity: 'error',
      from: { path: '^(apps|libs|projections)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
