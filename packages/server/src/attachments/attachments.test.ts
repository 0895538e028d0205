import { randomUUID } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { plantTenant } from '../../test/tenants.ts'
import { transact } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import { removeAttachmentsOf } from './remove-attachments.ts'
import { sweepAttachments } from './sweep-attachments.ts'

const picture = (width = 30) =>
  sharp({ create: { width, height: 20, channels: 3, background: '#0f6b5c' } })
    .png()
    .toBuffer()

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  // What an answer holds is what the test asked for.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> =>
    h.request(method, path, { body, headers: { Origin: SITE_ORIGIN, ...headers } })
  const upload = async (body?: Uint8Array, siteKey = given.siteKey) =>
    ask('POST', `/widget/v1/sites/${siteKey}/attachments`, body ?? (await picture()), { 'Content-Type': 'image/png' })
  const submit = (attachments: unknown, key: string = randomUUID(), siteKey = given.siteKey) =>
    ask('POST', `/widget/v1/sites/${siteKey}/feedback`, { kind: 'complaint', message: 'Kijk', attachments }, { 'Idempotency-Key': key })
  const thread = async ({ body }: Awaited<ReturnType<typeof submit>>) =>
    (await ask('GET', `/widget/v1/mine/feedback/${body.id}`, undefined, { Authorization: `Bearer ${body.customerToken}` })).body
  const folder = () => join(h.deps.config.dataDir, 'attachments', given.scope.organisationId)
  const kept = () => readdir(folder()).catch(() => [])
  const rowCount = async () => (await h.deps.db.everywhere.selectFrom('attachments').select('id').execute()).length
  const sweep = () => sweepAttachments(h.deps)
  const stranger = '01900000-0000-7000-8000-000000000000'

  test('a picture that came with an item is seen by its customer and by members', async () => {
    const { status, body } = await upload()
    expect(status).toBe(201)
    expect(body).toEqual({ id: expect.any(String), type: 'image/webp', width: 30, height: 20, size: expect.any(Number) })
    const receipt = await submit([body.id])
    expect(receipt.status).toBe(201)
    const { attachments } = await thread(receipt)
    expect(attachments).toEqual([{ ...body, url: `${receipt.body.statusUrl}/pictures/${body.id}` }])

    const shown = await h.request('GET', new URL(attachments[0].url).pathname)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': `attachment; filename="klankbord-2026-03-02-${body.id.slice(-6)}.webp"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=86400, immutable',
    })
  })

  test('a member sees it as a download that can do nothing', async () => {
    const { customer, people } = await plantTenant(h.deps, 'geplant')
    const path = `/api/v1/feedback/${customer.feedbackId}/attachments/${customer.attachmentId}`
    const shown = await h.request('GET', path, { headers: { cookie: people.viewer.cookie } })
    expect(shown).toMatchObject({ status: 200, body: 'geplant klant tekende' })
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': expect.stringMatching(/^attachment; filename="klankbord-[\w-]+\.webp"$/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=86400, immutable',
    })
    const item = await h.request('GET', `/api/v1/feedback/${customer.feedbackId}`, { headers: { cookie: people.viewer.cookie } })
    expect((item.body as { attachments: unknown }).attachments).toEqual([
      { id: customer.attachmentId, type: 'image/webp', width: 1, height: 1, size: 9 },
    ])
  })

  test('of an item without pictures nothing is shown', async () => {
    expect((await thread(await submit(undefined))).attachments).toEqual([])
    expect((await thread(await submit([]))).attachments).toEqual([])
  })

  test('five pictures are shown in the order in which they were sent', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await upload(await picture(10 + i))).body.id)
    const { attachments } = await thread(await submit(ids.toReversed()))
    expect(attachments.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('a picture belongs to one item, and an item is kept with all its pictures or not at all', async () => {
    const [mine, spare] = [(await upload()).body.id, (await upload()).body.id]
    expect((await submit([mine])).status).toBe(201)
    for (const ids of [[mine], [spare, mine], [stranger], [spare, spare], [...Array(6)].map(newId), ['../x'], 'x', [7]]) {
      const refusal = await submit(ids)
      expect(refusal.status).toBe(400)
      expect(refusal.body.errors[0].path).toMatch(/^attachments(\.0)?$/)
    }
    expect((await h.deps.db.everywhere.selectFrom('feedbackItems').select('id').execute()).length).toBe(1)
    expect((await submit([spare])).status).toBe(201)
  })

  test('of many who claim a picture at once one has it', async () => {
    const { id } = (await upload()).body
    const statuses = (await Promise.all(Array.from({ length: 12 }, () => submit([id])))).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([201, ...Array(11).fill(400)])
  })

  test('a submission that is sent again keeps its pictures and gets the same receipt', async () => {
    const [ids, key] = [[(await upload()).body.id, (await upload()).body.id], randomUUID()]
    const first = await submit(ids, key)
    expect(await submit(ids, key)).toMatchObject({ status: 201, body: first.body })
    expect((await submit([ids[0]], key)).status).toBe(422)
    expect((await thread(first)).attachments).toHaveLength(2)
  })

  test('a picture that was sent to another site can’t be claimed', async () => {
    const other = await givenOrganisation(h.deps, 'Slager')
    const { id } = (await upload(undefined, other.siteKey)).body
    expect((await submit([id])).status).toBe(400)
    expect((await submit([id], randomUUID(), other.siteKey)).status).toBe(201)
  })

  test('the status page shows each picture with what it is, and leads to it', async () => {
    const [first, second] = [(await upload()).body.id, (await upload()).body.id]
    const { body } = await submit([first, second])
    const { pathname } = new URL(body.statusUrl)
    const page = String((await h.request('GET', pathname)).body)
    expect([...page.matchAll(/<a href="([^"]+)"><img src="([^"]+)" alt="([^"]+)"/g)].map(([, ...found]) => found)).toEqual([
      [`${pathname}/pictures/${first}`, `${pathname}/pictures/${first}`, 'Afbeelding 1 van de 2 die je meestuurde'],
      [`${pathname}/pictures/${second}`, `${pathname}/pictures/${second}`, 'Afbeelding 2 van de 2 die je meestuurde'],
    ])
    expect(String((await h.request('GET', new URL((await submit(undefined)).body.statusUrl).pathname)).body)).not.toContain('<img')
  })

  test('with the link of another item, or another id, there is no picture', async () => {
    const [first, second] = [await submit([(await upload()).body.id]), await submit([(await upload()).body.id])]
    const [{ url }] = (await thread(first)).attachments
    const id = url.split('/').at(-1)
    const token = (receipt: typeof first) => receipt.body.statusUrl.split('/').at(-1)
    const paths = [
      `/f/${token(second)}/pictures/${id}`,
      `/f/${token(first)}/pictures/${stranger}`,
      `/f/${token(first)}/pictures/..%2f${id}`,
      `/f/${'A'.repeat(64)}/pictures/${id}`,
      `/f/${h.deps.tokens.sign('customer', first.body.id)}/pictures/${id}`,
    ]
    for (const path of paths) {
      const refusal = await h.request('GET', path)
      expect([path, refusal.status, refusal.headers.get('content-type')]).toEqual([path, 404, 'text/html; charset=UTF-8'])
      expect(refusal.headers.get('cache-control')).toBe('no-store')
    }
    expect((await h.request('GET', new URL(url).pathname)).status).toBe(200)
  })

  test('a picture whose file is lost is not found, and the log says which', async () => {
    const log = vi.spyOn(h.deps.log, 'error')
    const [{ url, id }] = (await thread(await submit([(await upload()).body.id]))).attachments
    await h.deps.files.remove(`${given.scope.organisationId}/${id}`)
    expect((await h.request('GET', new URL(url).pathname)).status).toBe(404)
    expect(log).toHaveBeenCalledExactlyOnceWith({ attachmentId: id, organisationId: given.scope.organisationId }, 'picture is lost')
  })

  test('a picture that nobody claims within a day is removed, with its file', async () => {
    const early = (await upload()).body.id
    h.pass({ hours: 23 })
    await sweep()
    const claimed = (await upload()).body.id
    await submit([claimed])
    const late = (await upload()).body.id
    h.pass({ hours: 1 })
    await sweep()
    expect((await kept()).toSorted()).toEqual([claimed, late].toSorted())
    expect(await rowCount()).toBe(2)
    expect((await submit([early])).status).toBe(400)
    expect((await submit([late])).status).toBe(201)
  })

  test('who claims a picture while it is swept away has it whole, or is refused', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, async () => (await upload()).body.id as string))
    h.pass({ days: 1 })
    const claims = await Promise.all(ids.flatMap((id, i) => (i === 4 ? [submit([id]), sweep()] : [submit([id])])))
    await sweep()
    const statuses = claims.flatMap((claim) => (claim ? [claim.status] : []))
    expect(statuses.every((status) => status === 201 || status === 400)).toBe(true)
    expect((await kept()).length).toBe(statuses.filter((status) => status === 201).length)
    expect(await rowCount()).toBe(await kept().then(({ length }) => length))
  })

  test('a sweep that was stopped half way is finished by the next, also by two at once', async () => {
    await Promise.all([upload(), upload(), upload()])
    h.pass({ days: 1 })
    const { remove } = h.deps.files
    let calls = 0
    h.deps.files.remove = async (key) => {
      if (++calls > 1) throw new Error('the process is killed here')
      await remove(key)
    }
    await expect(sweep()).rejects.toThrow('killed')
    expect([(await kept()).length, await rowCount()]).toEqual([2, 3])
    h.deps.files.remove = remove
    await Promise.all([sweep(), sweep()])
    expect([(await kept()).length, await rowCount()]).toEqual([0, 0])
  })

  test('files that no row knows are removed, but not those of another database', async () => {
    const id = (await upload()).body.id
    const [lost, half, halfOfMine] = [newId(), `${newId()}.${randomUUID()}.part`, `${id}.${randomUUID()}.part`]
    for (const name of [lost, half, halfOfMine]) await writeFile(join(folder(), name), 'x')
    const others = join(folder(), '..', newId())
    await mkdir(others)
    await writeFile(join(others, newId()), 'x')
    await sweep()
    expect((await kept()).toSorted()).toEqual([id, halfOfMine].toSorted())
    expect(await readdir(others)).toHaveLength(1)
  })

  test('pictures of what is erased are gone at once, and their files soon after', async () => {
    const [ids, other] = [[(await upload()).body.id, (await upload()).body.id], (await upload()).body.id]
    const receipt = await submit(ids)
    await submit([other])
    const [{ url }] = (await thread(receipt)).attachments
    await transact(h.deps.db, (db) => removeAttachmentsOf(h.deps, db, given.scope, [receipt.body.id]))
    expect((await thread(receipt)).attachments).toEqual([])
    expect((await h.request('GET', new URL(url).pathname)).status).toBe(404)
    expect((await submit([ids[0]])).status).toBe(400)
    await sweep()
    expect(await kept()).toEqual([other])
    expect(await rowCount()).toBe(1)
  })

  test('an erasure that is taken back keeps the pictures', async () => {
    const receipt = await submit([(await upload()).body.id])
    const erasing = transact(h.deps.db, async (db) => {
      await removeAttachmentsOf(h.deps, db, given.scope, [receipt.body.id])
      throw new Error('something else failed')
    })
    await expect(erasing).rejects.toThrow()
    await sweep()
    expect((await thread(receipt)).attachments).toHaveLength(1)
    expect(await kept()).toHaveLength(1)
  })

  test('where no file can be written it is said so, and nothing is left', async () => {
    h.deps.files.put = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
    expect(await upload()).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    h.pass({ days: 1 })
    await sweep()
    expect(await rowCount()).toBe(0)
  })

  test('5 MB is taken, a byte more is not', async () => {
    const most = 5 * 1024 * 1024
    const padded = (size: number) => picture().then((png) => Buffer.concat([png, Buffer.alloc(size - png.length)]))
    expect((await upload(await padded(most))).status).toBe(201)
    expect(await upload(await padded(most + 1))).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })

  test('one address may send 30 pictures in ten minutes', async () => {
    const limited = await openHarness(open, { RATE_LIMIT: 'on' })
    const { siteKey } = await givenOrganisation(limited.deps)
    const send = () =>
      limited.request('POST', `/widget/v1/sites/${siteKey}/attachments`, { body: new Uint8Array(), headers: { Origin: SITE_ORIGIN } })
    for (let i = 0; i < 30; i++) expect((await send()).status).toBe(400)
    const refused = await send()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
    await limited.close()
  })
})
