import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrows } from './arrows.mjs'
import { root } from './prepare.mjs'

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** A house of one small file for each kind of place, in which every import goes the right way. */
const house = {
  'shared/package.json': '{ "name": "@klankbord/shared", "type": "module", "exports": { "./*": "./src/*.ts" } }',
  'shared/src/widget.ts': 'export const kinds = []',
  'shared/src/feedback.ts': "import * as z from 'zod'\nexport const Feedback = z\nexport type Feedback = string",
  'widget/src/index.ts':
    "import 'preact'\nimport { kinds } from '@klankbord/shared/widget'\nimport type { Feedback } from '@klankbord/shared/feedback'\nexport let a: Feedback = kinds",
  'widget/src/react.ts': "import 'react'\nimport './index.ts'",
  'admin/src/main.tsx': "import 'preact'\nimport '@klankbord/shared/feedback'",
  'server/test/product.ts': "import 'vitest'",
  'server/src/config.ts': "import 'zod'",
  'server/src/main.ts': "import './app.ts'",
  'server/src/app.ts': "import 'hono'\nimport './feedback/http.ts'",
  'server/src/db/db.ts': "import 'kysely'\nimport 'pg'",
  'server/src/routing/rules.ts': "import '@klankbord/shared/feedback'",
  'server/src/mail/mailer.ts': "import '../db/db.ts'",
  'server/src/outbox/outbox.ts': "import '../mail/mailer.ts'",
  'server/src/http/serve.ts': "import 'hono'\nimport '../db/db.ts'",
  'server/src/feedback/http.ts': "import 'hono'\nimport './submit.ts'\nimport '../http/serve.ts'",
  'server/src/feedback/submit.ts':
    "import './store.ts'\nimport '../goals/store.ts'\nimport '../goals/add.ts'\nimport '../outbox/outbox.ts'\nimport '../routing/rules.ts'",
  'server/src/feedback/store.ts': "import 'kysely'\nimport '../db/db.ts'\nimport '../goals/store.ts'",
  'server/src/feedback/receipt.tsx': "import 'preact'",
  'server/src/feedback/submit.test.ts': "import 'kysely'\nimport 'vitest'\nimport '../../test/product.ts'\nimport '../outcomes/publish.ts'",
  'server/src/outcomes/publish.ts': "import '../feedback/submit.ts'",
}

const nouns = [
  ...['changes', 'members', 'calendar', 'teams', 'customers', 'sites', 'attachments', 'goals', 'notifications', 'reply-templates', 'rules'],
  ...['initiatives', 'measures', 'feedback', 'views', 'suggestions', 'bulk-acts', 'outcomes', 'mails', 'inbound', 'pulses', 'loop', 'coverage'],
  ...['stories', 'team-pages', 'letters', 'live'],
]
const foundation = 'db files routing mail outbox http'.split(' ')
const backwards = (row) =>
  Object.fromEntries(row.slice(0, -1).map((name, i) => [`${name}-looks-back-only`, [`server/src/${name}/planted.ts`, `../${row[i + 1]}/kept.ts`]]))

/** One wrong import for each rule: the file that holds it, and what it imports. */
const plants = {
  'no-cycles': ['server/src/goals/circle.ts', './circle/end.ts'],
  'nothing-is-missing': ['admin/src/missing.ts', './nowhere.ts'],
  'product-knows-no-test': ['server/src/goals/tested.ts', '../../test/product.ts'],
  'shared-stands-alone': ['shared/src/planted.ts', 'preact'],
  'widget-constants-import-nothing': ['shared/src/widget.ts', './feedback.ts'],
  'widget-takes-no-schema': ['widget/src/schema.ts', '@klankbord/shared/feedback'],
  'widget-takes-only-preact': ['widget/src/planted.ts', 'zod'],
  'entry-takes-only-its-framework': ['widget/src/svelte.ts', 'react'],
  'script-knows-no-framework': ['widget/src/script.ts', './react.ts'],
  'packages-meet-in-shared': ['admin/src/planted.ts', '../../server/src/config.ts'],
  'hono-at-the-edge': ['server/src/goals/planted-hono.ts', 'hono'],
  'sql-in-stores': ['server/src/goals/planted-sql.ts', 'kysely'],
  'engine-in-db': ['server/src/goals/planted-store.ts', 'pg'],
  'markup-in-tsx': ['server/src/goals/markup.ts', 'preact'],
  'store-knows-no-verb': ['server/src/goals/store.ts', './add.ts'],
  'only-app-imports-http': ['server/src/outcomes/other-http.ts', '../feedback/http.ts'],
  'wiring-uses-no-store': ['server/src/deliveries.ts', './feedback/store.ts'],
  'only-main-imports-wiring': ['server/src/goals/wired.ts', '../app.ts'],
  'every-folder-has-its-place': ['server/src/helpers/planted.ts', '../config.ts'],
  'foundation-knows-no-noun': ['server/src/db/noun.ts', '../members/kept.ts'],
  ...backwards(foundation),
  ...backwards(nouns),
}

let folder
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klankbord-arrows-'))
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  for (const [path, source] of Object.entries(house)) write(path, source)
  for (const name of [...nouns, ...foundation]) write(`server/src/${name}/kept.ts`, 'export {}')
  write('server/src/goals/add.ts', 'export {}')
  write('server/src/goals/store.ts', 'export {}')
  for (const name of ['zod', 'hono', 'kysely', 'pg', 'preact', 'react', 'vitest']) {
    write(`../node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`)
    write(`../node_modules/${name}/index.js`, '')
  }
  mkdirSync(join(folder, 'node_modules/@klankbord'))
  symlinkSync(join(folder, 'packages/shared'), join(folder, 'node_modules/@klankbord/shared'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(path, source) {
  const file = join(folder, 'packages', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${source}\n`)
}

test('imports that go the right way are no fault', async () => {
  const { modules, violations } = await arrows(folder)
  expect(violations).toEqual([])
  expect(modules).toBeGreaterThan(30)
})

test('every rule of the architecture fails on an import that breaks it', async () => {
  for (const [path, to] of Object.values(plants)) write(path, `import '${to}'`)
  write('server/src/goals/circle/end.ts', "import '../circle.ts'")
  const { violations } = await arrows(folder)
  const failed = Object.entries(plants).filter(([rule, [path]]) =>
    violations.some((found) => found.rule === rule && found.from === `packages/${path}`),
  )
  expect(failed.map(([rule]) => rule)).toEqual(forbidden.map(({ name }) => name))
})
