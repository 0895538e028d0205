import type { OutcomePicture } from '@klankbord/shared/outcome-pictures'
import { claimForOutcome, releaseFromOutcome } from '../attachments/outcome-store.ts'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { badField } from '../problem-error.ts'
import { listVersions } from './version-store.ts'

type Wanted = Pick<OutcomePicture, 'id' | 'alt' | 'alts'>

/**
 * Gives an outcome these pictures, in the transaction that keeps it, and gives up those that neither it nor an earlier version of it shows. What is kept with
 * the outcome, as it is stored; refused unless it gets them all.
 */
export async function takePictures(db: Db, scope: Scope, outcomeId: string, wanted: readonly Wanted[]): Promise<string> {
  const ids = wanted.map(({ id }) => id)
  const claimed = ids.length === 0 ? [] : await claimForOutcome(db, scope, outcomeId, ids)
  const sizes = new Map(claimed.map(({ id, type, width, height }) => [id, { type: type as OutcomePicture['type'], width, height }]))
  const pictures = wanted.map(({ id, alt, alts }, at) => {
    const size = sizes.get(id)
    if (!size) throw badField(`pictures.${at}.id`, 'This picture is not here, is older than a day, or another outcome has it. Send it again')
    return { id, alt: alt.trim(), alts: described(alts), ...size } satisfies OutcomePicture
  })
  await releaseFromOutcome(db, scope, outcomeId, [...ids, ...(await keptByVersions(db, scope, outcomeId))])
  return JSON.stringify(pictures)
}

/** The languages in which something is said. */
const described = (alts: Record<string, string>) => Object.fromEntries(Object.entries(alts).filter(([, alt]) => alt.trim() !== ''))

async function keptByVersions(db: Db, scope: Scope, outcomeId: string): Promise<string[]> {
  const versions = await listVersions(db, scope, outcomeId)
  return versions.flatMap(({ words }) => ((JSON.parse(words) as { pictures?: { id: string }[] }).pictures ?? []).map(({ id }) => id))
}
