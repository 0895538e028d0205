import { describe, expect, test } from 'vitest'
import { outcomes } from './noorderwiel/outcomes.ts'
import { type Step, writePlot } from './plot.ts'
import { readVoices } from './read-voices.ts'
import { script } from './script.ts'

const voices = script.flatMap(readVoices)
const ofColleagues = new Set(['route', 'spam', 'reply', 'begin', 'plan', 'publish'])

describe('the script', () => {
  test('holds 300 things that people said, no two alike, about a third of them in English', () => {
    expect(voices).toHaveLength(300)
    expect(new Set(voices.map(({ message }) => message)).size).toBe(300)
    const english = voices.filter(({ language }) => language === 'en').length
    expect(english).toBeGreaterThan(80)
    expect(english).toBeLessThan(105)
    for (const kind of ['compliment', 'complaint', 'idea', 'question'])
      expect(voices.filter((voice) => voice.kind === kind).length, kind).toBeGreaterThan(40)
  })

  test('answers nothing before it was said, and speaks only of outcomes that there are', () => {
    for (const { outcome: key, daysAgo, message } of voices) {
      if (key === undefined) continue
      const outcome = outcomes.find((one) => one.key === key)
      // A weekend can put a publication two days later, never earlier.
      expect(outcome && daysAgo > outcome.published, message).toBe(true)
    }
    for (const { key, isDraft } of outcomes) expect(isDraft || voices.some(({ outcome }) => outcome === key), key).toBe(true)
  })

  test('refuses a line that it does not understand', () => {
    expect(() => readVoices({ goal: null, said: '12 complaint nl Vergeten streep' })).toThrow('can’t be read')
    expect(() => readVoices({ goal: null, said: '12 rant nl | Welke soort?' })).toThrow('unknown kind')
  })
})

describe.each([
  ['on a Tuesday afternoon', '2026-06-02T13:00:00Z'],
  ['on a Sunday night', '2026-11-29T02:10:00Z'],
  ['on a Monday before work', '2026-03-02T05:00:00Z'],
  ['on a Saturday evening', '2027-01-02T21:30:00Z'],
  ['on the first of a month', '2026-04-01T00:01:00Z'],
])('the six months, asked %s', (_, time) => {
  const now = new Date(time)
  const steps = writePlot(now)

  test('are over, in their order, and hold everything that was said', () => {
    expect(steps.at(-1)?.at.getTime()).toBeLessThan(now.getTime())
    for (const [i, step] of steps.entries()) expect(step.at.getTime()).toBeGreaterThanOrEqual(steps[i - 1]?.at.getTime() ?? 0)
    expect(steps.filter(({ does }) => does === 'submit')).toHaveLength(300)
    expect(steps.filter(({ does }) => does === 'publish')).toHaveLength(outcomes.length)
  })

  test('let colleagues work on weekdays and in the daytime only', () => {
    for (const { does, at } of steps) {
      if (!ofColleagues.has(does)) continue
      expect([1, 2, 3, 4, 5], `${does} ${at.toISOString()}`).toContain(at.getUTCDay())
      expect(at.getUTCHours(), `${does} ${at.toISOString()}`).toBeGreaterThanOrEqual(7)
      expect(at.getUTCHours(), `${does} ${at.toISOString()}`).toBeLessThan(16)
    }
  })

  test('let everything happen to an item after it was said, and the reaction after the outcome', () => {
    const at = new Map<unknown, Date>()
    const publishedAt = (key: string | undefined) => steps.find((step) => step.does === 'publish' && step.outcome.key === key)?.at
    for (const step of steps) {
      if (step.does === 'submit') at.set(step.voice, step.at)
      if (!('voice' in step) || step.does === 'submit') continue
      expect(at.get(step.voice)?.getTime(), step.voice.message).toBeLessThan(step.at.getTime())
      const published = publishedAt(step.voice.outcome)?.getTime() ?? Number.POSITIVE_INFINITY
      const isAfter = step.does === 'react' || step.does === 'see'
      expect(isAfter ? published < step.at.getTime() : step.at.getTime() < published, `${step.does} ${step.voice.message}`).toBe(true)
    }
  })

  test('are the same six months each time', () => {
    const shape = (plot: Step[]) => plot.map(({ does, at }) => `${at.toISOString()} ${does}`)
    expect(shape(writePlot(now))).toEqual(shape(steps))
  })
})
