import { stemsIn } from '../../db/stems.ts'
import type { Deps } from '../../deps.ts'
import { keepStems, listUnstemmed } from './stems-store.ts'

/** So many at a time, so that nobody waits for it. */
const SOME = 300

/** Makes the stems of feedback that came before there were any, some at a time; a process that ends goes on where it was. */
export async function fillStems({ db }: Pick<Deps, 'db'>): Promise<void> {
  const items = await listUnstemmed(db, SOME)
  if (items.length === 0) return
  await keepStems(
    db,
    items.map(({ seq, message }) => ({ seq, stems: stemsIn(message) })),
  )
}
