import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './postgres.ts'
import { quickFolder } from './quick-folder.ts'

/** For Vitest and Playwright alike: one PostgreSQL and one folder for the whole run, which test processes find in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  // Vitest calls it once for each project of a package.
  if (process.env.TEST_FOLDER) return async () => {}
  const server = await startPostgres()
  const folder = await mkdtemp(join(await quickFolder(), 'klankbord-tests-'))
  const given = process.env.TEST_DATABASE_URL
  process.env.TEST_DATABASE_URL = server.url
  process.env.TEST_FOLDER = folder
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    delete process.env.TEST_FOLDER
    if (given === undefined) delete process.env.TEST_DATABASE_URL
  }
}

/** Where tests keep their files; it goes when the run ends. */
export function runFolder(): string {
  return process.env.TEST_FOLDER ?? tmpdir()
}
