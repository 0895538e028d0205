import { type Member, memberEndpoints } from '@klankbord/shared/members'
import type { Team } from '@klankbord/shared/teams'
import { infiniteQueryOptions, useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { X } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { MemberChoice } from '../ui/member-choice.tsx'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { sayWithUndo } from './saving.ts'
import type { Membership } from './team-choice.tsx'
import { teamsChanged } from './teams-changed.ts'

interface TeamPeopleProps {
  team: Team
  onClose: () => void
}

/** What a member is in a team; null where they are not in it. */
const partIn = (member: Member, teamId: string): Part => member.teams.find((membership) => membership.teamId === teamId)?.role ?? null

/** The people of a team, leads first. */
function peopleOf(members: readonly Member[], teamId: string): Member[] {
  const rank = (member: Member) => (partIn(member, teamId) === 'lead' ? 0 : 1)
  const inTeam = members.filter((member) => partIn(member, teamId) !== null)
  return inTeam.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

const inTeamQuery = (teamId: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'in', teamId],
    queryFn: ({ pageParam }) => call(memberEndpoints.listMembers, { teamId, active: 'true', cursor: pageParam || undefined, limit: 100 }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

type Part = Membership['role'] | null

/** Gives a colleague another part in the team: seen at once, taken back when it is refused. */
function usePart(team: Team) {
  const { t } = useFullLanguage()
  const teamsOf = (member: Member, role: Part): Membership[] => {
    const others = member.teams.filter(({ teamId }) => teamId !== team.id)
    return role ? [...others, { teamId: team.id, role }] : others
  }
  const mutationKey = ['part', team.id]
  return useMutation({
    mutationKey,
    mutationFn: ({ member, role }: { member: Member; role: Part }) =>
      call(memberEndpoints.changeMember, { id: member.id, teams: teamsOf(member, role) }),
    onMutate: async ({ member, role }) => {
      await queryClient.cancelQueries({ queryKey: ['members'] })
      queryClient.setQueryData(inTeamQuery(team.id).queryKey, (data) => {
        if (!data) return data
        const changed = { ...member, teams: teamsOf(member, role) }
        const pages = data.pages.map((page) => ({ ...page, items: page.items.map((one) => (one.id === member.id ? changed : one)) }))
        const [page] = pages
        const known = pages.some(({ items }) => items.some(({ id }) => id === member.id))
        return { ...data, pages: known || !page ? pages : [{ ...page, items: [...page.items, changed] }, ...pages.slice(1)] }
      })
    },
    onSuccess: (_, { member }) => void sayWithUndo(member.id, t.saved, t, teamsChanged),
    // While another change is under way, what the server knows is older than what is shown.
    onSettled: () => queryClient.isMutating({ mutationKey }) === 1 && teamsChanged(),
  })
}

/** Who is in a team and who leads it. Each change counts at once. */
export function TeamPeople({ team, onClose }: TeamPeopleProps) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const change = usePart(team)
  const query = useInfiniteQuery(inTeamQuery(team.id))
  const people = peopleOf(query.data?.pages.flatMap(({ items }) => items) ?? [], team.id)
  return (
    <Dialog title={texts.peopleOf(team.name)} onClose={onClose} foot={<Button onClick={onClose}>{t.close}</Button>}>
      <p class="soft note-size">{texts.leadHint}</p>
      {query.isPending ? (
        <Loading lines={3} />
      ) : people.length === 0 ? (
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
      {query.hasNextPage && (
        <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.showMore}
        </Button>
      )}
      <MemberChoice
        key={people.length}
        label={texts.addPerson}
        value={null}
        except={new Set(people.map(({ id }) => id))}
        placeholder={texts.addPersonExample}
        onChoose={(_, member) => member && change.mutate({ member, role: 'member' })}
      />
      <ProblemNote error={change.error} />
    </Dialog>
  )
}
