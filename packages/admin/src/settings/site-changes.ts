import type { Site } from '@klankbord/shared/sites'
import type { Texts } from '../texts/later-en.ts'
import type { SiteChange } from './site-form.ts'

const without = <Value>(list: readonly Value[], others: readonly Value[]) => list.filter((one) => !others.includes(one))

/** What customers will notice of a change, one line each; nothing of what only colleagues see. */
export function noticedOf(change: SiteChange, before: Site, t: Texts): string[] {
  const texts = t.sites.noticed
  const lines: string[] = []
  const { origins, kinds, questions, look } = change
  if (origins) {
    for (const origin of without(origins, before.origins)) lines.push(texts.appears(origin))
    for (const origin of without(before.origins, origins)) lines.push(texts.disappears(origin))
  }
  if (kinds) lines.push(...kindLines(kinds, before.kinds, t))
  if (questions) {
    const were = before.questions.map(({ label }) => label)
    // One that has no words yet is still being written.
    const are = questions.map(({ label }) => label).filter((label) => label.trim() !== '')
    for (const label of without(are, were)) lines.push(texts.asks(label))
    for (const label of without(were, are)) lines.push(texts.noLongerAsks(label))
    if (lines.length === 0) lines.push(texts.questions)
  }
  if (change.rating !== undefined) lines.push(change.rating === null ? texts.noRating : texts.rating)
  if (look) {
    lines.push(texts.look)
    if (look.accent !== before.look.accent || look.position !== before.look.position) lines.push(texts.snippet)
  }
  if (change.texts) lines.push(texts.words)
  if (change.locale) lines.push(texts.locale(t.localeNames[change.locale] ?? change.locale))
  return lines
}

function kindLines(after: Site['kinds'], before: Site['kinds'], t: Texts): string[] {
  const texts = t.sites.noticed
  const shown = without(after, before).map((kind) => texts.kindShown(t.kinds[kind]))
  const hidden = without(before, after).map((kind) => texts.kindHidden(t.kinds[kind]))
  return shown.length + hidden.length > 0 ? [...shown, ...hidden] : [texts.kindOrder]
}
