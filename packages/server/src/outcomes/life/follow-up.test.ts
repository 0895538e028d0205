import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../../test/answering.ts'
import { engines } from '../../../test/engines.ts'
import { compareTallies } from '../../db/tallies.ts'
import { readThread } from '../../feedback/thread/read-thread.ts'
import { followPart } from './follow-up.ts'
import { listFollowing } from './follow-up-store.ts'

const MANY = 1_200

describe.each(engines)('$engine, what follows for very many', ({ open }) => {
  let answering: Answering
  let ids: string[]
  let id: string
  beforeEach(async () => {
    answering = await openAnswering(open)
    ids = await answering.saysMany(MANY)
    const [one, other] = [await answering.says({ email: 'twee@example.com' }), await answering.says({ email: 'twee@example.com' })]
    ids.push(one.id, other.id)
    id = (await answering.draft({ feedbackIds: ids })).id
    await answering.publish(id)
    await answering.answerRest()
  })
  afterEach(() => answering.harness.close())

  const mine = () => answering.harness.deps.db.within(answering.given.scope)
  const having = async (status: string) => (await mine().selectFrom('feedbackItems').select('id').where('status', '=', status).execute()).length
  const heard = async (type: string) => (await answering.events(type)).filter(({ feedbackItemId }) => feedbackItemId !== null).length
  const wrongTallies = async () =>
    (await compareTallies(answering.harness.deps.db.everywhere as unknown as Kysely<never>)).filter(({ wrong }) => wrong > 0)
  const mails = async (key: string) =>
    (await mine().selectFrom('deliveries').select(['id', 'receiver']).where('aboutId', '=', id).execute()).filter((one) => one.id.startsWith(key))
      .length
  const put = (step: string, body: object) => answering.ask('PUT', `/api/v1/outcomes/${id}/${step}`, { because: 'Het klopte niet', ...body })
  /** Two processes at once, of which one dies in between. */
  const partly = async () => {
    const [one] = await listFollowing(answering.harness.deps.db)
    if (!one) throw new Error('Nothing follows')
    const dies = () => {
      throw new Error('killed')
    }
    await expect(followPart(answering.harness.deps, one, 300, dies)).rejects.toThrow('killed')
    expect((await Promise.all([1, 2].map(() => followPart(answering.harness.deps, one, 300)))).filter(Boolean)).toHaveLength(1)
  }

  test('a withdrawal is out at once, its items are opened again part by part, each once, and who reads meanwhile sees no answer any more', async () => {
    expect((await put('withdrawal', {})).body.state).toBe('withdrawn')
    expect(await having('answered')).toBe(MANY + 2)
    await partly()
    expect(await having('reopened')).toBe(300)
    const last = await answering.item(ids.toSorted().at(-1) as string)
    const who = { kind: 'customer' as const, id: last.customerId, siteId: answering.given.siteId }
    expect(await readThread(answering.harness.deps, { ...answering.given.scope, who }, last.id)).toMatchObject({ status: 'reopened', outcome: null })
    await Promise.all([answering.answerRest(), answering.answerRest()])
    expect([await having('reopened'), await heard('outcome.withdrawn')]).toEqual([MANY + 2, MANY + 2])
    const whole = (await answering.events('outcome.withdrawn')).filter(({ feedbackItemId }) => feedbackItemId === null)
    expect(whole.map(({ detail }) => JSON.parse(detail))).toEqual([{ outcomeId: id, reopened: MANY + 2 }])
    expect(await wrongTallies()).toEqual([])
  })

  test('a correction that is mailed reaches each address once, however many parts its items come in; one that is withdrawn meanwhile tells nobody more', async () => {
    expect((await put('correction', { did: 'Twee banken.', mail: true })).body.state).toBe('corrected')
    await partly()
    await answering.answerRest()
    expect([await heard('outcome.corrected'), await answering.item(ids[0] as string)]).toMatchObject([MANY + 2, { news: 2 }])
    expect([await mails('outcome-email'), await mails('outcome-correction')]).toEqual([MANY + 1, MANY + 1])

    answering.harness.pass({ minutes: 1 })
    await put('correction', { did: 'Drie banken.', mail: true })
    await partly()
    await put('withdrawal', {})
    await answering.answerRest()
    expect([await heard('outcome.corrected'), await having('reopened')]).toEqual([MANY + 2 + 300, MANY + 2])
    expect(await wrongTallies()).toEqual([])
  })
})
