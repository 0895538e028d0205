import type { LetterChoice, TeamLetter } from '@klankbord/shared/letters'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findMember, readOrganisation } from '../members/store.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { membershipIn } from '../teams/store.ts'
import { type KnownChoice, listChoices, removeChoices, untouched, upsertChoice } from './choice-store.ts'
import { nextLetter } from './queue-letters.ts'
import { countReceivers, listTeams } from './store.ts'

/** When the letters come, of every team for an owner or admin, else of the teams that one is in. */
export async function readLetters({ db, clock }: Deps, scope: Scope): Promise<{ items: TeamLetter[]; all: LetterChoice; next: null }> {
  const { timeZone, locale } = await readOrganisation(db, scope)
  const choices = await listChoices(db, scope)
  const receivers = await countReceivers(db, scope)
  const own = await ownTeams(db, scope)
  const all = choices.get(scope.organisationId) ?? untouched(locale)
  const teams = await listTeams(db, scope)
  const items = teams
    .filter(({ id }) => setsAll(scope) || own.has(id))
    .map(({ id, name }) => {
      const choice = choices.get(id) ?? all
      return {
        ...presentChoice(choice),
        teamId: id,
        team: name,
        own: choices.has(id),
        receivers: receivers.get(id) ?? 0,
        nextAt: choice.on ? nextLetter(choice, timeZone, clock()) : null,
        mayChange: setsAll(scope) || own.get(id) === 'lead',
      }
    })
  return { items, all: presentChoice(all), next: null }
}

const presentChoice = ({ on, weekday, hour, locale }: KnownChoice | LetterChoice): LetterChoice => ({ on, weekday, hour, locale })

/** One choice for every team: what a team chose for itself before is gone. */
export async function changeAllLetters({ db, clock }: Deps, scope: Scope, choice: LetterChoice): Promise<LetterChoice> {
  const now = clock()
  await transact(db, async (db) => {
    await removeChoices(db, scope)
    await upsertChoice(db, scope, scope.organisationId, choice, now.toISOString())
    await record(db, scope, [{ type: 'letters.changed', detail: { ...choice } }], now)
  })
  return choice
}

export async function changeTeamLetter(deps: Deps, scope: Scope, { teamId, ...choice }: LetterChoice & { teamId: string }): Promise<TeamLetter> {
  const { db, clock } = deps
  const now = clock()
  await transact(db, async (db) => {
    const team = (await listTeams(db, scope)).find(({ id }) => id === teamId)
    if (!team) throw notFound('team')
    await requireLead(db, scope, team)
    await upsertChoice(db, scope, teamId, presentChoice(choice), now.toISOString())
    await record(db, scope, [{ type: 'letters.changed', aboutId: teamId, detail: { teamId, ...choice } }], now)
  })
  const changed = (await readLetters(deps, scope)).items.find((one) => one.teamId === teamId)
  if (!changed) throw notFound('team')
  return changed
}

const setsAll = ({ who }: Scope) => 'role' in who && (who.role === 'owner' || who.role === 'admin')

async function requireLead(db: Db, scope: Scope, { id, name }: { id: string; name: string }) {
  const { who } = scope
  if (setsAll(scope) || (who.kind === 'member' && (await membershipIn(db, scope, id, who.id)) === 'lead')) return
  throw new ProblemError('forbidden', `Only a lead of ${name}, an admin or an owner decides when its letter comes.`)
}

/** What somebody is in each of their teams. */
async function ownTeams(db: Db, scope: Scope): Promise<Map<string, string>> {
  const { who } = scope
  const member = who.kind === 'member' ? await findMember(db, scope, who.id) : undefined
  return new Map(member?.teams.map(({ teamId, role }) => [teamId, role]))
}
