import { PRESENCE_GONE_SECONDS } from '@klankbord/shared/live'
import type { PresenceRow } from '../db/act-rows.ts'

interface Looking {
  organisationId: string
  id: string
  people: { id: string; name: string }[]
}

/** Who looks at what, as far as this process has heard. */
export function createPresences() {
  const items = new Map<string, { organisationId: string; people: Map<string, { name: string; seenAt: number }> }>()

  const present = (id: string): Looking => {
    const { organisationId, people } = items.get(id) ?? { organisationId: '', people: new Map<string, { name: string }>() }
    return { organisationId, id, people: [...people].map(([id, { name }]) => ({ id, name })) }
  }

  /** True when somebody came or left. */
  function take({ organisationId, feedbackItemId, memberId, name, seenAt, leftAt }: PresenceRow, gone: number): boolean {
    const item = items.get(feedbackItemId) ?? { organisationId, people: new Map() }
    const before = item.people.get(memberId)
    const at = Date.parse(seenAt)
    if (leftAt !== null || at <= gone) return at >= (before?.seenAt ?? 0) && item.people.delete(memberId)
    items.set(feedbackItemId, item)
    item.people.set(memberId, { name, seenAt: Math.max(at, before?.seenAt ?? 0) })
    return before === undefined
  }

  return {
    /** Takes what was heard; answers with the items at which it is now somebody else who looks. */
    take(rows: readonly PresenceRow[], now: Date): Looking[] {
      const gone = now.getTime() - PRESENCE_GONE_SECONDS * 1000
      const moved = new Set(rows.filter((row) => take(row, gone)).map(({ feedbackItemId }) => feedbackItemId))
      for (const [id, { people }] of items) for (const [memberId, { seenAt }] of people) if (seenAt <= gone && people.delete(memberId)) moved.add(id)
      const told = [...moved].map(present)
      for (const [id, { people }] of items) if (people.size === 0) items.delete(id)
      return told
    },
    of: (organisationId: string): Looking[] => [...items].flatMap(([id, item]) => (item.organisationId === organisationId ? [present(id)] : [])),
  }
}
