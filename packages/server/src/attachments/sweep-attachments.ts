import type { Deps } from '../deps.ts'
import type { Files } from '../files/files.ts'
import { enclosedKeyOf, keyOf } from './store.ts'
import { deleteRemoved, expireUnclaimed, listKnown, listOrganisations, listRemoved } from './sweep-store.ts'

const UNCLAIMED_MS = 24 * 60 * 60 * 1000
const ORPHANS_EVERY_MS = 60 * 60 * 1000
/** Most that one turn does, since deliveries wait for it. */
const MOST = 100

const lookedForOrphans = new WeakMap<Files, number>()

/**
 * Removes the pictures that nobody claimed within a day, those that were taken away, and files that no row knows. A row goes only after its file, so that
 * whatever a killed process left is found again; any number of processes may do the same at once.
 */
export async function sweepAttachments(deps: Deps) {
  const { db, clock, files } = deps
  const now = clock()
  await expireUnclaimed(db, new Date(now.getTime() - UNCLAIMED_MS).toISOString(), now.toISOString())
  const removed = await listRemoved(db, MOST)
  for (const row of removed) {
    if (row.siteId === null) await files.remove(enclosedKeyOf(row))
    await files.remove(keyOf(row))
  }
  if (removed.length > 0)
    await deleteRemoved(
      db,
      removed.map(({ id }) => id),
    )
  const looked = lookedForOrphans.get(files)
  if (looked !== undefined && now.getTime() - looked < ORPHANS_EVERY_MS) return
  lookedForOrphans.set(files, now.getTime())
  await sweepOrphans(deps)
}

/** Only in the folders of organisations that this database knows: another database may share them, and its pictures are no orphans. */
async function sweepOrphans({ db, files, log }: Deps) {
  for (const organisationId of await listOrganisations(db)) {
    for await (const keys of inBatches(files.list(organisationId))) {
      const known = new Set(await listKnown(db, keys.map(idOf)))
      // Half a file is left alone as long as there is a row: it may be being written.
      for (const key of keys.filter((key) => !known.has(idOf(key)))) {
        await files.remove(key)
        log.info({ organisationId }, 'orphan file removed')
      }
    }
  }
}

const idOf = (key: string) => key.split('/')[1]?.split('.')[0] ?? ''

async function* inBatches(keys: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const key of keys) {
    batch.push(key)
    if (batch.length < MOST) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
