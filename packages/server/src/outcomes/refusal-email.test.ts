import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { CHEERFUL } from '../../test/cheerful.ts'
import { engines } from '../../test/engines.ts'
import { upsertLook } from '../mails/look-store.ts'
import { mailLanguages } from '../texts/mail/mail-texts.ts'
import { composeOutcomeEmail } from './outcome-email.tsx'

const tones = ['informal', 'polite'] as const
const refusal = { kind: 'not_doing', title: 'Geen bel', did: 'Te duur.', better: 'De directie.', next: 'Een lagere prijs.', nothingMore: false }

/** What somebody reads of a page. */
const readable = (html: string) => html.replace(/<style>.*?<\/style>/s, ' ').replace(/<[^>]*>/g, ' ')

/** The letters of a token stand by chance: now and then they spell a word. */
const withoutTokens = (text: string) => text.replace(/(https?:\/\/\S*\/)[\w-]{40,}/g, '$1')

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeAll(async () => {
    answering = await openAnswering(open)
  })
  afterAll(() => answering.harness.close())

  /** The whole letter to somebody who said one thing, or two. */
  async function letterOf(language: string, tone: string, items: number) {
    const { deps } = answering.harness
    const { scope } = answering.given
    const first = await answering.says({ email: `${language}-${tone}-${items}@example.com`, message: 'Een bel' })
    const more = items === 2 ? [await answering.says({ customerId: first.customerId, message: 'Nog een bel' })] : []
    const mine = deps.db.within(scope)
    await upsertLook(deps.db, scope, { tone, inboundAddress: 'antw@bakker.example' }, deps.clock().toISOString())
    await mine.updateTable('customers').set({ locale: language, name: 'Noor' }).where('id', '=', first.customerId).execute()
    const { id } = await answering.draft({ ...refusal, locale: language, feedbackIds: [first, ...more].map((item) => item.id) })
    await answering.publish(id)
    const mail = await composeOutcomeEmail(deps, scope, { outcomeId: id, customerId: first.customerId })
    if (!mail || mail === 'not-yet') throw new Error('Nobody would be told')
    return mail
  }

  test.each(mailLanguages.flatMap((language) => tones.flatMap((tone) => [1, 2].map((items) => [language, tone, items] as const))))(
    'the whole letter of a refusal holds no cheerful word, in %s, %s, about %i of them',
    async (language, tone, items) => {
      const { subject, text, html } = await letterOf(language, tone, items)
      for (const said of [subject, withoutTokens(text), readable(html)]) expect(said).not.toMatch(CHEERFUL)
      for (const words of ['Noor', 'Een bel', refusal.did, refusal.better, refusal.next]) {
        expect(text).toContain(words)
        expect(readable(html)).toContain(words)
      }
    },
  )
})
