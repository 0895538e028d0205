/** A team as a place in the tree. */
export interface Place {
  id: string
  level: string
  parentId: string | null
}

/** A goal that is agreed and has not ended. */
export interface Link {
  id: string
  teamId: string
  parentId: string | null
}

/** The teams at the top: those of the level organisation, or where there is none, those without a parent. */
export function topOf(places: readonly Place[]): Set<string> {
  const organisations = places.filter(({ level }) => level === 'organisation')
  const top = organisations.length > 0 ? organisations : places.filter(({ parentId }) => parentId === null)
  return new Set(top.map(({ id }) => id))
}

/** The goals from which an unbroken chain leads to a goal of the top; goals that go round in a circle lead nowhere. */
export function reachingTop(links: readonly Link[], top: ReadonlySet<string>): Set<string> {
  const byId = new Map(links.map((link) => [link.id, link]))
  const known = new Map<string, boolean>()
  for (const link of links) {
    const chain: string[] = []
    let at: Link | undefined = link
    let reaches: boolean | undefined
    while (reaches === undefined) {
      if (!at) reaches = false
      else if (known.has(at.id)) reaches = known.get(at.id)
      else {
        // Until its end is known it leads nowhere, so that a circle ends where it began.
        known.set(at.id, false)
        chain.push(at.id)
        if (top.has(at.teamId)) reaches = true
        else at = at.parentId === null ? undefined : byId.get(at.parentId)
      }
    }
    for (const id of chain) known.set(id, reaches)
  }
  return new Set([...known].filter(([, reaches]) => reaches).map(([id]) => id))
}

/** Each team with all above it, nearest first, itself included. */
export function linesOf(places: readonly Place[]): Map<string, string[]> {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]))
  const lines = new Map<string, string[]>()
  const lineOf = (id: string): string[] => {
    const known = lines.get(id)
    if (known) return known
    lines.set(id, [id])
    const parentId = parents.get(id)
    const line = parentId != null && parents.has(parentId) ? [id, ...lineOf(parentId)] : [id]
    lines.set(id, line)
    return line
  }
  for (const { id } of places) lineOf(id)
  return lines
}
