import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { engines } from '../../test/engines.ts'
import { addOutcomePicture } from '../attachments/add-attachment.ts'
import { sweepAttachments } from '../attachments/sweep-attachments.ts'
import { eraseMine } from '../feedback/privacy/erase-mine.ts'
import { exportMine } from '../feedback/privacy/export-mine.ts'
import { readThread } from '../feedback/thread/read-thread.ts'
import { writeMessage } from '../mail/mime.ts'
import { composeOutcomeEmail } from './outcome-email.tsx'

const photo = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#0f6b5c' } })
    .jpeg()
    .toBuffer()

/** What no encoder makes small: every pixel is its own. */
const noise = (width: number, height: number) =>
  sharp(Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919 * ((i >> 7) + 13)) & 255)), {
    raw: { width, height, channels: 3 },
  })
    .png()
    .toBuffer()

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  const parts = { did: 'Er staat een tweede plakbank.', better: 'Dezelfde dag klaar.', next: 'Ook op zaterdag.', nothingMore: false }
  const add = async (bytes?: Uint8Array) => addOutcomePicture(answering.harness.deps, answering.given.scope, bytes ?? (await photo()))
  const get = (path: string) => answering.harness.request('GET', path) as Promise<{ status: number; body: string; headers: Headers }>
  const publicly = async (id: string) => (await get(`/outcomes/pictures/${id}`)).status
  const change = (id: string, body: object) => answering.ask('PATCH', `/api/v1/outcomes/${id}`, body)
  const correct = (id: string, body: object) => answering.ask('PUT', `/api/v1/outcomes/${id}/correction`, { because: 'Andere foto', ...body })
  const scopeOf = (customerId: string) => ({
    ...answering.given.scope,
    who: { kind: 'customer' as const, id: customerId, siteId: answering.given.siteId },
  })
  const files = () => readdir(join(answering.harness.deps.config.dataDir, 'attachments', answering.given.scope.organisationId)).catch(() => [])
  const sweep = () => sweepAttachments(answering.harness.deps)

  async function published(input: object = {}, says: object = { email: 'ada@example.com' }) {
    const item = await answering.says(says)
    const picture = await add()
    const pictures = [{ id: picture.id, alt: 'De nieuwe plakbank', alts: { en: 'The new bench' } }]
    const { id } = await answering.draft({ ...parts, feedbackIds: [item.id], pictures, ...input })
    expect((await answering.publish(id)).status).toBe(200)
    return { item, id: id as string, picture }
  }

  test('an outcome goes out only when each of its pictures says what it shows', async () => {
    const { id: pictureId } = await add()
    const draft = await answering.draft({ ...parts, feedbackIds: [(await answering.says()).id], pictures: [{ id: pictureId }] })
    expect(draft.pictures).toEqual([{ id: pictureId, alt: '', alts: {}, type: 'image/jpeg', width: 60, height: 40 }])
    expect(await answering.publish(draft.id)).toMatchObject({ status: 422, body: { code: 'incomplete', errors: [{ path: 'pictures.0.alt' }] } })
    await change(draft.id, { pictures: [{ id: pictureId, alt: 'De plakbank' }] })
    expect((await answering.publish(draft.id)).status).toBe(200)
  })

  test('more than five, a customer’s, another outcome’s and one that is a day old are refused', async () => {
    const { picture } = await published()
    const six = await Promise.all(Array.from({ length: 6 }, () => add()))
    expect((await answering.ask('POST', '/api/v1/outcomes', { ...draftWith(six.map(({ id }) => id)) })).status).toBe(400)
    expect(await answering.ask('POST', '/api/v1/outcomes', draftWith([picture.id]))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'pictures.0.id' }] },
    })
    await answering.harness.deps.db
      .within(answering.given.scope)
      .updateTable('attachments')
      .set({ siteId: answering.given.siteId })
      .where('id', '=', six[0]!.id)
      .execute()
    expect((await answering.ask('POST', '/api/v1/outcomes', draftWith([six[0]!.id]))).status).toBe(400)
    answering.harness.pass({ hours: 25 })
    await sweep()
    expect((await answering.ask('POST', '/api/v1/outcomes', draftWith([six[1]!.id]))).status).toBe(400)
    // Of the published one its picture and the small one for mails are left.
    expect((await files()).sort()).toEqual([picture.id, `${picture.id}.mail`])
  })
  const draftWith = (ids: string[]) => ({
    ...parts,
    goalId: answering.given.goalId,
    kind: 'done',
    title: 'Klaar',
    pictures: ids.map((id) => ({ id })),
  })

  test('what everyone may read shows its pictures to everyone: on the page, in the feeds and in the widget', async () => {
    const { picture } = await published({ public: true })
    const shown = await get(`/outcomes/pictures/${picture.id}`)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'public, max-age=60',
    })
    const url = `${answering.harness.deps.config.publicUrl}/outcomes/pictures/${picture.id}`
    expect((await get('/outcomes')).body).toContain(
      `<img class="shown" src="${url}" alt="De nieuwe plakbank" lang="nl" width="60" height="40" loading="lazy"/>`,
    )
    const feed = (await get('/outcomes.json')).body as unknown as { items: unknown[] }
    const items = typeof feed === 'string' ? JSON.parse(feed).items : feed.items
    expect(items).toMatchObject([
      {
        image: url,
        attachments: [{ url, mime_type: 'image/jpeg', title: 'De nieuwe plakbank' }],
        content_text: expect.stringContaining('[Afbeelding: De nieuwe plakbank]'),
      },
    ])
    expect((await get('/outcomes.atom')).body).toContain(`<link rel="enclosure" type="image/jpeg" href="${url}" title="De nieuwe plakbank"/>`)
  })

  test('a private outcome’s picture is shown to its customers and to colleagues alone', async () => {
    const { item, picture } = await published({ public: false })
    const other = await answering.says({ email: 'bo@example.com' })
    expect(await publicly(picture.id)).toBe(404)
    const { outcome } = await readThread(answering.harness.deps, scopeOf(item.customerId), item.id)
    expect(outcome?.pictures).toEqual([
      { url: expect.any(String), type: 'image/jpeg', alt: 'De nieuwe plakbank', locale: 'nl', width: 60, height: 40 },
    ])
    const path = new URL(outcome!.pictures[0]!.url).pathname
    expect((await get(path)).status).toBe(200)
    const theirs = await readThread(answering.harness.deps, scopeOf(other.customerId), other.id)
    expect((await get(`${new URL(theirs.statusUrl).pathname}/pictures/${picture.id}`)).status).toBe(404)
    const page = await get(new URL(theirs.statusUrl).pathname)
    expect(page.body).not.toContain(picture.id)
    expect((await get(new URL(outcome!.pictures[0]!.url).pathname.replace(/\/pictures.*/, ''))).body).toContain('alt="De nieuwe plakbank"')
    const { items } = await exportMine(answering.harness.deps, scopeOf(item.customerId))
    expect(items[0]?.outcomes[0]?.pictures).toEqual(outcome?.pictures)
  })

  test('a draft’s pictures are nobody’s but colleagues’', async () => {
    const { id: pictureId } = await add()
    const item = await answering.says({ email: 'ada@example.com' })
    await answering.draft({ ...parts, feedbackIds: [item.id], pictures: [{ id: pictureId, alt: 'Nog niet' }], public: true })
    expect(await publicly(pictureId)).toBe(404)
    const { statusUrl } = await readThread(answering.harness.deps, scopeOf(item.customerId), item.id)
    expect((await get(`${new URL(statusUrl).pathname}/pictures/${pictureId}`)).status).toBe(404)
  })

  test('withdrawn, nobody outside sees its pictures any more', async () => {
    const { item, id, picture } = await published({ public: true })
    const { outcome } = await readThread(answering.harness.deps, scopeOf(item.customerId), item.id)
    expect(await publicly(picture.id)).toBe(200)
    await answering.ask('PUT', `/api/v1/outcomes/${id}/withdrawal`, { because: 'Het klopte niet' })
    expect(await publicly(picture.id)).toBe(404)
    expect((await get(new URL(outcome!.pictures[0]!.url).pathname)).status).toBe(404)
    expect((await get(`${new URL(outcome!.pictures[0]!.url).pathname.replace(/\/pictures.*/, '')}/pictures/${picture.id}`)).status).toBe(404)
  })

  test('a correction takes another picture; the earlier version keeps its own for colleagues, and it is public no longer', async () => {
    const { id, picture } = await published({ public: true })
    const better = await add()
    expect(await correct(id, { pictures: [{ id: better.id }] })).toMatchObject({ status: 422 })
    const corrected = await correct(id, { pictures: [{ id: better.id, alt: 'De goede plakbank' }] })
    expect(corrected.body.pictures).toMatchObject([{ id: better.id, alt: 'De goede plakbank' }])
    expect([await publicly(picture.id), await publicly(better.id)]).toEqual([404, 200])
    answering.harness.pass({ hours: 25 })
    await sweep()
    const { items } = (await answering.ask('GET', `/api/v1/outcomes/${id}/versions`)).body
    expect(items.map(({ words }: { words: { pictures: { id: string }[] } }) => words.pictures.map((one) => one.id))).toEqual([
      [better.id],
      [picture.id],
    ])
    expect((await files()).sort()).toEqual([picture.id, `${picture.id}.mail`, better.id, `${better.id}.mail`].sort())
  })

  test('taken out of a draft it can come back for a day, and is gone after that; with the draft go all', async () => {
    const { id: pictureId } = await add()
    const draft = await answering.draft({ ...parts, pictures: [{ id: pictureId, alt: 'x' }] })
    await change(draft.id, { pictures: [] })
    expect((await change(draft.id, { pictures: [{ id: pictureId, alt: 'x' }] })).status).toBe(200)
    answering.harness.pass({ hours: 25 })
    await sweep()
    expect(await files()).toHaveLength(2)
    await answering.ask('DELETE', `/api/v1/outcomes/${draft.id}`)
    await sweep()
    expect(await files()).toEqual([])
  })

  test('the mail carries a small picture, fetches nothing, and says in its text what it shows', async () => {
    const large = await add(await noise(1200, 600))
    const item = await answering.says({ email: 'ada@example.com' })
    const { id } = await answering.draft({ ...parts, feedbackIds: [item.id], pictures: [{ id: large.id, alt: 'Ruis <op> de lijn' }] })
    await answering.publish(id)
    const mail = await composeOutcomeEmail(answering.harness.deps, answering.given.scope, { outcomeId: id, customerId: item.customerId })
    if (mail === null || mail === 'not-yet') throw new Error('no mail')
    expect(mail.text).toContain('[Afbeelding: Ruis <op> de lijn]')
    expect(mail.html).toContain(`src="cid:picture-${large.id}" alt="Ruis &lt;op> de lijn" lang="nl" width="560" height="280"`)
    expect(mail.html).not.toMatch(/src="(?!cid:)/)
    const [enclosed] = mail.pictures ?? []
    expect(enclosed?.bytes.length).toBeLessThanOrEqual(200_000)
    expect(await sharp(Buffer.from(enclosed!.bytes)).metadata()).toMatchObject({ format: 'jpeg' })
    const { content } = await writeMessage(mail, answering.harness.deps.config, answering.harness.deps.clock())
    expect(content.toString('latin1')).toMatch(new RegExp(`Content-ID: <picture-${large.id}>`, 'i'))
    const { body } = await answering.ask('GET', `/api/v1/outcomes/${id}/preview`)
    expect(body.html).toContain('src="data:image/jpeg;base64,')
  })

  test('in another language its description is the translated one, or else the original, and that is said', async () => {
    const english = { title: 'Ready', did: 'A second bench.', better: 'Same day.', next: 'Saturday.' }
    const { id, item } = await published({ translations: { en: english, de: { ...english, title: 'Fertig' } } }, { email: 'ada@example.com' })
    await answering.harness.deps.db.within(answering.given.scope).updateTable('feedbackItems').set({ locale: 'en' }).execute()
    const inEnglish = await readThread(answering.harness.deps, scopeOf(item.customerId), item.id)
    expect(inEnglish.outcome).toMatchObject({ note: null, pictures: [{ alt: 'The new bench', locale: 'en' }] })
    const { body } = await answering.ask('GET', `/api/v1/outcomes/${id}/preview?locale=de`)
    expect(body.text).toContain('Was die Bilder zeigen, steht hier nur auf Niederländisch.')
    expect(body.text).toContain('[Bild: De nieuwe plakbank]')
  })

  test('who erases themselves takes none of the outcome’s pictures away', async () => {
    const { item, picture } = await published({ public: true })
    await eraseMine(answering.harness.deps, scopeOf(item.customerId))
    await sweep()
    expect(await publicly(picture.id)).toBe(200)
  })
})
