import { type Member, memberEndpoints } from '@klankbord/shared/members'
import type { Page } from '@klankbord/shared/page'
import type { Team } from '@klankbord/shared/teams'
import { useMutation } from '@tanstack/preact-query'
import { X } from 'lucide'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { membersQuery, queryClient } from '../queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { grouped } from '../ui/grouped.ts'
import { ProblemNote } from '../ui/states.tsx'
import type { Membership } from './team-choice.tsx'
import { teamsChanged } from './teams-changed.ts'

interface TeamPeopleProps {
  team: Team
  members: Member[]
  onClose: () => void
}

/** What a member is in a team; null where they are not in it. */
export const partIn = (member: Member, teamId: string): Part => member.teams.find((membership) => membership.teamId === teamId)?.role ?? null

/** The people of a team, leads first. */
export function peopleOf(members: readonly Member[], teamId: string): Member[] {
  const inTeam = members.filter((member) => member.deactivatedAt === null && partIn(member, teamId) !== null)
  const rank = (member: Member) => (partIn(member, teamId) === 'lead' ? 0 : 1)
  return inTeam.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** The people of every team at once. */
export function peopleByTeam(members: readonly Member[]): Map<string, Member[]> {
  const pairs = members.flatMap((member) => member.teams.map(({ teamId }) => ({ teamId, member })))
  return new Map(
    [...grouped(pairs, ({ teamId }) => teamId)].map(([teamId, found]) => [
      teamId,
      peopleOf(
        found.map(({ member }) => member),
        teamId,
      ),
    ]),
  )
}

type Part = Membership['role'] | null

/** Gives a colleague another part in the team: seen at once, taken back when it is refused. */
function usePart(team: Team) {
  const teamsOf = (member: Member, role: Part): Membership[] => {
    const others = member.teams.filter(({ teamId }) => teamId !== team.id)
    return role ? [...others, { teamId: team.id, role }] : others
  }
  return useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Part }) =>
      call(memberEndpoints.changeMember, { id: member.id, teams: teamsOf(member, role) }),
    onMutate: ({ member, role }) =>
      queryClient.setQueryData<Page<Member>>(
        membersQuery.queryKey,
        (page) => page && { ...page, items: page.items.map((one) => (one.id === member.id ? { ...one, teams: teamsOf(one, role) } : one)) },
      ),
    onSettled: teamsChanged,
  })
}

/** Who is in a team and who leads it. Each change counts at once. */
export function TeamPeople({ team, members, onClose }: TeamPeopleProps) {
  const { t } = useLanguage()
  const texts = t.settings.teams
  const change = usePart(team)
  const people = peopleOf(members, team.id)
  const absent = members.filter((member) => member.deactivatedAt === null && partIn(member, team.id) === null)
  return (
    <Dialog title={texts.peopleOf(team.name)} onClose={onClose} foot={<Button onClick={onClose}>{t.close}</Button>}>
      <p class="soft note-size">{texts.leadHint}</p>
      {people.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <ul class="entries team-people">
          {people.map((member) => (
            <li key={member.id} class="team-person">
              <span>{member.name}</span>
              <label class="choice note-size">
                <input
                  type="checkbox"
                  checked={partIn(member, team.id) === 'lead'}
                  aria-label={`${member.name}: ${t.settings.people.lead}`}
                  onChange={(event) => change.mutate({ member, role: event.currentTarget.checked ? 'lead' : 'member' })}
                />
                {t.settings.people.lead}
              </label>
              <IconButton icon={X} small label={texts.takeOut(member.name)} onClick={() => change.mutate({ member, role: null })} />
            </li>
          ))}
        </ul>
      )}
      {absent.length > 0 && (
        <Choice
          key={people.length}
          label={texts.addPerson}
          options={absent.map(({ id, name, email }) => ({ id, title: name, note: email }))}
          value={null}
          placeholder={texts.addPersonExample}
          nothing={texts.noPerson}
          onChoose={(id) => {
            const member = absent.find((one) => one.id === id)
            if (member) change.mutate({ member, role: 'member' })
          }}
        />
      )}
      <ProblemNote error={change.error} />
    </Dialog>
  )
}
