import { describe, expect, test } from 'vitest'
import { mailThroughKills } from './mail-through-kills.ts'

const CONNECTIONS = 5
const kills = 2

describe.concurrent.each([{ engine: 'sqlite' }, { engine: 'postgres' }] as const)('$engine', ({ engine }) => {
  test.each(['slow', 'drops'] as const)(
    'a server that is killed while it mails to one that is %s sends nothing twice and loses nothing, and goes on within ten seconds',
    async (temper) => {
      const { twice, unknown, lost, resumedMs, output } = await mailThroughKills({ engine, temper, letters: 80, kills })
      expect({ twice, lost }).toEqual({ twice: 0, lost: 0 })
      // Those whose answer never came are not sent again, but shown.
      expect(unknown).toBeLessThanOrEqual(kills * CONNECTIONS)
      expect(Math.max(...resumedMs)).toBeLessThan(10_000)
      expect(output).toContain('"state":"sent"')
      expect(output).not.toContain('@example.com')
    },
    90_000,
  )
})
