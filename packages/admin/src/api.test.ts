import { feedbackEndpoints } from '@klankbord/shared/feedback'
import { measureEndpoints } from '@klankbord/shared/measures'
import { outcomeEndpoints } from '@klankbord/shared/outcomes'
import { teamEndpoints } from '@klankbord/shared/teams'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { call, isProblem, ProblemError, requestFor } from './api.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) => {
  const fetch = vi.fn(async () => new Response(body === undefined ? null : JSON.stringify(body), { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

describe('what is asked of the server', () => {
  test('path parameters go into the path, and the rest of a read into the query', () => {
    expect(requestFor(feedbackEndpoints.readFeedback, { id: 'a/b' }).url).toBe('/api/v1/feedback/a%2Fb')
    const { url, init } = requestFor(feedbackEndpoints.listFeedback, { status: 'routed,reopened', q: 'te laat', cursor: undefined, limit: 50 })
    expect(url).toBe('/api/v1/feedback?status=routed%2Creopened&q=te+laat&limit=50')
    expect(init.body).toBeUndefined()
  })

  test('a change is sent as JSON without what stands in the path', () => {
    const { url, init } = requestFor(feedbackEndpoints.routeFeedback, { id: '1', goalId: '2' })
    expect(url).toBe('/api/v1/feedback/1/goal')
    expect(init).toMatchObject({ method: 'PUT', body: '{"goalId":"2"}' })
  })

  test('where the body is a list, it is sent as a list', () => {
    const points = [{ at: '2026-01-01', value: 1 }]
    expect(requestFor(measureEndpoints.putMeasurePoints, { id: '1', points }).init.body).toBe(JSON.stringify(points))
  })

  test('an act has a name, and keeps it only for as long as no answer came', async () => {
    const names: (string | null)[] = []
    const sent = (reply: () => Response) => {
      vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
        names.push(new Headers(headers).get('idempotency-key'))
        return reply()
      })
      return call(teamEndpoints.createTeam, { name: 'Balie', level: 'team', parentId: null }).catch(() => undefined)
    }
    const lost = () => {
      throw new TypeError('Failed to fetch')
    }
    await sent(lost)
    await sent(() => new Response('<h1>502</h1>', { status: 502 }))
    await sent(() => new Response('{}', { status: 201 }))
    await sent(() => new Response('{}', { status: 201 }))
    expect(names[0]).toMatch(/^[\w-]{36}$/)
    expect(names.slice(1, 3)).toEqual([names[0], names[0]])
    expect(names[3]).not.toBe(names[0])
  })
})

describe('what comes back', () => {
  test('a success is its body, and nothing where there is none', async () => {
    answer(200, { items: [], next: null })
    await expect(call(outcomeEndpoints.listOutcomes, {})).resolves.toEqual({ items: [], next: null })
    answer(204, undefined)
    await expect(call(outcomeEndpoints.deleteOutcome, { id: '1' })).resolves.toBeUndefined()
  })

  test('a refusal becomes its code, with what is wrong by field', async () => {
    answer(400, { code: 'bad-input', detail: 'No', errors: [{ path: 'title', message: 'Fill this in' }] })
    const error = await call(outcomeEndpoints.deleteOutcome, { id: '1' }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ code: 'bad-input', status: 400, fields: { title: 'Fill this in' } })
  })

  test("a proxy's own page is a server that is busy, not a success", async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>502</h1>', { status: 502 }))
    const error = await call(outcomeEndpoints.listOutcomes, {}).catch((error: unknown) => error)
    expect(isProblem(error, 'unavailable')).toBe(true)
  })

  test('no answer at all is told apart from a refusal', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    const error = await call(outcomeEndpoints.listOutcomes, {}).catch((error: unknown) => error)
    expect(isProblem(error, 'unreachable')).toBe(true)
  })
})
