import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { engines } from '../../test/engines.ts'
import { readThread } from '../feedback/thread/read-thread.ts'
import { composeOutcomeEmail } from './outcome-email.tsx'

const did =
  'Elke ochtend bellen we, **ook op zaterdag**:\n\n- wie later aan de beurt is\n- zie [de lijst](https://example.nl/lijst)\n\n<img src=x onerror=alert(1)> [hier](javascript:alert(1))'
const plainly = 'Elke ochtend bellen we, ook op zaterdag:\n\n• wie later aan de beurt is\n• zie de lijst (https://example.nl/lijst)'

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  async function published() {
    const item = await answering.says({ email: 'ada@example.com' })
    const { id } = await answering.draft({ did, feedbackIds: [item.id] })
    await answering.publish(id)
    return { id: id as string, item }
  }

  /** What no reader may ever get: marks of formatting as text, and anything of it read as HTML. */
  const expectFormatted = (html: string) => {
    expect(html).toMatch(/<strong[^>]*>ook op zaterdag<\/strong>/)
    expect(html).toMatch(/<li[^>]*>wie later aan de beurt is<\/li>/)
    expect(html).toMatch(/<a [^>]*href="https:\/\/example\.nl\/lijst"[^>]*>de lijst<\/a>/)
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toMatch(/<img src=x|href="javascript|\*\*/)
  }

  test('formatted parts of an outcome are formatted on the public page and the status page, and nothing in them is HTML', async () => {
    const { item } = await published()
    const { deps, request } = answering.harness
    expectFormatted(String((await request('GET', '/outcomes', { headers: { 'Accept-Language': 'nl' } })).body))
    expectFormatted(String((await request('GET', `/f/${deps.tokens.sign('status', item.id)}`)).body))
  })

  test('in an e-mail they are formatted, and its plain part and the feeds read well without any marks', async () => {
    const { id, item } = await published()
    const { deps, request } = answering.harness
    const mail = await composeOutcomeEmail(deps, answering.given.scope, { outcomeId: id, customerId: item.customerId })
    if (!mail || mail === 'not-yet') throw new Error('Nobody is told')
    expectFormatted(mail.html ?? '')
    expect(mail.text).toContain(plainly)
    const feed = JSON.stringify((await request('GET', '/outcomes.json')).body)
    expect(feed).toContain('• wie later aan de beurt is')
    expect(feed).not.toContain('**')
  })

  test('the widget, which shows words as they come, gets them without marks; colleagues get them as they were written', async () => {
    const { id, item } = await published()
    const { body } = await answering.publicly('GET', `/widget/v1/sites/${answering.given.siteKey}/outcomes`)
    expect(body.items[0].did).toContain(plainly)
    const thread = await readThread(
      answering.harness.deps,
      { ...answering.given.scope, who: { kind: 'customer', id: item.customerId, siteId: answering.given.siteId } },
      item.id,
    )
    expect(thread.outcome?.did).toBe(did)
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body.did).toBe(did)
  })
})
