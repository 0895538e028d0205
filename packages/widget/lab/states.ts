import type { Opening } from '../src/options.ts'
import type { Customer } from './customer.ts'
import { answered, configuration, items, moved, planned, questions, thread } from './fixtures.ts'
import type { Says } from './server.ts'

/** One thing that a customer can have before them. */
export interface State {
  name: string
  /** With what it opens; without it stays closed. */
  opening?: Opening
  /** Whether the customer said something here before. */
  known?: boolean
  offline?: boolean
  says?: Says
  /** What the customer does to get there. */
  act?: (customer: Customer) => Promise<void>
  /** Where it stands: whatever this finds says that it is shown. */
  shows: string
}

export const SITE = 'lab'
const message = 'Mijn pakket lag drie dagen bij de buren en niemand had het gezegd.'
const complaint: Opening = { kind: 'complaint', message }
const mine = (count: number, next: string | null = null): Says => ({
  'GET /mine/feedback?': [200, { items: items(count), next }],
  'GET /mine/feedback': [200, { items: items(count), next }],
})
const site = (more: Partial<typeof configuration>): Says => ({ [`GET /sites/${SITE}`]: [200, { ...configuration, ...more }] })
const send = (customer: Customer) => customer.send()
const post = `POST /sites/${SITE}/feedback`

// The paths of the site that are longer come first: they begin alike.
const asks: Says = { [`GET /sites/${SITE}/outcomes`]: [200, { items: [], next: null }], ...site({ questions, rating: 'csat' }) }

const saying: State[] = [
  { name: 'button', shows: 'button' },
  { name: 'button with news', known: true, shows: 'button b' },
  { name: 'choose', opening: {}, shows: '.kinds' },
  { name: 'choose, with news', opening: {}, known: true, says: mine(0), shows: '.kinds' },
  { name: 'say', opening: { kind: 'complaint' }, shows: 'textarea' },
  { name: 'say, nothing written', opening: { kind: 'idea' }, act: send, shows: '[aria-invalid=true]' },
  { name: 'say, with e-mail', opening: complaint, act: (customer) => customer.check(), shows: 'input[type=email]' },
  {
    name: 'say, wrong address',
    opening: complaint,
    act: (customer) => customer.check().then(send.bind(null, customer)),
    shows: 'input[aria-invalid=true]',
  },
  { name: 'say, almost too long', opening: { kind: 'question', message: 'Hoe dan? '.repeat(550) }, shows: 'textarea' },
  { name: 'say, rating and questions', opening: complaint, says: asks, shows: '#q-q1' },
  { name: 'say, a question left open', opening: complaint, says: asks, act: send, shows: '.wrong' },
  {
    name: 'say, something like it was done',
    opening: { kind: 'complaint' },
    act: (customer) => customer.writeUntil('summary', message),
    shows: '.similar summary',
  },
  { name: 'say, asked whether it may go', opening: complaint, act: (customer) => customer.press('.main + .quiet'), shows: '.main + .quiet' },
  { name: 'say, with pictures', opening: complaint, act: (customer) => customer.addPictures(2), shows: '.pictures canvas' },
  { name: 'sending', opening: complaint, says: { [post]: 'never' }, act: send, shows: '[aria-disabled=true]' },
  { name: 'refused', opening: complaint, says: { [post]: [422, { errors: [{ path: 'pageUrl' }] }] }, act: send, shows: '[aria-invalid=true]' },
]

const sent: State[] = [
  { name: 'sent, with a promise', opening: complaint, act: send, shows: 'a[href*="/f/"]' },
  {
    name: 'sent, to be routed',
    opening: { kind: 'compliment', message: 'Dank!' },
    says: {
      [post]: [201, { id: 'f1', customerToken: 't', statusUrl: 'https://feedback.example.nl/f/x', status: 'received', goal: null, mail: 'none' }],
    },
    act: send,
    shows: 'a[href*="/f/"]',
  },
  { name: 'kept, offline', opening: complaint, offline: true, says: { [post]: null }, act: send, shows: '.body > blockquote' },
  { name: 'kept, server in trouble', opening: complaint, says: { [post]: [503] }, act: send, shows: '.body > blockquote' },
]

const open = (customer: Customer) => customer.press('.item')
const view: Opening = { view: 'mine' }
const item = (name: string, more: Parameters<typeof thread>[0], shows: string, act = open): State => ({
  name,
  opening: view,
  known: true,
  says: { 'GET /mine/feedback/': [200, thread(more)] },
  act,
  shows,
})

const back: State[] = [
  { name: 'my feedback, empty', opening: view, shows: 'h2' },
  { name: 'my feedback, one', opening: view, known: true, shows: '.item' },
  { name: 'my feedback, many', opening: view, known: true, says: mine(12, 'cursor'), shows: '.item' },
  item('item, promised', {}, 'ol li'),
  item('item, with plan and messages', planned, 'blockquote'),
  item('item, asked something, with another date', moved, 'li.moved p'),
  item('item, answered, with its number', answered, '.change'),
  item(
    'item, with a reaction',
    { ...answered, reaction: { helped: 'partly', reasons: ['still_part'], text: 'Het pakket kwam, maar wel laat.', at: '2026-11-25T10:00:00.000Z' } },
    '[aria-pressed=true]',
  ),
  item(
    'item, reopened by its reaction',
    { ...answered, status: 'reopened', reaction: { helped: 'no', reasons: [], text: null, at: '2026-11-25T10:00:00.000Z' } },
    '[aria-labelledby=why] [aria-pressed=true]',
    (customer) => open(customer).then(() => customer.press('[aria-labelledby=why] button')),
  ),
  { name: 'erased', opening: view, known: true, act: (customer) => customer.erase(), shows: 'h2' },
  { name: 'failed', opening: view, known: true, says: { 'GET /mine/feedback': null }, shows: '[role=alert] button' },
  { name: 'loading', opening: view, known: true, says: { 'GET /mine/feedback': 'never' }, shows: 'h2' },
]

const done: State[] = [
  { name: 'outcomes', opening: { view: 'outcomes' }, shows: '.change' },
  { name: 'outcomes, none', opening: { view: 'outcomes' }, says: { [`GET /sites/${SITE}/outcomes`]: [200, { items: [], next: null }] }, shows: 'h2' },
]

export const groups: { name: string; states: State[] }[] = [
  { name: 'Saying it', states: saying },
  { name: 'Sent', states: sent },
  { name: 'Coming back', states: back },
  { name: 'What was done', states: done },
]

export const stateCalled = (name: string) => groups.flatMap(({ states }) => states).find((state) => state.name === name)
