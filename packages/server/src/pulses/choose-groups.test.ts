import { expect, test } from 'vitest'
import { chooseGroups, type Group } from './choose-groups.ts'

/** The same numbers for the same seed, so that a failure can be repeated. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A tree of at most twelve groups, most of them small, since those are the ones that must be hidden. */
function randomTree(seed: number): Group[] {
  const upTo = chance(seed)
  const most = [4, 6, 9, 20][seed % 4] ?? 4
  return Array.from({ length: 1 + upTo(12) }, (_, i) => ({ id: `g${i}`, parentId: i === 0 ? null : `g${upTo(i)}`, own: upTo(most + 1) }))
}

/** Everyone in the groups, each as `group#number`. */
function membersOf(groups: Group[]): Map<string, Set<string>> {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  const inside = new Map<string, Set<string>>(groups.map(({ id }) => [id, new Set()]))
  for (const { id, own } of groups)
    for (let i = 0; i < own; i++) for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) inside.get(at)?.add(`${id}#${i}`)
  return inside
}

const shownOf = (groups: Group[]) => [...chooseGroups(groups).hidden].filter(([, why]) => why === null).map(([id]) => id)

/** Each set of people that is told apart by the shown groups: who is in exactly the same ones. Whatever can be worked out is made of these. */
function told(groups: Group[]): number[] {
  const shown = shownOf(groups)
  const inside = membersOf(groups)
  const apart = new Map<string, number>()
  for (const person of new Set([...inside.values()].flatMap((people) => [...people]))) {
    const where = shown.filter((id) => inside.get(id)?.has(person)).join()
    if (where !== '') apart.set(where, (apart.get(where) ?? 0) + 1)
  }
  return [...apart.values()]
}

test('nothing about fewer than five can be made of what is shown, by whatever adding and subtracting', () => {
  for (let seed = 1; seed <= 20_000; seed++) {
    const groups = randomTree(seed)
    for (const people of told(groups)) expect(people, `seed ${seed}`).toBeGreaterThanOrEqual(5)
  }
})

test('of any two shown groups, what both have, what one has more, and both together are five or more, or nobody', () => {
  for (let seed = 1; seed <= 3_000; seed++) {
    const groups = randomTree(seed)
    const inside = membersOf(groups)
    const shown = shownOf(groups).map((id) => inside.get(id) ?? new Set<string>())
    for (const a of shown)
      for (const b of shown) {
        const both = [...a].filter((person) => b.has(person)).length
        for (const size of [both, a.size - both, b.size - both, a.size + b.size - both]) expect(size === 0 || size >= 5, `seed ${seed}`).toBe(true)
      }
  }
})

test('groups that are shown together may be subtracted from the one above: what is left is five or more, or nobody', () => {
  for (let seed = 1; seed <= 3_000; seed++) {
    const groups = randomTree(seed)
    const shown = shownOf(groups)
    const inside = membersOf(groups)
    for (const whole of shown) {
      const parts = shown.filter((id) => id !== whole && [...(inside.get(id) ?? [])].every((person) => inside.get(whole)?.has(person)))
      // Every combination of parts, where they are few enough to try.
      for (let pick = 0; pick < 2 ** Math.min(parts.length, 8); pick++) {
        const taken = new Set(parts.filter((_, i) => pick & (1 << i)).flatMap((id) => [...(inside.get(id) ?? [])]))
        const left = (inside.get(whole)?.size ?? 0) - [...taken].filter((person) => inside.get(whole)?.has(person)).length
        expect(left === 0 || left >= 5, `seed ${seed}`).toBe(true)
      }
    }
  }
})

test('everyone is counted in the nearest shown group, and the same counts give the same choice in any order', () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const groups = randomTree(seed)
    const { hidden, countedIn } = chooseGroups(groups)
    for (const place of countedIn.values()) if (place !== null) expect(hidden.get(place)).toBeNull()
    const turned = chooseGroups(groups.toReversed())
    expect([...turned.hidden].sort()).toEqual([...hidden].sort())
    expect([...turned.countedIn].sort()).toEqual([...countedIn].sort())
  }
})

const tree = (counts: Record<string, number>): Group[] =>
  Object.entries(counts).map(([path, own]) => ({ id: path, parentId: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null, own }))
const why = (counts: Record<string, number>) => Object.fromEntries(chooseGroups(tree(counts)).hidden)

test.each([
  ['fewer than five in all show nothing', { all: 4 }, { all: 'few' }],
  [
    'a team of four is hidden, and its sister too, or it could be subtracted',
    { all: 0, 'all/a': 8, 'all/b': 4 },
    { all: null, 'all/a': 'subtract', 'all/b': 'few' },
  ],
  [
    'with four beside the teams, one of the teams stays hidden',
    { all: 4, 'all/a': 9, 'all/b': 5 },
    { all: null, 'all/a': null, 'all/b': 'subtract' },
  ],
  ['two small teams hide each other', { all: 0, 'all/a': 8, 'all/b': 3, 'all/c': 3 }, { all: null, 'all/a': null, 'all/b': 'few', 'all/c': 'few' }],
  [
    'a department that is hidden does not hide its teams',
    { all: 3, 'all/d': 0, 'all/d/x': 20, 'all/d/y': 20 },
    { all: null, 'all/d': 'subtract', 'all/d/x': null, 'all/d/y': 'subtract' },
  ],
  ['nobody left over hides nothing', { all: 0, 'all/a': 5, 'all/b': 5 }, { all: null, 'all/a': null, 'all/b': null }],
] as const)('%s', (_, counts, hidden) => {
  expect(why(counts)).toEqual(hidden)
})

test('five thousand teams below one another are no trouble', () => {
  const deep = Array.from({ length: 5_000 }, (_, i) => ({ id: `g${i}`, parentId: i === 0 ? null : `g${i - 1}`, own: 5 }))
  expect(shownOf(deep)).toHaveLength(5_000)
})
