import { plainWords, stemOf } from './plain-words.ts'
import { emptyWords } from './texts/empty-words.ts'

/** Items that seem to be about one thing. */
export interface Group {
  /** In the words of its items, those that tell most first. */
  name: string
  words: string[]
  /** The one that is most like the others first. */
  ids: string[]
}

interface Item {
  id: string
  text: string
}

interface Node {
  ids: string[]
  /** Words as written, in order, each with its stem. */
  words: { word: string; stem: string }[]
  /** The weight of each of its stems; their squares sum to one. */
  weights: Map<string, number>
}

/** How alike two items must be to be about one thing. */
const ALIKE = 0.3
const FEWEST = 2
const MOST_WORDS = 120
/** Of each item only its rarest stems lead to others, and each to so many: enough to find what is alike, in bounded time. */
const LEADING = 12
const LED_TO = 1000
const NAMED = 3

/**
 * Groups of items that share words which are rare among them, largest first; the same items give the same groups. Items in no group are about something of their own.
 * A second of work for a few thousand items at most.
 */
export function groupsOf(items: readonly Item[]): Group[] {
  const nodes = nodesOf(items)
  const frequency = frequenciesOf(nodes)
  for (const node of nodes) weigh(node, frequency, items.length)
  const near = neighboursOf(nodes, frequency)
  const size = (at: number) => (nodes[at] as Node).ids.length
  const reach = near.map((others, at) => others.at.reduce((sum, other) => sum + size(other), size(at)))
  const order = nodes.map((_, at) => at).sort((a, b) => (reach[b] as number) - (reach[a] as number) || a - b)
  const taken = new Set<number>()
  const groups: { group: Group; size: number }[] = []
  for (const leader of order) {
    if (taken.has(leader)) continue
    const { at, weights } = near[leader] as Places
    const others = at.map((other, i) => ({ other, likeness: weights[i] as number })).filter(({ other }) => !taken.has(other))
    others.sort((a, b) => b.likeness - a.likeness || a.other - b.other)
    const members = [leader, ...others.map(({ other }) => other)]
    const ids = members.flatMap((at) => (nodes[at] as Node).ids)
    if (ids.length < FEWEST) continue
    for (const at of members) taken.add(at)
    groups.push({ group: { ...nameOf(members.map((at) => nodes[at] as Node)), ids }, size: ids.length })
  }
  return groups.sort((a, b) => b.size - a.size).map(({ group }) => group)
}

/** Items that say the same count as one place, however many there are. */
function nodesOf(items: readonly Item[]): Node[] {
  const nodes = new Map<string, Node>()
  for (const { id, text } of items) {
    const words = plainWords(text)
      .slice(0, MOST_WORDS)
      .filter((word) => (word.length > 2 || /[^a-z0-9]/.test(word)) && !emptyWords.has(word))
      .map((word) => ({ word, stem: stemOf(word) }))
    if (words.length === 0) continue
    const key = [...new Set(words.map(({ stem }) => stem))].sort().join(' ')
    const known = nodes.get(key)
    if (known) known.ids.push(id)
    else nodes.set(key, { ids: [id], words, weights: new Map() })
  }
  return [...nodes.values()]
}

function frequenciesOf(nodes: readonly Node[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const { words, ids } of nodes)
    for (const stem of new Set(words.map(({ stem }) => stem))) frequency.set(stem, (frequency.get(stem) ?? 0) + ids.length)
  return frequency
}

function weigh({ words, weights }: Node, frequency: Map<string, number>, all: number) {
  for (const { stem } of words) {
    const found = frequency.get(stem) as number
    // What nobody else says makes an item hardly less like others.
    weights.set(stem, found === 1 ? 1 : 1 + Math.log(all / found))
  }
  const length = Math.hypot(...weights.values())
  for (const [stem, weight] of weights) weights.set(stem, weight / length)
}

interface Places {
  at: number[]
  weights: number[]
}

/** For each place those that are alike to it, and how much. */
function neighboursOf(nodes: readonly Node[], frequency: Map<string, number>): Places[] {
  const places = placesOf(nodes)
  const both = new Float64Array(nodes.length)
  return nodes.map(({ weights }, at) => {
    const touched: number[] = []
    for (const stem of leading(weights, frequency)) {
      const weight = weights.get(stem) as number
      const listed = places.get(stem) as Places
      for (let i = 0; i < listed.at.length; i++) {
        const other = listed.at[i] as number
        if (both[other] === 0) touched.push(other)
        both[other] = (both[other] as number) + weight * (listed.weights[i] as number)
      }
    }
    const near: Places = { at: [], weights: [] }
    for (const other of touched) {
      const likeness = both[other] as number
      both[other] = 0
      if (other === at || likeness < ALIKE) continue
      near.at.push(other)
      near.weights.push(likeness)
    }
    return near
  })
}

function placesOf(nodes: readonly Node[]): Map<string, Places> {
  const places = new Map<string, Places>()
  for (const [at, { weights }] of nodes.entries())
    for (const [stem, weight] of weights) {
      const listed = places.get(stem) ?? { at: [], weights: [] }
      if (listed.at.length >= LED_TO) continue
      listed.at.push(at)
      listed.weights.push(weight)
      places.set(stem, listed)
    }
  return places
}

const leading = (weights: Map<string, number>, frequency: Map<string, number>) =>
  [...weights.keys()]
    .filter((stem) => (frequency.get(stem) as number) > 1)
    .sort((a, b) => (frequency.get(a) as number) - (frequency.get(b) as number) || (a < b ? -1 : 1))
    .slice(0, LEADING)

/** The words that most of the members share, as they are mostly written. */
function nameOf(members: readonly Node[]): Pick<Group, 'name' | 'words'> {
  const told = new Map<string, { weight: number; spellings: Map<string, number> }>()
  for (const { words, weights, ids } of members) {
    const counted = new Set<string>()
    for (const { word, stem } of words) {
      const one = told.get(stem) ?? { weight: 0, spellings: new Map() }
      if (!counted.has(stem)) one.weight += (weights.get(stem) as number) * ids.length
      one.spellings.set(word, (one.spellings.get(word) ?? 0) + ids.length)
      counted.add(stem)
      told.set(stem, one)
    }
  }
  const best = [...told].sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1)).slice(0, 5)
  const words = best.map(([, { spellings }]) => ([...spellings].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0] as [string, number])[0])
  const least = (best[0]?.[1].weight ?? 0) / 3
  const named = words.filter((_, i) => (best[i] as (typeof best)[number])[1].weight >= least).slice(0, NAMED)
  return { name: named.join(', '), words }
}
