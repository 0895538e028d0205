// The architecture, as rules: `npm test` fails on any import that goes the wrong way, and .ci/arrows.test.mjs proves that each rule can fail.
const at = (path) => `^packages/${path}`
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

// A noun may import the nouns before it, never those after it; so may the folders that they stand on.
const nouns = [
  ...['changes', 'members', 'calendar', 'teams', 'customers', 'sites', 'attachments', 'goals', 'notifications', 'reply-templates', 'rules'],
  ...['initiatives', 'measures', 'feedback', 'views', 'suggestions', 'bulk-acts', 'outcomes', 'mails', 'inbound', 'pulses', 'loop', 'coverage'],
  ...['stories', 'team-pages', 'letters', 'live'],
]
const foundation = 'db files routing mail outbox http'.split(' ')
const ground = 'server/src/(texts/|(accent|config|tokens|problem-error|deps)\\.ts$)'
const anyOf = (names) => `(${names.join('|')})`
const looksBackOnly = (row) =>
  row
    .slice(0, -1)
    .map((name, i) =>
      rule(`${name}-looks-back-only`, { path: at(`server/src/${name}/`), pathNot: tests }, { path: at(`server/src/${anyOf(row.slice(i + 1))}/`) }),
    )

const tests = '\\.test\\.tsx?$'
const entry = at('widget/src/(react|vue|svelte)\\.ts$')
const store = '/(store|[a-z]+-store)\\.ts$'
const http = '/(http|[a-z]+-http)\\.ts$'
const wiring = 'server/src/(app|main|deliveries|commands|open-deps)\\.ts$'
// What puts the parts together may use each of them; only the process itself uses it.
const top = 'server/src/(demo/|(app|main|deliveries|commands|open-deps)\\.ts$)'

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('nothing-is-missing', {}, { couldNotResolve: true }),
    rule(
      'product-knows-no-test',
      { path: at('\\w+/src'), pathNot: tests },
      { path: [tests, at('\\w+/(test|e2e|faults|bench)/'), 'node_modules/(vitest|@playwright)/'] },
    ),

    rule('shared-stands-alone', { path: at('shared/src'), pathNot: tests }, { pathNot: [at('shared/src'), 'node_modules/zod/'] }),
    rule('widget-constants-import-nothing', { path: at('shared/src/widget\\.ts$') }, {}),
    rule(
      'widget-takes-no-schema',
      { path: at('widget/src'), pathNot: tests },
      {
        path: at('shared/src'),
        pathNot: 'shared/src/widget\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule('widget-takes-only-preact', { path: at('widget/src'), pathNot: [tests, entry] }, { path: 'node_modules/', pathNot: 'node_modules/preact/' }),
    rule('entry-takes-only-its-framework', { path: entry, pathNot: tests }, { path: 'node_modules/', pathNot: 'node_modules/$1/' }),
    rule('script-knows-no-framework', { path: at('widget/src'), pathNot: [tests, entry] }, { path: entry }),
    rule(
      'packages-meet-in-shared',
      { path: at('(widget|server|admin)/src'), pathNot: tests },
      {
        path: at('(widget|server|admin)/'),
        pathNot: at('$1/'),
      },
    ),

    rule('hono-at-the-edge', { path: at('server/src'), pathNot: [http, wiring, 'server/src/http/', tests] }, { path: 'node_modules/(hono|@hono)/' }),
    rule('sql-in-stores', { path: at('server/src'), pathNot: [store, 'server/src/(db|outbox)/', tests] }, { path: 'node_modules/kysely/' }),
    rule('engine-in-db', { path: at('server/src'), pathNot: ['server/src/db/', tests] }, { path: 'node_modules/(better-sqlite3|pg)/' }),
    rule(
      'markup-in-tsx',
      { path: at('server/src/.*\\.ts$'), pathNot: ['server/src/(mail|http)/', tests] },
      {
        path: 'node_modules/preact(-render-to-string)?/',
      },
    ),
    rule(
      'store-knows-no-verb',
      { path: at(`server/src/.*${store}`) },
      {
        path: at(`server/src/${anyOf(nouns)}/`),
        pathNot: store,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'only-app-imports-http',
      { path: at('server/src'), pathNot: ['server/src/app\\.ts$', tests] },
      { path: at(`server/src/${anyOf(nouns)}.*${http}`) },
    ),
    rule('wiring-uses-no-store', { path: at(wiring) }, { path: store }),
    rule(
      'only-main-imports-wiring',
      { path: at('server/src'), pathNot: ['server/src/(main|commands)\\.ts$', 'server/src/demo/', tests] },
      { path: at(top) },
    ),
    rule(
      'every-folder-has-its-place',
      { path: at('server/src/[^/]+/'), pathNot: at(`server/src/${anyOf([...nouns, ...foundation, 'texts', 'demo'])}/`) },
      {},
    ),
    rule(
      'foundation-knows-no-noun',
      { path: [at(`server/src/${anyOf(foundation)}/`), at(ground)], pathNot: tests },
      { path: at(`server/src/${anyOf(nouns)}/`) },
    ),
    ...looksBackOnly(foundation),
    ...looksBackOnly(nouns),
  ],
  options: {
    // Tells type-only imports, which no program pays for, from the others.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|test-results)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
