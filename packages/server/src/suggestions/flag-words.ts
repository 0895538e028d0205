import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Words } from '../routing/flags.ts'
import { usualFlagWords } from '../routing/texts/flag-words.ts'
import { changeSettings, readSettings } from './model-store.ts'

export const readFlagWords = async ({ db }: Deps, scope: Scope): Promise<Words> => (await readSettings(db, scope)).flagWords ?? usualFlagWords

/** Sets the words that raise a flag from now on; flags that are up stay up. */
export async function replaceFlagWords({ db, clock }: Deps, scope: Scope, words: Words): Promise<Words> {
  await changeSettings(db, scope, { flagWords: words })
  await record(db, scope, [{ type: 'routing.flag-words-changed' }], clock())
  return words
}
