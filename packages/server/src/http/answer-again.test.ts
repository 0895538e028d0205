import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { mountTeams } from '../teams/http.ts'

const JSON_TYPE = 'application/json'

describe.each(engines)('an act that is sent again since its answer was lost, $engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountTeams, given.scope)
  })
  afterAll(() => harness.close())

  const named = (key: string) => ({ 'Idempotency-Key': key })
  const add = (name: string, key: string, as = ask) => as('POST', '/api/v1/teams', { name, level: 'team' }, JSON_TYPE, named(key))
  const teams = async () => (await ask('GET', '/api/v1/teams')).body.items.map(({ name }: { name: string }) => name)

  test('is done once, and gets the same answer, also while it is still under way', async () => {
    const answers = await Promise.all([add('Balie', 'a'), add('Balie', 'a')])
    answers.push(await add('Balie', 'a'))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await teams()).filter((name: string) => name === 'Balie')).toHaveLength(1)
  })

  test('is another act under a name of its own, and for another colleague', async () => {
    const colleague = askingAs(harness.deps, mountTeams, await givenMember(harness.deps, given.scope.organisationId, 'owner'))
    await add('Kas', 'b')
    await add('Kas', 'c')
    await add('Kas', 'b', colleague)
    expect((await teams()).filter((name: string) => name === 'Kas')).toHaveLength(3)
  })

  test('is refused when it is not the same', async () => {
    await add('Magazijn', 'd')
    expect(await add('Kelder', 'd')).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    expect(await teams()).not.toContain('Kelder')
  })

  test('is tried anew when it was refused', async () => {
    const wrong = { name: 'Zolder', level: 'team', parentId: given.teamId }
    expect((await ask('POST', '/api/v1/teams', wrong, JSON_TYPE, named('e'))).status).toBe(400)
    expect((await add('Zolder', 'e')).status).toBe(201)
  })
})
