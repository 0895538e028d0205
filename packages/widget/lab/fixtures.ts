import type { MineItem } from '@klankbord/shared/feedback'
import type { Outcome, Thread } from '../src/form/room.ts'
import type { Configuration } from '../src/place.ts'

/** What a server of a believable company answers. */

export const configuration: Configuration = {
  organisation: 'Pakketdienst De Berk',
  kinds: ['compliment', 'complaint', 'idea', 'question'],
  questions: [],
  rating: null,
  look: { accent: '#0f6b5c', position: 'right', theme: 'auto' } as Configuration['look'],
  texts: {},
  locale: 'nl',
  identifies: false,
}

export const questions: Configuration['questions'] = [
  { id: 'q1', kind: 'choice', label: 'Waar ging het over?', options: ['Bezorging', 'Winkel', 'Website'], several: true, required: true },
  { id: 'q2', kind: 'scale', label: 'Hoe snel was het?', from: 1, to: 5, low: 'traag', high: 'snel', required: false },
  { id: 'q3', kind: 'text', label: 'Welk pakket?', required: false },
]

const goal = { title: 'Elk pakket komt op de afgesproken dag', team: 'Bezorging Utrecht', replyBy: '2026-12-04T12:00:00.000Z' }

export const receipt = {
  id: 'f1',
  customerToken: 'token',
  statusUrl: 'https://feedback.example.nl/f/voorbeeld',
  status: 'routed',
  goal,
  mail: 'confirm',
} as const

const said = [
  'Mijn pakket lag drie dagen bij de buren en niemand had het gezegd.',
  'De bezorger hielp mijn moeder met de trap. Dank!',
  'Zet een kaart in de app waarop ik zie waar het busje rijdt.',
  'Kan ik de bezorgdag nog wijzigen?',
]

export const items = (count: number): MineItem[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `f${index + 1}`,
    kind: (['complaint', 'compliment', 'idea', 'question'] as const)[index % 4] as MineItem['kind'],
    message: said[index % 4] as string,
    status: (['in_progress', 'answered', 'routed', 'received', 'reopened'] as const)[index % 5] as MineItem['status'],
    submittedAt: `2026-11-${String(20 - index).padStart(2, '0')}T09:30:00.000Z`,
    news: index === 0 ? 2 : 0,
    askedAt: null,
  }))

const step = (type: Thread['timeline'][number]['type'], day: number, team: string | null = null, to: string | null = null) =>
  ({ type, at: `2026-11-${day}T09:30:00.000Z`, team, to }) as Thread['timeline'][number]

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#b08"/></svg>')}`

export const outcome: Outcome = {
  id: 'o1',
  kind: 'done',
  title: 'De bezorger zegt waar je pakket ligt',
  did: 'Wie bij de buren bezorgt, stuurt nu meteen een bericht met het huisnummer.',
  better: 'Bijna niemand hoeft nog te zoeken.',
  next: 'In de app zie je het straks ook.',
  team: goal.team,
  publishedAt: '2026-11-24T10:00:00.000Z',
  ...{ locale: 'nl', correctedAt: null, withdrawnAt: null, note: null },
  pictures: [{ url: picture, type: 'image/webp', alt: 'De bezorger met een kaartje', locale: 'nl', width: 640, height: 360 }],
  measure: { name: 'Pakketten die iemand moest zoeken', unit: '%', direction: 'down', before: 12, after: 3.5 },
} as Outcome

export const thread = (more: Partial<Thread> = {}): Thread =>
  ({
    ...(items(1)[0] as MineItem),
    news: 0,
    goal,
    plan: null,
    messages: [],
    timeline: [step('received', 20), step('routed', 21, goal.team)],
    outcome: null,
    reaction: null,
    attachments: [],
    answers: [],
    rating: null,
    ...more,
  }) as Thread

export const planned: Partial<Thread> = {
  plan: 'We vragen de bezorgers voortaan een bericht te sturen als een pakket bij de buren ligt.',
  messages: [
    { by: 'team', author: 'Eva', text: 'Welke dag was dit?', at: '2026-11-21T11:00:00.000Z' },
    { by: 'customer', author: null, text: 'Dinsdag, rond het middaguur.', at: '2026-11-21T12:00:00.000Z' },
  ] as Thread['messages'],
  timeline: [step('received', 20), step('routed', 21, goal.team), step('in_progress', 22, goal.team)],
  rating: { scale: 'csat', value: 2 },
  answers: [{ label: 'Waar ging het over?', answer: 'Bezorging, Website' }],
  attachments: [{ id: 'p1', width: 320, height: 240, url: picture }],
}

/** The customer was asked something, and the promise got another date. */
export const moved: Partial<Thread> = {
  goal: { ...goal, replyBy: '2026-12-11T16:00:00.000Z' },
  messages: planned.messages,
  moved: {
    from: goal.replyBy,
    to: '2026-12-11T16:00:00.000Z',
    reason: 'De nieuwe scanners komen een week later.',
    at: '2026-11-24T09:30:00.000Z',
  },
  timeline: [
    step('received', 20),
    step('routed', 21, goal.team),
    step('asked', 22, goal.team),
    step('moved', 24, goal.team, '2026-12-11T16:00:00.000Z'),
  ],
}

export const answered: Partial<Thread> = {
  status: 'answered',
  outcome,
  timeline: [step('received', 20), step('routed', 21, goal.team), step('in_progress', 22, goal.team), step('answered', 24, goal.team)],
}
