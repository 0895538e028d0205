import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileTexts } from './corpora/read.ts'
import { wrongWith } from './refusals.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'

const ID = '01900000-0000-7000-8000-000000000000'
const words = [...hostileTexts('naughty-strings'), ...hostileTexts('sql-injection'), ...hostileTexts('header-injection')]
const everything = [...words, ...hostileTexts('path-traversal'), ...hostileTexts('prototype-pollution')]

/** What is kept of words: line breaks of one form, no control characters, no half characters, no space around them. */
function kept(text: string): string {
  const plain = [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')].filter((one) => {
    const code = one.codePointAt(0) ?? 0
    return one === '\t' || one === '\n' || (code >= 0x20 && code !== 0x7f)
  })
  return plain
    .map((one) => (one.length === 1 && /[\uD800-\uDFFF]/.test(one) ? '\uFFFD' : one))
    .join('')
    .trim()
}

/** Enough where it is the way in that is tried, not each text. */
const everyThird = <Item>(items: Item[]) => items.filter((_, i) => i % 3 === 0)

/** Runs eight at a time, as visitors come. */
async function each<Item>(items: Item[], visit: (item: Item) => Promise<void>) {
  const left = [...items]
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await visit(item)
    }),
  )
}

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct(engine)
  })
  afterAll(() => it?.stop())

  /** What is wrong with how these words were taken: they are kept as they are, or refused. */
  async function wrongWithTaking(message: string): Promise<string[]> {
    const answer = await it.submit({ kind: 'idea', message })
    const expected = kept(message)
    if (expected === '') return wrongWith(answer, ['bad-input'])
    if (answer.status !== 201) return [`${answer.status} ${JSON.stringify(answer.body)}`]
    const authorization = `Bearer ${answer.body.customerToken}`
    const { body } = await it.product.request('GET', `/widget/v1/mine/feedback/${answer.body.id}`, undefined, { authorization, origin: ORIGIN })
    if (body.message !== expected) return [`came back as ${JSON.stringify(body.message)}`]
    if (!/<[a-z!/]/i.test(expected)) return []
    const page = await it.product.request('GET', new URL(answer.body.statusUrl).pathname)
    return page.status === 200 && !String(page.body).includes(expected) ? [] : [`is on the status page as it is (${page.status})`]
  }

  test('whatever a customer writes comes back as it was written', async () => {
    const faults: string[] = []
    await each(everything, async (message) => {
      const found = await wrongWithTaking(message)
      if (found.length > 0) faults.push(`${JSON.stringify(message)}: ${found.join('; ')}`)
    })
    expect(faults).toEqual([])
    expect(everything.length).toBeGreaterThan(700)
  })

  test('so does any text at all', async () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(anyText, async (message) => {
        expect(await wrongWithTaking(message)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('directions of writing, joined emoji and invisible characters stay', async () => {
    for (const message of ['\u202Eomgekeerd\u202C', 'a\u200Bb\u200Dc\u2060d', '👩‍👩‍👧‍👦', '🇳🇱', 'e\u0301', '\u0000שלום\u0007', 'ﷺ', 'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮'])
      expect(await wrongWithTaking(message)).toEqual([])
  })

  test('5,000 emoji are 5,000 characters, and one more is too many', async () => {
    expect(await wrongWithTaking('😀'.repeat(5000))).toEqual([])
    expect(wrongWith(await it.submit({ kind: 'idea', message: '😀'.repeat(5001) }), ['bad-input'])).toEqual([])
    expect(await wrongWithTaking(`  ${'x'.repeat(5000)}\n\n`)).toEqual([])
  })

  test('every other text of a submission is kept on its line or refused, and members can read it', async () => {
    const faults: string[] = []
    await each(everyThird(words), async (text) => {
      const attributes = { plan: text.slice(0, 200) }
      const answer = await it.submit({
        kind: 'complaint',
        message: 'Zie mijn naam',
        name: text,
        pageUrl: `https://www.winkel.example/${text}`,
        attributes,
      })
      if (answer.status === 400) return
      if (answer.status !== 201) return void faults.push(`${JSON.stringify(text)}: ${answer.status} ${JSON.stringify(answer.body)}`)
      const { status, body } = await it.product.request('GET', `/api/v1/feedback/${answer.body.id}`, undefined, it.owner)
      if (status !== 200 || /[\r\n\0]/.test(body.customer.name)) faults.push(`${JSON.stringify(text)}: ${status} ${JSON.stringify(body.customer)}`)
    })
    expect(faults).toEqual([])
  })

  test('a search for anything finds what it finds, and breaks nothing', async () => {
    const faults: string[] = []
    await each(everything, async (text) => {
      const answer = await it.product.request('GET', `/api/v1/feedback?limit=1&q=${encodeURIComponent(text.toWellFormed())}`, undefined, it.owner)
      const found = answer.status === 200 ? [] : wrongWith(answer, ['bad-input'])
      if (found.length > 0) faults.push(`${JSON.stringify(text)}: ${found.join('; ')}`)
    })
    expect(faults).toEqual([])
  })

  test('an address or a cursor that was made up finds nothing, and changes nothing', async () => {
    const before = await it.books.fingerprint()
    const madeUp = [
      '\0',
      'a\0b',
      '%',
      '..',
      '../..',
      '.',
      '\u{1F600}',
      '\uD800',
      ...everyThird(hostileTexts('path-traversal')),
      ...everyThird(hostileTexts('sql-injection')),
    ]
    const places = [
      ['GET', '/api/v1/feedback/*'],
      ['PUT', '/api/v1/feedback/*/spam'],
      ['GET', '/api/v1/outcomes/*/preview/html'],
      ['POST', '/api/v1/deliveries/*/resend'],
      ['GET', '/api/v1/mails/*'],
      ['GET', '/api/v1/mails/*/html'],
      ['GET', '/api/v1/invitations/*'],
      ['GET', '/api/v1/set-up/*'],
      ['DELETE', '/api/v1/api-keys/*'],
      ['GET', '/widget/v1/mine/feedback/*'],
      ['GET', '/api/v1/feedback?cursor=*'],
      ['GET', '/api/v1/outcomes?cursor=*'],
    ] as const
    const faults: string[] = []
    await each(
      madeUp.flatMap((text) => places.map((place) => ({ text, place }))),
      async ({ text, place: [method, path] }) => {
        const value = encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E')
        const who = path.startsWith('/widget') ? it.customer : it.owner
        const answer = await it.product.request(method, path.replace('*', value), undefined, who)
        const found = wrongWith(answer, ['bad-input', 'not-found', 'method-not-allowed'])
        if (found.length > 0) faults.push(`${method} ${path} with ${JSON.stringify(text)}: ${found.join('; ')}`)
      },
    )
    expect(faults).toEqual([])
    expect(await it.books.fingerprint()).toBe(before)
  })

  test('keys of a cursor are texts to the database, whatever they hold', async () => {
    for (const keys of [['\0', ID], ["' or 1=1 --", ID], ['x', '\0'], [{}, []], [null], '__proto__']) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url')
      for (const path of ['/api/v1/feedback', '/api/v1/outcomes', '/api/v1/initiatives', '/widget/v1/mine/feedback']) {
        const answer = await it.product.request('GET', `${path}?cursor=${cursor}`, undefined, path.startsWith('/widget') ? it.customer : it.owner)
        expect(answer.status === 200 ? [] : wrongWith(answer, ['bad-input'])).toEqual([])
      }
    }
  })
})
