import { LEAST_ANSWERS, type PulseHidden } from '@klankbord/shared/pulses'

export interface Group {
  id: string
  /** Null for the one that all others are below. */
  parentId: string | null
  /** Colleagues, or answers, of this very group: those of the groups below it are not among them. */
  own: number
}

export interface Choice {
  /** Why a group stays hidden; null where it is shown. */
  hidden: Map<string, PulseHidden | null>
  /** The nearest shown group of each, itself or above it; null where nothing is shown. */
  countedIn: Map<string, string | null>
}

/**
 * Which groups are shown, so that nothing about fewer than `least` can be read or worked out. Shown groups lie inside one another or apart, so whatever can be made of them by
 * adding and subtracting consists of rests: a shown group without the shown groups in it. Each rest is kept at nobody, or at `least` or more.
 * Groups are tried level by level from the top, the largest of a level first and then by id, so that the same counts always give the same choice.
 */
export function chooseGroups(groups: readonly Group[], least = LEAST_ANSWERS): Choice {
  const below = childrenOf(groups)
  const totals = totalsOf(below)
  const hidden: Choice['hidden'] = new Map()
  const countedIn: Choice['countedIn'] = new Map()
  const rests = new Map<string | null, number>()
  let level = below.get(null) ?? []
  while (level.length > 0) {
    const ordered = level.toSorted((a, b) => totalOf(totals, b) - totalOf(totals, a) || (a.id < b.id ? -1 : 1))
    for (const { id, parentId } of ordered) {
      const above = parentId === null ? null : (countedIn.get(parentId) ?? null)
      const total = totals.get(id) ?? 0
      const rest = above === null ? 0 : (rests.get(above) ?? 0) - total
      const why = total < least ? 'few' : rest !== 0 && rest < least ? 'subtract' : null
      hidden.set(id, why)
      countedIn.set(id, why === null ? id : above)
      if (why !== null) continue
      rests.set(above, rest)
      rests.set(id, total)
    }
    level = ordered.flatMap(({ id }) => below.get(id) ?? [])
  }
  return { hidden, countedIn }
}

type Below = Map<string | null, Group[]>

function childrenOf(groups: readonly Group[]): Below {
  const below: Below = new Map()
  for (const group of groups) {
    const siblings = below.get(group.parentId)
    if (siblings) siblings.push(group)
    else below.set(group.parentId, [group])
  }
  return below
}

const totalOf = (totals: Map<string, number>, { id }: Group) => totals.get(id) ?? 0

/** Of each group with all below it. Deep trees are walked without recursion. */
function totalsOf(below: Below): Map<string, number> {
  const ordered = [...(below.get(null) ?? [])]
  for (let i = 0; i < ordered.length; i++) ordered.push(...(below.get(ordered[i]?.id ?? null) ?? []))
  const totals = new Map<string, number>()
  for (const { id, own } of ordered.reverse())
    totals.set(
      id,
      (below.get(id) ?? []).reduce((sum, child) => sum + totalOf(totals, child), own),
    )
  return totals
}
