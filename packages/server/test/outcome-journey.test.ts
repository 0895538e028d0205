import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, openCompany } from './company.ts'
import { engines } from './engines.ts'
import type { Mail } from './smtp.ts'

const LANGUAGES = ['nl', 'en', 'de'] as const
const FATES = ['no-address', 'unconfirmed', 'unsubscribed', 'bounced', 'told', 'told', 'told', 'told', 'told', 'told'] as const

/** Thirty: ten of each language, of whom six can be told, and one for each reason why somebody is not. */
const PEOPLE = LANGUAGES.flatMap((language) =>
  FATES.map((fate, i) => ({ language, fate, name: `Klant ${i}`, email: fate === 'no-address' ? null : `${language}${i}@example.com` })),
)
type Person = (typeof PEOPLE)[number]
const told = PEOPLE.filter(({ fate }) => fate === 'told')
const emailOf = ({ email }: Person) => email ?? ''

const WORDS = {
  nl: {
    title: 'Banden plakken we dezelfde dag',
    did: 'Er staat een tweede plakbank.',
    better: 'Je wacht nog één dag.',
    next: 'Zaterdag gaan we ook open.',
  },
  en: {
    title: 'Tyres mended the same day',
    did: 'We put up a second bench.',
    better: 'You wait one day at most.',
    next: 'We open on Saturdays too.',
  },
  de: {
    title: 'Reifen flicken wir am selben Tag',
    did: 'Es gibt eine zweite Werkbank.',
    better: 'Du wartest noch einen Tag.',
    next: 'Samstags öffnen wir auch.',
  },
}
const SAID = { nl: 'Mijn band is nog niet geplakt', en: 'My tyre is still flat', de: 'Mein Reifen ist noch platt' }
const SUBJECT = { nl: 'Wat we deden met ‘', en: 'What we did with “', de: 'Was wir mit „' }

describe.each(engines)('$engine', ({ open }) => {
  let company: Company
  let outcomeId: string
  let before: { counts: unknown; items: unknown[] }
  let letters: Mail[]
  const itemOf = new Map<string, string>()

  const linkIn = ({ text }: Mail, path: string) => new RegExp(`https://\\S+/${path}/[\\w-]+`).exec(text)?.[0] ?? ''
  const statusLink = (mail: Mail) => linkIn(mail, 'f')
  const mailsTo = (person: Person) => company.mails.filter(({ to }) => to.includes(emailOf(person)))
  const letterTo = (person: Person) => letters.find(({ to }) => to.includes(emailOf(person))) as Mail
  const receivers = async () => (await company.api('GET', `/outcomes/${outcomeId}/receivers?limit=200`)).body
  const reachOf = ({ items }: { items: unknown[] }) =>
    (items as Record<string, unknown>[]).map(({ id, channel, reason, email }) => [id, channel, reason, email])

  const submit = async ({ language, email, name }: Person) => {
    const given = { kind: 'complaint', message: SAID[language], locale: language, name, ...(email && { email, emailConsent: true }) }
    const { status, body } = await company.submit(given)
    expect(status).toBe(201)
    return body as { id: string; customerToken: string }
  }

  /** Everyone says what they have to say; most confirm their address, some stop the mail, of some it comes back. */
  beforeAll(async () => {
    company = await openCompany(open)
    const items = (
      await Promise.all(
        PEOPLE.map(async (person) => {
          const { id, customerToken } = await submit(person)
          itemOf.set(emailOf(person), id)
          if (person !== told[0]) return [id]
          // The first of those who are told said two things.
          const again = await company.submit({ kind: 'complaint', message: 'En mijn bel?' }, { Authorization: `Bearer ${customerToken}` })
          expect(again).toMatchObject({ status: 201 })
          return [id, again.body.id as string]
        }),
      )
    ).flat()
    await company.deliver()
    await Promise.all(
      PEOPLE.map(async (person) => {
        const [mail] = mailsTo(person)
        if (!mail || person.fate === 'unconfirmed') return
        await company.press(linkIn(mail, 'confirm'))
        if (person.fate === 'unsubscribed')
          await company.press(mail.headers['list-unsubscribe']?.slice(1, -1) ?? '', { 'List-Unsubscribe': 'One-Click' })
        if (person.fate === 'bounced') await company.bounce(mail)
      }),
    )
    await company.deliver()
    company.harness.pass({ days: 2 })
    const { nl, en, de } = WORDS
    const draft = { goalId: company.goalId, kind: 'done', ...nl, locale: 'nl', translations: { en, de }, feedbackIds: items }
    const drafted = await company.api('POST', '/outcomes', draft)
    expect(drafted).toMatchObject({ status: 201 })
    outcomeId = drafted.body.id
    before = await receivers()
    const sent = company.mails.length
    await company.api('PUT', `/outcomes/${outcomeId}/publication`)
    await company.deliver()
    await company.deliver()
    letters = company.mails.slice(sent)
  })
  afterAll(() => company.close())

  test('before it goes out it is told who will hear, in which language, and who will not and why', () => {
    expect(before.counts).toMatchObject({
      channels: { email: 18, widget: 12, none: 0 },
      reasons: { 'no-address': 3, unconfirmed: 3, unsubscribed: 3, bounced: 3, erased: 0, spam: 0 },
    })
    const { languages } = before.counts as { languages: { locale: string }[] }
    expect(languages.toSorted((a, b) => a.locale.localeCompare(b.locale))).toEqual(
      ['de', 'en', 'nl'].map((locale) => ({ locale, email: 6, widget: 4 })),
    )
  })

  test('everyone who was to be told gets one letter, nobody else gets any, and the counts are those of before', async () => {
    expect(letters.map(({ to }) => to.join())).toHaveLength(18)
    expect(letters.flatMap(({ to }) => to).toSorted()).toEqual(told.map(emailOf).toSorted())
    const after = await receivers()
    expect(after.counts).toEqual({ ...(before.counts as object), deliveries: { queued: 0, sending: 0, sent: 18, failed: 0, bounced: 0, unknown: 0 } })
    expect(reachOf(after)).toEqual(reachOf(before))
  })

  test.each(told)('the letter to $email is in their language, reads well without pictures, and fetches nothing', (person) => {
    const { subject, text, html, raw, headers, from } = letterTo(person)
    const { title, did, better, next } = WORDS[person.language]
    expect(subject).toContain(SUBJECT[person.language])
    expect(from).toBe('"Bakker Fietsen" <no-reply@bakker.example>')
    for (const words of [person.name, SAID[person.language], title, did, better, next, 'Eva van Bakker']) {
      expect(text).toContain(words)
      expect(html).toContain(words)
    }
    for (const other of LANGUAGES.filter((language) => language !== person.language)) expect(text + html).not.toContain(WORDS[other].did)
    expect(html).toContain(`<html lang="${person.language}">`)
    expect(text).not.toMatch(/<\/?[a-z]+[ >]|&[a-z]+;|undefined|null|\[object/)
    expect(Math.max(...text.split('\n').map((line) => (line.startsWith('http') ? 0 : line.length)))).toBeLessThanOrEqual(72)
    // The parser puts the embedded logo where it is shown.
    expect(html).toMatch(/<img src="data:image\/png;base64,/)
    expect(html).not.toMatch(/(src|background|srcset)="?https?:|url\(|@import|<(link|script|iframe|form)\b/i)
    expect(raw).toMatch(/^Content-ID: <logo>/im)
    expect(headers['auto-submitted']).toBe('auto-generated')
  })

  test('every letter can be stopped with one click, and stands in one thread with the first mail about it', () => {
    for (const person of told) {
      const letter = letterTo(person)
      const [first] = mailsTo(person)
      expect(letter.headers['list-unsubscribe']).toMatch(/^<https:\/\/klankbord\.bakker\.example\/unsubscribe\/[\w-]+>$/)
      expect(letter.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
      expect(letter.headers['in-reply-to']).toBe(first?.headers['message-id'])
      expect(letter.headers.references).toContain(first?.headers['message-id'])
      expect(letter.headers['message-id']).not.toBe(first?.headers['message-id'])
    }
    expect(new Set(letters.map(({ headers }) => headers['message-id'])).size).toBe(18)
  })

  test('another program than ours finds every signature good', async () => {
    for (const mail of company.mails) expect(await company.signatureOf(mail)).toEqual(['bakker.example: pass'])
  })

  test('who said two things reads of both in the one letter', () => {
    const { text } = letterTo(told[0] as Person)
    for (const words of [SAID.nl, 'En mijn bel?']) expect(text).toContain(`> ${words}`)
  })

  test('a program that opens every link votes for nobody; one press does, “no” opens it again, and the numbers of the loop add up', async () => {
    const answering = told.slice(1)
    await Promise.all(
      answering.map(async (person) => {
        for (const answer of ['yes', 'partly', 'no'])
          expect((await company.get(`${statusLink(letterTo(person))}/reaction/${answer}`)).status).toBe(200)
      }),
    )
    expect((await receivers()).counts).toMatchObject({ reacted: 0, seen: 0 })

    const given = answering.map((person, i) => ({ person, helped: i < 9 ? 'yes' : i < 12 ? 'partly' : i < 15 ? 'no' : null }))
    for (const { person, helped } of given) {
      if (helped === null) continue
      const page = await company.get(`${statusLink(letterTo(person))}/reaction/${helped}`)
      expect(page.body).toContain(`<input type="hidden" name="helped" value="${helped}"`)
      const pressed = await company.press(`${statusLink(letterTo(person))}/reaction`, { helped, ...(helped === 'no' && { reasons: 'came_back' }) })
      expect(pressed.status).toBe(303)
    }
    for (const { person, helped } of given) {
      const { body } = await company.api('GET', `/feedback/${itemOf.get(emailOf(person))}`)
      expect(body).toMatchObject({ status: helped === 'no' ? 'reopened' : 'answered', reaction: helped && { helped } })
    }
    expect((await receivers()).counts).toMatchObject({ reacted: 15, deliveries: { sent: 18 } })
    const { body: loop } = await company.api('GET', '/loop')
    expect(loop).toMatchObject({
      ...{ received: { value: 31, n: 31 }, complaints: { value: 31, n: 31 }, compliments: { value: 0, n: 31 }, routed: { value: 31, n: 31 } },
      shareAnswered: { value: 28 / 31, n: 31 },
      // Two items of the first, and those of seventeen others, of whom three are no longer answered.
      shareTold: { value: 16 / 31, n: 31 },
      shareHelped: { value: 9 / 15, n: 15 },
      timeToOutcome: { value: 2, n: 31 },
    })
    expect(loop.noAddress.value + Math.round(loop.shareTold.value * 31)).toBe(28)
  })
})
