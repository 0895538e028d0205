import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers } from '../deliveries.ts'
import { writeMessage } from '../mail/mime.ts'
import { enqueue } from '../outbox/outbox.ts'
import { startWorker } from '../outbox/worker.ts'
import { mountMails } from './http.ts'

const LOOK = {
  tone: 'polite',
  senderName: 'Bakker\r\nBcc: x@y.example',
  replyTo: 'hallo@bakker.example',
  signature: 'Eva\nBakker',
  accent: '#7a1f5c',
}

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let ours: Given
  let theirs: Given
  beforeEach(async () => {
    h = await openHarness(open)
    ours = await givenOrganisation(h.deps)
    theirs = await givenOrganisation(h.deps, 'Anders')
  })
  afterEach(() => h.close())

  const ask = (method: string, path: string, body?: unknown, given = ours) => askingAs(h.deps, mountMails, given.scope)(method, path, body)

  async function receive(given: Given, locale = 'nl') {
    const { db, clock } = h.deps
    const { id, customerId } = await givenFeedback(h.deps, given, { email: 'ada@example.com' })
    await db.within(given.scope).updateTable('customers').set({ locale }).where('id', '=', customerId).execute()
    const delivery = {
      id: `receipt:${id}`,
      kind: 'receipt' as const,
      payload: { feedbackItemId: id },
      aboutId: id,
      customerId,
      receiver: 'ada@example.com',
    }
    await enqueue(db, given.scope, [delivery], clock())
    await startWorker(h.deps, composers, [], { pollMs: null }).runOnce()
    const mail = h.mails.at(-1)
    if (!mail) throw new Error('No mail came')
    return { ...mail, raw: String((await writeMessage(mail, { mailFrom: 'Klankbord <no-reply@bakker.example>' }, clock(), delivery.id)).content) }
  }

  test('an organisation’s letters carry its name, tone, colour, signature and address for answers; another’s do not', async () => {
    const { status, body } = await ask('PATCH', '/api/v1/mail/look', LOOK)
    expect([status, body.tone, body.signature]).toEqual([200, 'polite', 'Eva\nBakker'])
    const mail = await receive(ours)
    expect(mail.text).toContain('Dank u dat u het ons zegt.')
    expect(mail.text).toContain('\nEva\nBakker\n\n-- \n')
    expect(mail.html).toContain('#7a1f5c')
    expect(mail.raw).toContain('From: "Bakker Bcc: x@y.example" <no-reply@bakker.example>\r\n')
    expect(mail.raw).toContain('Reply-To: hallo@bakker.example\r\n')
    expect(mail.raw).not.toMatch(/^Bcc:/m)
    const other = await receive(theirs)
    expect(other.text).toContain('Dank je dat je het ons zegt.')
    expect(other.raw).toContain('From: Klankbord <no-reply@bakker.example>')
  })

  test.each([
    ['de-AT', 'Danke, dass Sie uns das sagen.', 'lang="de"'],
    ['fr', 'Merci de nous le dire.', 'lang="fr"'],
    ['it', 'Thank you for telling us.', 'lang="en"'],
  ])('a customer who reads %s gets the letter in the language nearest to it', async (locale, says, lang) => {
    await ask('PATCH', '/api/v1/mail/look', { tone: 'polite' })
    const mail = await receive(ours, locale)
    expect(mail.text).toContain(says)
    expect(mail.html).toContain(lang)
  })

  test('a logo is made anew, small, and travels with the letter, so that nothing is fetched from elsewhere', async () => {
    const drawn = await sharp({ create: { width: 1600, height: 400, channels: 3, background: '#c33' } })
      .withMetadata({ exif: { IFD0: { Copyright: 'Geheim' } } })
      .jpeg()
      .toBuffer()
    expect((await ask('PUT', '/api/v1/mail/logo', drawn)).body.logo).toEqual({ width: 240, height: 60 })
    const { html, raw, pictures } = await receive(ours)
    expect(html).toContain('<img src="cid:logo" width="240" height="60" alt="Bakker Fietsen"')
    expect(html).not.toMatch(/(src|background)="https?:|url\(/)
    expect(raw).toMatch(/Content-ID: <logo>/i)
    expect((await sharp(pictures?.[0]?.bytes).metadata()).format).toBe('png')
    expect(Buffer.from(pictures?.[0]?.bytes ?? []).includes('Geheim')).toBe(false)
    expect((await receive(theirs)).pictures).toEqual([])
    expect((await ask('GET', '/api/v1/mail/preview?language=de')).body).toMatch(/lang="de".*data:image\/png;base64,/s)
    expect((await ask('DELETE', '/api/v1/mail/logo')).body.logo).toBeNull()
    expect((await receive(ours)).html).not.toContain('<img')
  })

  test('a logo of 40 MB, a drawing with a script and what is no picture are refused, and the one before stays', async () => {
    await ask(
      'PUT',
      '/api/v1/mail/logo',
      await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c33' } })
        .png()
        .toBuffer(),
    )
    expect((await ask('PUT', '/api/v1/mail/logo', Buffer.alloc(40 * 1024 * 1024))).status).toBe(413)
    expect((await ask('PUT', '/api/v1/mail/logo', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')).status).toBe(415)
    expect((await ask('PUT', '/api/v1/mail/logo', 'geen plaatje')).status).toBe(415)
    expect((await ask('GET', '/api/v1/mail/look')).body.logo).toEqual({ width: 20, height: 10 })
  })

  test('a change by who saw an older look is refused, and nothing is overwritten', async () => {
    const { version } = (await ask('GET', '/api/v1/mail/look')).body
    await ask('PATCH', '/api/v1/mail/look', { signature: 'Eva', version })
    expect((await ask('PATCH', '/api/v1/mail/look', { signature: 'Bram', version })).status).toBe(409)
    expect((await ask('GET', '/api/v1/mail/look')).body.signature).toBe('Eva')
  })

  test.each([
    { inboundAddress: 'antwoorden-hier@bakker.example' },
    { inboundAddress: 'a+b@bakker.example' },
    { replyTo: 'geen adres' },
    { replyTo: 'a@b.example\r\nBcc: x@y.example' },
    { accent: 'red;background:url(x)' },
    { signature: 'x'.repeat(301) },
  ])('%j is refused', async (change) => {
    expect((await ask('PATCH', '/api/v1/mail/look', change)).status).toBe(400)
  })
})
