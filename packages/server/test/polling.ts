import type { Role } from '@klankbord/shared/members'
import { newId } from '../src/db/ids.ts'
import type { Scope } from '../src/db/scope.ts'
import { composers, ticks } from '../src/deliveries.ts'
import { startWorker } from '../src/outbox/worker.ts'
import { mountPulses } from '../src/pulses/http.ts'
import { askingAs } from './asking-as.ts'
import { givenMember, givenOrganisation } from './builders.ts'
import type { Engine } from './engines.ts'
import { openHarness } from './harness.ts'

export type Polling = Awaited<ReturnType<typeof openPolling>>

/** An organisation that asks its colleagues: with an owner who leads the workshop, and as many more members and teams as a test needs. */
export async function openPolling(open: Engine['open'], environment: Record<string, string> = {}) {
  const harness = await openHarness(open, environment)
  const { deps } = harness
  const given = await givenOrganisation(deps)
  const mine = deps.db.within(given.scope)
  const idOf = ({ who }: Scope) => ('id' in who ? who.id : '')

  async function team(name: string, parentId: string | null = null, level = 'team'): Promise<string> {
    const id = newId()
    await mine.insertInto('teams', { id, name, level, parentId, createdAt: deps.clock().toISOString() }).execute()
    return id
  }
  async function join(scope: Scope, teamId: string, role = 'member') {
    await mine.insertInto('teamMembers', { teamId, memberId: idOf(scope), role }).execute()
  }
  /** Members of a team, or of none. */
  async function people(count: number, teamId: string | null = null, role: Role = 'member'): Promise<Scope[]> {
    const made: Scope[] = []
    for (let i = 0; i < count; i++) {
      const scope = await givenMember(deps, given.scope.organisationId, role)
      if (teamId) await join(scope, teamId)
      made.push(scope)
    }
    return made
  }
  const work = () => startWorker(deps, composers, ticks, { pollMs: null }).runOnce()
  const mailTo = (scope: Scope) => harness.mails.filter(({ to }) => to.startsWith(idOf(scope)))
  /** The path of the page in the last mail to somebody, such as `/p/…?lang=nl`. */
  const linkOf = (scope: Scope) => {
    const [, link = ''] = /https?:\/\/[^/\s]+(\/p\/(?!stop)[\w-]+\?lang=\w\w)/.exec(mailTo(scope).at(-1)?.text ?? '') ?? []
    return link
  }
  const post = (path: string, fields: string) =>
    harness.request('POST', path, { body: fields, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
  return {
    harness,
    deps,
    given,
    mine,
    idOf,
    team,
    join,
    people,
    work,
    mailTo,
    linkOf,
    post,
    ask: askingAs(deps, mountPulses, given.scope),
    askAs: (scope: Scope) => askingAs(deps, mountPulses, scope),
    answer: (scope: Scope, value: number) => post(linkOf(scope), `answer=${value}`),
  }
}
