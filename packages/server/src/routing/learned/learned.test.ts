import { describe, expect, test } from 'vitest'
import { backtest } from './backtest.ts'
import { learn } from './learn.ts'
import type { Example, LearnableGoal } from './model.ts'
import { MODEL_VERSION, pack, unpack } from './pack.ts'
import { seeded } from './seeded.ts'
import { suggest } from './suggest.ts'
import { train } from './train.ts'
import { twins } from './twins.ts'

const goals: LearnableGoal[] = [
  { id: 'parking', texts: ['Parkeren bij de ingang', 'Alles over de parkeerplaats, de slagboom en de laadpalen'] },
  { id: 'coffee', texts: ['Koffie en lunch', 'De kantine, de koffieautomaat en het eten'] },
  { id: 'invoices', texts: ['Facturen kloppen', 'Invoices, payments and refunds'] },
  { id: 'silent', texts: [] },
]

const words: Record<string, string[]> = {
  parking: ['slagboom', 'parkeerplaats', 'laadpaal', 'auto', 'garage', 'parkeerkaart'],
  coffee: ['koffie', 'lunch', 'broodje', 'kantine', 'automaat', 'soep'],
  invoices: ['factuur', 'betaling', 'rekening', 'incasso', 'bedrag', 'creditnota'],
}
const around = [
  'gisteren was de',
  'waarom is mijn',
  'ik vind de',
  'jullie moeten eens kijken naar de',
  'kan iemand helpen met de',
  'alweer een kapotte',
]

/** Items such as customers write, the same ones each time. */
function items(count: number): Example[] {
  const random = seeded(11)
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string
  const ids = Object.keys(words)
  return Array.from({ length: count }, (_, i) => {
    const goalId = ids[i % ids.length] as string
    return { id: `item${i}`, goalId, text: `${one(around)} ${one(words[goalId]!)} en de ${one(words[goalId]!)}` }
  })
}

const model = train({ examples: items(60), goals })

describe('on the first day, without one decision', () => {
  const fresh = train({ examples: [], goals })

  test('a text goes by what goals say of themselves, and by no goal that says nothing', () => {
    const { candidates } = suggest(fresh, 'De slagboom ging niet open')
    expect(candidates[0]).toMatchObject({ goalId: 'parking', words: expect.arrayContaining(['slagboom']) })
    expect(candidates.map(({ goalId }) => goalId)).not.toContain('silent')
  })

  test('with no goal at all everything is unknown', () => {
    expect(suggest(train({ examples: [], goals: [] }), 'De slagboom')).toEqual({ candidates: [], isUnknown: true, similar: [] })
  })
})

describe('a suggestion', () => {
  test('names the goal, how sure it is, the words that spoke for it as the customer wrote them, and similar items', () => {
    const { candidates, isUnknown, similar } = suggest(model, 'Waarom is mijn Laadpaal en de garage dicht?')
    expect(candidates[0]).toMatchObject({ goalId: 'parking', words: expect.arrayContaining(['Laadpaal', 'garage']) })
    expect(candidates[0]!.confidence).toBeGreaterThan(0.6)
    expect(isUnknown).toBe(false)
    expect(similar.map(({ goalId }) => goalId)).toContain('parking')
    expect(candidates.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1.000001)
  })

  test('an accent, a capital or a look-alike letter makes no difference', () => {
    const plain = suggest(model, 'de parkeerkaart en de garage').candidates.map(({ goalId, confidence }) => ({ goalId, confidence }))
    for (const other of ['DE PARKEERKAART EN DE GARAGE', 'dé parkéerkaart ën de garâge', 'de parkeer\u200bkaart en de ｇａｒａｇｅ']) {
      expect(suggest(model, other).candidates.map(({ goalId, confidence }) => ({ goalId, confidence }))).toEqual(plain)
    }
  })

  test('below the threshold that was asked for it is unknown', () => {
    const text = 'de koffie'
    const { confidence } = suggest(model, text).candidates[0]!
    expect(suggest(model, text, { threshold: confidence - 0.01 }).isUnknown).toBe(false)
    expect(suggest(model, text, { threshold: confidence + 0.01 }).isUnknown).toBe(true)
  })

  test('a goal that has ended is not suggested, and its items do not go confidently elsewhere', () => {
    const { candidates, isUnknown } = suggest(model, 'De koffie en de lunch in de kantine', { isOpen: (id) => id !== 'coffee' })
    expect(candidates.map(({ goalId }) => goalId)).not.toContain('coffee')
    expect(isUnknown).toBe(true)
  })

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['one letter for 5,000 characters', 'a'.repeat(5000)],
    ['5,000 words of one letter', 'a '.repeat(2500)],
    ['letters under heaps of marks', 'z\u0300\u0301\u0302\u0489\u0353'.repeat(800)],
    ['overrides of direction', '\u202e\u202d\u2066\u2069'],
    ['only emoji', '😀🎉👩‍👩‍👧'],
    ['half an emoji', '\ud83d \ude00'],
    ['another script', '駐車場のゲートが開きません'],
    ['no words', '.,;:!!! --- ///'],
  ])('of %s is sane and quick', (_, text) => {
    const began = process.cpuUsage()
    const { candidates, isUnknown } = suggest(model, text)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(150)
    expect(isUnknown).toBe(true)
    for (const { confidence } of candidates) expect(confidence >= 0 && confidence <= 1).toBe(true)
  })
})

test('what no goal is about is unknown, though the customer asks for it as for everything else', () => {
  const isAbout = ({ goalId }: { goalId: string }) => goalId !== 'invoices'
  const without = train({ examples: items(120).filter(isAbout), goals: goals.filter(({ id }) => id !== 'invoices') })
  const sure = (isIn: boolean) =>
    items(240)
      .filter((item) => isAbout(item) === isIn)
      .map(({ text }) => suggest(without, text).candidates[0]!.confidence)
  expect(Math.min(...sure(true))).toBeGreaterThan(Math.max(...sure(false)) + 0.25)
})

describe('a correction', () => {
  test('shows in the next similar text at once, also for a goal that nothing was known of', () => {
    const learning = train({ examples: items(60), goals })
    expect(learn(learning, { id: 'new', text: 'De lift naar de derde verdieping is stuk', goalId: 'silent' })).toBe(true)
    const { candidates, similar } = suggest(learning, 'lift op de derde verdieping stuk')
    expect(candidates[0]!.goalId).toBe('silent')
    expect(similar[0]).toMatchObject({ id: 'new', goalId: 'silent' })
    expect(suggest(learning, 'De slagboom en de laadpaal').candidates[0]!.goalId).toBe('parking')
  })

  test('moves a text that the model was sure of', () => {
    const learning = train({ examples: items(60), goals })
    const text = 'de koffie en de automaat'
    expect(suggest(learning, text).candidates[0]!.goalId).toBe('coffee')
    learn(learning, { text, goalId: 'invoices' })
    expect(suggest(learning, text).candidates[0]!.goalId).toBe('invoices')
  })

  test('of a text of which only a part is weighed shows as well', () => {
    const learning = train({ examples: items(60), goals })
    const long = items(60).map(({ text }) => text)
    const text = [...long, 'de lift naar de derde verdieping is stuk'].join(' ')
    learn(learning, { text, goalId: 'silent' })
    expect(suggest(learning, text).candidates[0]!.goalId).toBe('silent')
  })

  test('for a goal that the model does not have is refused', () => {
    expect(learn(train({ examples: items(9), goals }), { text: 'iets', goalId: 'later' })).toBe(false)
  })
})

describe('a packed model', () => {
  test('says the same when it is unpacked, and goes on learning', () => {
    const again = unpack(pack(model))!
    for (const { text } of items(30)) {
      const [ours, theirs] = [suggest(again, text), suggest(model, text)]
      expect(ours.candidates[0]!.goalId).toBe(theirs.candidates[0]!.goalId)
      expect(ours.candidates[0]!.confidence).toBeCloseTo(theirs.candidates[0]!.confidence, 1)
      expect(ours.similar).toEqual(theirs.similar)
    }
    learn(again, { text: 'De lift is stuk', goalId: 'silent' })
    expect(suggest(again, 'de lift is weer stuk').candidates[0]!.goalId).toBe('silent')
  })

  test('keeps what was corrected since it was trained', () => {
    const corrected = train({ examples: items(60), goals })
    learn(corrected, { id: 'lift', text: 'De lift naar de derde verdieping is stuk', goalId: 'silent' })
    learn(corrected, { text: 'de koffie en de automaat', goalId: 'invoices' })
    const again = unpack(pack(corrected))!
    expect(suggest(again, 'de koffie en de automaat').candidates[0]!.goalId).toBe('invoices')
    const { candidates, similar } = suggest(again, 'lift op de derde verdieping stuk')
    expect(candidates[0]).toMatchObject({ goalId: 'silent', words: expect.arrayContaining(['lift', 'verdieping']) })
    expect(similar[0]!.id).toBe('lift')
  })

  test('of another version, cut off or of other bytes is not read', () => {
    const bytes = pack(model)
    const other = new TextDecoder('latin1').decode(bytes).replace(`"version":${MODEL_VERSION}`, `"version":${MODEL_VERSION + 1}`)
    expect(unpack(Uint8Array.from(other, (char) => char.charCodeAt(0)))).toBeUndefined()
    expect(unpack(bytes.slice(0, bytes.length - 10))).toBeUndefined()
    expect(unpack(new Uint8Array([1, 2, 3]))).toBeUndefined()
  })

  test('is the same for the same decisions', () => {
    expect(Buffer.from(pack(train({ examples: items(30), goals }))).equals(Buffer.from(pack(train({ examples: items(30), goals }))))).toBe(true)
  })
})

test('texts that nobody decided about teach which words go together', () => {
  const few = [
    { text: 'mijn factuur', goalId: 'invoices' },
    { text: 'de soep', goalId: 'coffee' },
  ]
  const unlabelled = Array.from({ length: 30 }, (_, i) => (i % 2 ? 'mijn factuur en de kwitantie' : 'de soep en de pollepel'))
  const taught = train({ examples: few, goals, unlabelled })
  expect(suggest(taught, 'kwitantie').candidates[0]!.goalId).toBe('invoices')
  expect(suggest(taught, 'pollepel').candidates[0]!.goalId).toBe('coffee')
})

test('looking back, each item is judged by a model that knows only what came before it', () => {
  const { curve, perGoal, decisions } = backtest(items(60), goals)
  expect(decisions).toHaveLength(48)
  expect(curve[0]).toMatchObject({ threshold: 0, share: 1 })
  expect(curve.every(({ share }, i) => i === 0 || share <= curve[i - 1]!.share)).toBe(true)
  expect(perGoal.map(({ goalId }) => goalId).sort()).toEqual(['coffee', 'invoices', 'parking'])
  const swapped = items(60).map((item, i) => (i < 30 ? item : { ...item, goalId: 'silent' }))
  expect(backtest(swapped, goals).curve[0]!.right).toBeLessThan(curve[0]!.right)
})

test('goals that can not be told apart are found, by their texts or by their items', () => {
  const alike: LearnableGoal[] = [
    ...goals,
    { id: 'parking again', texts: ['Parkeren bij de ingang', 'Alles over de parkeerplaats, de slagboom en de laadpaal'] },
  ]
  const byTexts = twins(train({ examples: items(30), goals: alike }), alike)
  expect(byTexts.map(({ goalIds }) => goalIds)).toEqual([['parking', 'parking again']])
  let turn = 0
  const mixed = items(90).map((item) => (item.goalId === 'coffee' && turn++ % 2 ? { ...item, goalId: 'silent' } : item))
  const byItems = twins(train({ examples: mixed, goals }), goals)
  expect(byItems.map(({ goalIds }) => goalIds)).toEqual([['coffee', 'silent']])
  expect(twins(model, goals)).toEqual([])
})
