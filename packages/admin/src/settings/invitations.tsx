import { type Invitation, memberEndpoints, type Role, roles } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { UserPlus } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import '../styles/settings.css'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { type Membership, TeamChoice } from './team-choice.tsx'

const invitationsQuery = { queryKey: ['invitations'], queryFn: () => call(memberEndpoints.listInvitations, {}) }
const askAgain = () => void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey })

/** Open invitations, and a button to make one. */
export function Invitations() {
  const { t } = useLanguage()
  const invitations = useQuery(invitationsQuery)
  const [inviting, setInviting] = useState(false)
  return (
    <div class="stack">
      <div>
        <Button icon={UserPlus} onClick={() => setInviting(true)}>
          {t.settings.people.invite}
        </Button>
      </div>
      <Read query={invitations} lines={2}>
        {({ items }) => {
          const open = items.filter(({ acceptedAt }) => acceptedAt === null)
          if (open.length === 0) return <p class="soft">{t.settings.people.noInvitations}</p>
          return (
            <ul class="entries">
              {open.map((invitation) => (
                <li key={invitation.id} class="entry row" data-ends>
                  <InvitationEntry invitation={invitation} />
                </li>
              ))}
            </ul>
          )
        }}
      </Read>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  )
}

function InvitationEntry({ invitation }: { invitation: Invitation }) {
  const { t, dates } = useLanguage()
  const withdraw = useMutation({
    mutationFn: () => call(memberEndpoints.withdrawInvitation, { id: invitation.id }),
    onSuccess: () => {
      askAgain()
      say(t.settings.people.withdrawn)
    },
  })
  return (
    <>
      <div>
        <strong>{invitation.email}</strong>
        <p class="soft note-size">
          {t.roles[invitation.role]} · {t.settings.people.expires(dates.day(invitation.expiresAt))}
        </p>
        <ProblemNote error={withdraw.error} />
      </div>
      <Button
        small
        look="danger"
        busy={withdraw.isPending}
        aria-label={`${t.settings.people.withdraw}: ${invitation.email}`}
        onClick={() => withdraw.mutate()}
      >
        {t.settings.people.withdraw}
      </Button>
    </>
  )
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const me = useMe()
  const [teams, setTeams] = useState<Membership[]>([])
  const invite = useMutation({
    mutationFn: ({ email = '', role = 'member' }: Record<string, string>) => call(memberEndpoints.invite, { email, role: role as Role, teams }),
    onSuccess: askAgain,
  })
  if (invite.data) {
    return (
      <Dialog
        title={`${t.settings.people.linkTitle} ${invite.data.email}`}
        onClose={onClose}
        foot={
          <Button look="primary" onClick={onClose}>
            {t.close}
          </Button>
        }
      >
        <p>{me.mailCaptured ? t.settings.people.linkTextCaptured : t.settings.people.linkText}</p>
        <Copy label={t.settings.people.linkTitle} text={invite.data.link} />
      </Dialog>
    )
  }
  const errors = fieldErrors(invite.error)
  const choosable = roles.filter((role) => role !== 'owner' || me.role === 'owner')
  return (
    <Dialog title={t.settings.people.invite} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => invite.mutate(fields))}>
        <TextField label={t.email} name="email" type="email" required error={errors.email} autofocus />
        <SelectField
          label={t.settings.people.role}
          name="role"
          value="member"
          options={choosable.map((value) => ({ value, label: `${t.roles[value]}: ${t.settings.people.roleHints[value]}` }))}
        />
        <TeamChoice chosen={teams} onChange={setTeams} />
        <ProblemNote error={invite.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={invite.isPending}>
            {t.settings.people.inviteSubmit}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
