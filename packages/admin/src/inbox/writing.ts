import { keepDraft, readDraft } from '../drafts.ts'
import { keptOf } from '../ui/kept.ts'

export type WritingMode = 'reply' | 'note'

interface Writing {
  id: string
  mode: WritingMode
}

const PLACE = 'klankbord-writing'

function remembered(): Writing | null {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null')
  } catch {
    return null
  }
}

/** What is being written now, and about which item: a reload, or signing in again, leads back into it. */
export const writing = keptOf<Writing | null>(remembered())

export function write(next: Writing | null) {
  writing.change(() => next)
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(next))
  } catch {
    // Then it lives as long as the page.
  }
}

/** Drafts are each member's own, since a device can be shared. */
export const draftName = (mode: WritingMode | 'asks' | 'mentions', memberId: string | undefined, id: string) => `${mode}:${memberId ?? ''}:${id}`

export const hasDraft = (mode: WritingMode, memberId: string | undefined, id: string) => readDraft(draftName(mode, memberId, id), '') !== ''

/** Puts words where their writer finds them again. */
export const keepReply = (memberId: string | undefined, id: string, text: string) => keepDraft(draftName('reply', memberId, id), text, text === '')
