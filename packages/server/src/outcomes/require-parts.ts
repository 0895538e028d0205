import { type MissingPart, missingParts, type Parts } from '@klankbord/shared/outcome-parts'
import type { OutcomeKind } from '@klankbord/shared/widget'
import { ProblemError } from '../problem-error.ts'
import type { NamedOutcome } from './store.ts'

/** Refuses what would go out without one of its parts, and says of each what to do. */
export function requireParts(outcome: Parts) {
  const missing = missingParts(outcome)
  if (missing.length === 0) return
  const fields = missing.map((one) => ({ path: one.path, message: wordsFor(one, outcome.kind) }))
  throw new ProblemError('incomplete', `Customers can’t be told yet. ${fields[0]?.message}`, { fields })
}

type Stored = Pick<NamedOutcome, 'kind' | 'did' | 'better' | 'next' | 'nothingMoreAt' | 'translations' | 'pictures'>

export const partsOf = ({ kind, did, better, next, nothingMoreAt, translations, pictures }: Stored): Parts => ({
  kind: kind as OutcomeKind,
  ...{ did, better, next },
  nothingMore: nothingMoreAt !== null,
  translations: JSON.parse(translations) as Parts['translations'],
  pictures: JSON.parse(pictures) as Parts['pictures'],
})

const ASKED: Record<OutcomeKind, Record<'did' | 'better' | 'next', string>> = {
  done: {
    did: 'Say what you did (`did`).',
    better: 'Say what is better now (`better`): what somebody notices of it.',
    next: 'Say what will still improve (`next`), or that nothing more will (`nothingMore: true`).',
  },
  partly: {
    did: 'Say what you did (`did`).',
    better: 'Say what is better now (`better`): what somebody notices of it.',
    next: 'Say what will still improve (`next`), or that nothing more will (`nothingMore: true`).',
  },
  not_doing: {
    did: 'Say why not (`did`).',
    better: 'Say who decided this (`better`).',
    next: 'Say what would change this decision (`next`).',
  },
  answer: {
    did: 'Give the answer (`did`).',
    better: '',
    next: 'Say what will still improve (`next`), or that nothing more will (`nothingMore: true`).',
  },
}

function wordsFor({ part, locale }: MissingPart, kind: OutcomeKind): string {
  if (part === 'alt') return 'Say of each picture what it shows (`alt`), for who can’t see it.'
  if (part === 'both')
    return kind === 'not_doing'
      ? 'Of a refusal, say what would change it (`next`) and leave `nothingMore` out.'
      : 'You say what will still improve and also that nothing more will. Leave out `next` or `nothingMore`.'
  if (locale !== null) return `Translate \`${part}\` into ${locale} too, or leave this translation out: who reads it then gets the original, whole.`
  return part === 'title' ? 'Give it a title (`title`).' : ASKED[kind][part]
}
