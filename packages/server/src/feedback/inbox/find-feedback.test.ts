import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { FeedbackQuery, feedbackSorts } from '@klankbord/shared/finding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { givenSaid, type Said } from '../../../test/said.ts'
import { newId } from '../../db/ids.ts'
import { stemsIn } from '../../db/stems.ts'
import { listFeedback } from './read-feedback.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let other: { teamId: string; goalId: string; siteId: string }
  const all: (Said & { id: string })[] = []

  const texts = [
    'Mijn fietsen hebben lekke banden',
    'De lekke band van mijn fiets',
    'Het café bij de winkel is dicht',
    'The delivery was late, two complaints already',
    'Complaint about deliveries',
    'De huizen en de remmen 😀 piepen',
  ]

  beforeAll(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    const mine = h.deps.db.within(given.scope)
    other = { teamId: newId(), goalId: newId(), siteId: given.siteId }
    const createdAt = h.deps.clock().toISOString()
    await mine.insertInto('teams', { id: other.teamId, name: 'De Balie', level: 'team', parentId: null, createdAt }).execute()
    const goal = { title: 'Snel antwoord', why: null, memberId: null, parentId: null, replyWithinDays: 3, intake: null, public: 'true', createdAt }
    await mine.insertInto('goals', { ...goal, id: other.goalId, teamId: other.teamId }).execute()
    const pick = <One>(of: readonly One[], i: number) => of[i % of.length] as One
    for (let i = 0; i < 60; i++) {
      const message = pick(texts, i)
      all.push({
        ...{
          id: newId(),
          message,
          stems: stemsIn(message),
          kind: pick(['complaint', 'idea', 'question'], i),
          locale: pick(['nl', 'nl-BE', 'en', null], i),
        },
        ...{
          status: pick(['received', 'routed', 'answered', 'reopened', 'spam', 'in_progress', 'merged'], i),
          goalId: pick([given.goalId, other.goalId, null], i >> 1),
        },
        ...{ ratingScale: i % 4 ? pick(['csat', 'nps', 'ces'], i) : null, ratingValue: i % 4 ? 1 + (i % 5) : null },
        ...{ submittedAt: new Date(Date.UTC(2026, 1, 1 + (i % 20), 12, i)).toISOString() },
        ...{ replyBy: i % 5 ? new Date(Date.UTC(2026, 1, 20 + (i % 15), 16)).toISOString() : null, repliedAt: i % 6 ? null : createdAt },
        ...{ priority: i % 9 === 0 ? 'high' : null, flaggedAt: i % 7 === 0 ? createdAt : null, askedAt: i % 11 === 0 ? createdAt : null },
        ...{
          erasedAt: i === 13 ? createdAt : null,
          similarCount: pick([null, 0, 3, 12], i),
          attributes: JSON.stringify({ plan: pick(['pro', 'basis: oud'], i) }),
        },
        ...(i % 3 === 0 && { email: `klant${i}@example.nl` }),
      })
    }
    await givenSaid(h.deps, given, ...all)
  })
  afterAll(() => h.close())

  const pages = async (query: object, { limit = 7, scope = given.scope } = {}): Promise<FeedbackListItem[]> => {
    const items: FeedbackListItem[] = []
    for (let cursor: string | undefined, turns = 0; turns < 50; turns++) {
      const page = await listFeedback(h.deps, scope, FeedbackQuery.parse({ ...query, limit, cursor }))
      items.push(...page.items)
      if (page.next === null) return items
      cursor = page.next
    }
    throw new Error('The list does not end')
  }
  const ids = (items: { id: string }[]) => items.map(({ id }) => id).sort()
  const those = (wanted: (item: (typeof all)[number]) => boolean, spam = false) =>
    ids(all.filter((item) => wanted(item) && item.erasedAt === null && (spam || item.status !== 'spam')))

  const isOpen = ({ status = '' }: Said) => ['received', 'routed', 'in_progress', 'reopened'].includes(status)
  const waits = (item: Said) => isOpen(item) && item.repliedAt === null && item.replyBy !== null
  const NOW = () => h.deps.clock().toISOString()
  const filters: [object, (item: (typeof all)[number]) => boolean, boolean?][] = [
    [{}, () => true],
    [{ status: 'spam,merged' }, ({ status = '' }) => ['spam', 'merged'].includes(status), true],
    [{ kind: 'idea' }, ({ kind }) => kind === 'idea'],
    [{ goalId: 'none', status: 'received' }, ({ goalId, status }) => goalId === null && status === 'received'],
    [{ teamId: 'mine' }, ({ goalId }) => goalId === given?.goalId],
    [{ locale: 'nl', kind: 'question' }, ({ locale, kind }) => (locale ?? '').startsWith('nl') && kind === 'question'],
    [{ rating: 'none' }, ({ ratingValue }) => ratingValue === null],
    [{ rating: 'high' }, ({ ratingScale, ratingValue }) => (ratingValue ?? 0) >= ({ csat: 4, nps: 9, ces: 5 }[ratingScale ?? ''] ?? 99)],
    [{ due: 'overdue' }, (item) => waits(item) && (item.replyBy ?? '') < NOW()],
    [{ flagged: 'yes' }, (item) => isOpen(item) && item.flaggedAt !== null],
    [{ asked: 'yes' }, ({ askedAt }) => askedAt !== null],
    [{ email: 'no', status: 'answered' }, (item) => item.email === undefined && item.status === 'answered'],
    [{ attribute: 'plan:basis: oud' }, ({ attributes = '' }) => attributes.includes('basis')],
    [{ from: '2026-02-03', to: '2026-02-05' }, ({ submittedAt = '' }) => submittedAt >= '2026-02-03' && submittedAt < '2026-02-06'],
  ]

  test.each(filters)('%o finds just those, page by page, in every order', async (filter, wanted, spam) => {
    const expected = those(wanted, spam)
    expect(expected.length).toBeGreaterThan(0)
    for (const sort of feedbackSorts) expect({ sort, found: ids(await pages({ ...filter, sort })) }).toEqual({ sort, found: expected })
  })

  test('a list is in the order that is asked for, and what has no such figure comes last', async () => {
    const newest = (await pages({})).map(({ submittedAt }) => submittedAt)
    expect(newest).toEqual(newest.toSorted().reverse())
    const due = await pages({ sort: 'due' })
    const [high, waiting] = [
      (item: FeedbackListItem) => item.priority === 'high',
      (item: FeedbackListItem) => item.replyBy !== null && item.repliedAt === null,
    ]
    const ranks = due.map((item) => (waiting(item) ? (high(item) ? 0 : 1) : 2))
    expect(ranks).toEqual(ranks.toSorted())
    const dates = due.filter((item) => waiting(item) && !high(item)).map(({ replyBy }) => replyBy)
    expect(dates).toEqual(dates.toSorted())
    const badness = (await pages({ sort: 'rating' })).map(({ rating }) =>
      rating ? { csat: (5 - rating.value) * 25, nps: 100 - rating.value * 10, ces: Math.floor(((7 - rating.value) * 100) / 6) }[rating.scale] : -1,
    )
    expect(badness).toEqual(badness.toSorted((a, b) => b - a))
    const similar = (await pages({ sort: 'similar' })).map((item) => item.similar ?? 0)
    expect(similar).toEqual(similar.toSorted((a, b) => b - a))
  })

  test.each([
    ['fiets', [0, 1]],
    ['banden', [0, 1]],
    ['huis rem', [5]],
    ['cafe', [2]],
    ['"lekke band"', [1]],
    ['band -fietsen', []],
    ['band -"lekke banden"', [1]],
    ['complaints', [3, 4]],
    ['deliver', [3, 4]],
    ['-band', [2, 3, 4, 5]],
    ['wink', [2]],
    ['"band lekke"', []],
  ])('%s is found in Dutch and English by stem, phrase and beginning, and not by what must not be there', async (q, places) => {
    const expected = those(({ message }) => places.map((i) => texts[i]).includes(message))
    for (const sort of ['new', 'rating'] as const) expect(ids(await pages({ q, sort }))).toEqual(expected)
  })

  test('what was found is marked where it stands', async () => {
    const marked = async (q: string) => {
      const [item] = await pages({ q })
      return item?.marks.map(([from, to]) => item.message.slice(from, to))
    }
    expect(await marked('huis rem')).toEqual(['huizen', 'remmen'])
    expect(await marked('"lekke band" fiets')).toEqual(['lekke band', 'fiets'])
    expect(await marked('kind:idea')).toEqual([])
  })

  test('words in front of a colon ask for a team, a goal, a kind, a state', async () => {
    expect(ids(await pages({ q: 'team:balie' }))).toEqual(those(({ goalId }) => goalId === other.goalId))
    expect(ids(await pages({ q: 'doel:"snel antwoord" soort:klacht' }))).toEqual(
      those(({ goalId, kind }) => goalId === other.goalId && kind === 'complaint'),
    )
    expect(ids(await pages({ q: 'is:te-laat' }))).toEqual(those((item) => waits(item) && (item.replyBy ?? '') < NOW()))
    expect(ids(await pages({ q: 'is:reopened fiets' }))).toEqual(those(({ status, message = '' }) => status === 'reopened' && /fiets/.test(message)))
    expect(await pages({ q: 'team:bestaat-niet' })).toEqual([])
    expect(await pages({ q: '!!!' })).toEqual([])
  })

  test('a language that few speak is found page by page in every order, among very many in another, and so is one that nobody speaks', async () => {
    const here = await givenOrganisation(h.deps, `Zaak ${newId()}`)
    const at = (minute: number) => new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString()
    const few = Array.from({ length: 30 }, (_, i) => ({
      ...{ id: newId(), locale: ['fr', 'fr-BE', 'frr', 'de'][i % 4] ?? null, submittedAt: at(i), replyBy: i % 3 ? at(i) : null },
      ...{ ratingScale: 'csat', ratingValue: 1 + (i % 5), status: i % 5 ? 'answered' : 'received' },
    }))
    await givenSaid(h.deps, here, ...few)
    const {
      id: _,
      seq: __,
      search: ___,
      ...like
    } = (await h.deps.db.within(here.scope).selectFrom('feedbackItems').selectAll().limit(1).executeTakeFirstOrThrow()) as never as Record<
      string,
      unknown
    >
    const many = Array.from({ length: 1_050 }, (_, i) => ({ ...like, id: newId(), locale: 'nl', status: 'answered', submittedAt: at(100 + i) }))
    for (let i = 0; i < many.length; i += 350)
      await h.deps.db
        .within(here.scope)
        .insertInto('feedbackItems', many.slice(i, i + 350) as never)
        .execute()
    const found = (query: object) => pages(query, { limit: 4, scope: here.scope })
    const french = few.filter(({ locale }) => locale?.startsWith('fr') && locale !== 'frr')
    for (const sort of feedbackSorts) expect({ sort, found: ids(await found({ locale: 'fr', sort })) }).toEqual({ sort, found: ids(french) })
    expect((await found({ locale: 'fr' })).map(({ id }) => id)).toEqual(french.map(({ id }) => id).reverse())
    expect(ids(await found({ locale: 'fr', status: 'received' }))).toEqual(ids(french.filter(({ status }) => status === 'received')))
    expect(ids(await found({ locale: 'frr' }))).toEqual(ids(few.filter(({ locale }) => locale === 'frr')))
    expect(await found({ locale: 'sv' })).toEqual([])
  })

  test('a cursor of another list is refused', async () => {
    const cursor = Buffer.from(JSON.stringify([0, 1, 'x'])).toString('base64url')
    await expect(listFeedback(h.deps, given.scope, FeedbackQuery.parse({ cursor }))).rejects.toThrow()
  })
})
