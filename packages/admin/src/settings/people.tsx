import { type Member, memberEndpoints, type Role, roles } from '@klankbord/shared/members'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { membersQuery, meQuery, queryClient, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { Invitations } from './invitations.tsx'
import { type Membership, TeamChoice } from './team-choice.tsx'

export function People() {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const members = useInfiniteQuery(membersQuery(q.trim()))
  const items = members.data?.pages.flatMap((page) => page.items) ?? []
  const [editing, setEditing] = useState<Member | null>(null)
  return (
    <div class="stack" data-gap="large">
      <section class="stack">
        <h2>{t.settings.people.members}</h2>
        <TextField label={t.settings.people.search} value={q} onInput={(event) => setQ(event.currentTarget.value)} />
        {members.isPending && <Loading />}
        <ProblemNote error={members.error} retry={() => void members.refetch()} />
        {members.data && items.length === 0 && <p class="soft">{t.settings.teams.noPerson}</p>}
        <ul class="entries">
          {items.map((member) => (
            <li key={member.id} class="entry person">
              <PersonEntry member={member} onEdit={() => setEditing(member)} />
            </li>
          ))}
        </ul>
        {members.hasNextPage && (
          <Button small busy={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
            {t.showMore}
          </Button>
        )}
      </section>
      <section class="stack">
        <h2>{t.settings.people.invitations}</h2>
        <Invitations />
      </section>
      {editing && <MemberDialog member={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function PersonEntry({ member, onEdit }: { member: Member; onEdit: () => void }) {
  const { t } = useLanguage()
  const me = useMe()
  const { data: teams } = useQuery(teamsQuery)
  const nameOf = (id: string) => teams?.items.find((team) => team.id === id)?.name ?? '…'
  return (
    <>
      <div class="person-name">
        <strong>{member.name}</strong>
        {member.id === me.member?.id && <span class="soft"> ({t.settings.people.you})</span>}
        <p class="soft note-size">{member.email}</p>
      </div>
      <p class="note-size">
        {member.deactivatedAt ? <em>{t.settings.people.deactivated}</em> : t.roles[member.role]}
        <br />
        <span class="soft">
          {member.teams.map(({ teamId, role }) => (role === 'lead' ? `${nameOf(teamId)} (${t.settings.people.lead})` : nameOf(teamId))).join(', ') ||
            t.settings.people.noTeams}
        </span>
      </p>
      <Button small aria-label={t.settings.people.edit(member.name)} onClick={onEdit}>
        {t.settings.sites.edit}
      </Button>
    </>
  )
}

function useChangeMember(member: Member, done: () => void) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: (change: { role?: Role; teams?: Membership[]; deactivated?: boolean }) =>
      call(memberEndpoints.changeMember, { id: member.id, ...change }),
    onSuccess: () => {
      for (const queryKey of [['members'], meQuery.queryKey, teamsQuery.queryKey]) void queryClient.invalidateQueries({ queryKey })
      say(t.saved)
      done()
    },
  })
}

function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLanguage()
  const me = useMe()
  const [role, setRole] = useState<Role>(member.role)
  const [teams, setTeams] = useState<Membership[]>(member.teams)
  const [stopping, setStopping] = useState(false)
  const save = useChangeMember(member, onClose)
  const itself = member.id === me.member?.id
  const choosable = roles.filter((one) => one !== 'owner' || me.role === 'owner' || member.role === 'owner')
  if (stopping) {
    return (
      <Confirm
        title={t.settings.people.deactivateTitle(member.name)}
        act={t.settings.people.deactivate}
        danger
        busy={save.isPending}
        error={save.error}
        onConfirm={() => save.mutate({ deactivated: true })}
        onClose={onClose}
      >
        <p>{t.settings.people.deactivateText}</p>
      </Confirm>
    )
  }
  return (
    <Dialog title={member.name} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(itself ? { teams } : { role, teams })
        }}
      >
        {!itself && (
          <SelectField
            label={t.settings.people.role}
            value={role}
            options={choosable.map((value) => ({ value, label: `${t.roles[value]}: ${t.settings.people.roleHints[value]}` }))}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
        )}
        <TeamChoice chosen={teams} onChange={setTeams} />
        <ProblemNote error={save.error} />
        <footer class="dialog-foot">
          {!itself &&
            (member.deactivatedAt ? (
              <Button onClick={() => save.mutate({ deactivated: false })}>{t.settings.people.activate}</Button>
            ) : (
              <Button look="danger" onClick={() => setStopping(true)}>
                {t.settings.people.deactivate}
              </Button>
            ))}
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
