import { expect, test } from 'vitest'
import { engines } from '../../test/engines.ts'
import { openHarness } from '../../test/harness.ts'
import { openDatabase } from '../db/open.ts'
import { foundOrganisation } from '../members/found-organisation.ts'
import { foundSite } from './found-site.ts'

test.each(engines)('starts at the same moment make one site on $engine', async ({ engine, open }) => {
  const opened = await open()
  const { deps, close } = await openHarness(async () => opened)
  const others = engine === 'postgres' ? await Promise.all([1, 2, 3].map(() => openDatabase({ url: opened.url }))) : []
  const { organisationId } = await foundOrganisation(deps)
  const keys = await Promise.all([deps.db, deps.db, ...others].map((db) => foundSite({ ...deps, db }, organisationId)))
  await Promise.all(others.map((db) => db.close()))
  expect(new Set(keys).size).toBe(1)
  expect(await deps.db.everywhere.selectFrom('sites').select('key').execute()).toEqual([{ key: keys[0] }])
  await close()
})
