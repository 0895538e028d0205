import type { GoalEvent } from '@klankbord/shared/goals'
import type { Dates } from '../dates.ts'
import type { Texts } from '../texts/later-en.ts'

interface Telling {
  t: Texts
  dates: Dates
  /** The title of a goal that is still there. */
  goalTitle: (id: string) => string | undefined
}

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What happened, as sentences that begin with who did it; none for what this app does not know. */
export function told({ type, detail }: GoalEvent, telling: Telling): string[] {
  const texts = telling.t.goal.told
  const reason = textOf(detail.reason)
  switch (type) {
    case 'goal.created':
      return [detail.state === 'proposed' ? texts.proposedIt : texts.setIt]
    case 'goal.changed':
      return changesTold(fieldsOf(detail.from), fieldsOf(detail.to), telling)
    case 'goal.proposed':
      return wishesTold(fieldsOf(detail.changes), telling)
    case 'goal.agreed':
      return [texts.agreed]
    case 'goal.half-agreed':
      return [texts.halfAgreed]
    case 'goal.refused':
      return [reason ? texts.refusedFor(reason) : texts.refused]
    case 'goal.withdrawn':
      return [texts.withdrawn]
    case 'goal.ended':
      return [texts.ended[detail.state as keyof typeof texts.ended] ?? texts.ended.stopped]
    case 'goal.resumed':
      return [texts.resumed]
    default:
      return []
  }
}

/** A day in words, else the text itself. */
const shownOf = (name: string, value: unknown, { dates }: Telling): string | null => {
  const text = textOf(value) ?? (typeof value === 'number' ? String(value) : null)
  return text !== null && (name === 'startsOn' || name === 'endsOn') ? dates.calendar(text) : text
}

function changesTold(from: Fields, to: Fields, telling: Telling): string[] {
  const { changed, rewrote, names } = telling.t.goal.told
  return Object.keys(to).flatMap((name) => {
    if (name === 'teamId') return []
    if (name === 'team') return [telling.t.goal.told.team(textOf(from.team) ?? '', textOf(to.team) ?? '')]
    if (name === 'parentId') return [parentTold(to.parentId, telling)]
    if (name in rewrote) return [rewrote[name as keyof typeof rewrote]]
    if (!(name in names)) return []
    return [changed(names[name as keyof typeof names], shownOf(name, from[name], telling), shownOf(name, to[name], telling))]
  })
}

function parentTold(parentId: unknown, { t, goalTitle }: Telling): string {
  if (parentId === null) return t.goal.told.toTop
  const title = goalTitle(String(parentId))
  return title ? t.goal.told.under(title) : t.goal.told.elsewhere
}

function wishesTold(changes: Fields, telling: Telling): string[] {
  const { wished, names } = telling.t.goal.told
  return Object.entries(changes).flatMap(([name, value]) =>
    name in names ? [wished(names[name as keyof typeof names], shownOf(name, value, telling))] : [],
  )
}
