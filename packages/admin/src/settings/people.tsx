import type { Member } from '@klankbord/shared/members'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { membersQuery, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { Invitations } from './invitations.tsx'
import { MemberDialog } from './member-dialog.tsx'

export function People() {
  const { t } = useFullLanguage()
  const [q, setQ] = useState('')
  const members = useInfiniteQuery(membersQuery(q.trim()))
  const items = members.data?.pages.flatMap((page) => page.items) ?? []
  const [editing, setEditing] = useState<Member | null>(null)
  return (
    <div class="stack" data-gap="large">
      <section class="stack">
        <h2>{t.settings.people.invitations}</h2>
        <Invitations />
      </section>
      <section class="stack">
        <h2>{t.settings.people.members}</h2>
        <TextField label={t.settings.people.search} value={q} onInput={(event) => setQ(event.currentTarget.value)} />
        {members.isPending && <Loading />}
        <ProblemNote error={members.error} retry={() => void members.refetch()} />
        {members.data && items.length === 0 && <p class="soft">{t.settings.teams.noPerson}</p>}
        <ul class="entries">
          {items.map((member) => (
            <li key={member.id} class="entry person" data-left={member.deactivatedAt !== null || undefined}>
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
      {editing && <MemberDialog key={editing.id} member={items.find(({ id }) => id === editing.id) ?? editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function PersonEntry({ member, onEdit }: { member: Member; onEdit: () => void }) {
  const { t } = useFullLanguage()
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
