import { type Invitation, memberEndpoints } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { UserPlus } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import '../styles/settings.css'
import { Button } from '../ui/button.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { useGuestName } from './guest-name.ts'
import { InvitationLink, InviteDialog, type Invited } from './invite-dialog.tsx'

const invitationsQuery = { queryKey: ['invitations'], queryFn: () => call(memberEndpoints.listInvitations, {}), refetchInterval: 10_000 }
const askAgain = () => void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey })

/** Who was invited and has not come yet, and a button to invite someone. */
export function Invitations() {
  const { t } = useFullLanguage()
  const invitations = useQuery(invitationsQuery)
  const [inviting, setInviting] = useState(false)
  const [sent, setSent] = useState<Invited | null>(null)
  const done = (invited: Invited) => {
    askAgain()
    setInviting(false)
    setSent(invited)
  }
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
                <li key={invitation.id} class="entry invitation">
                  <InvitationEntry invitation={invitation} onSent={done} />
                </li>
              ))}
            </ul>
          )
        }}
      </Read>
      {inviting && <InviteDialog onSent={done} onClose={() => setInviting(false)} />}
      {sent && <InvitationLink invited={sent} onClose={() => setSent(null)} />}
    </div>
  )
}

function InvitationEntry({ invitation, onSent }: { invitation: Invitation; onSent: (invited: Invited) => void }) {
  const { t } = useFullLanguage()
  const texts = t.settings.people
  const guest = useGuestName()(invitation)
  const { id } = invitation
  const withdraw = useMutation({
    mutationFn: () => call(memberEndpoints.withdrawInvitation, { id }),
    onSuccess: () => {
      askAgain()
      say(texts.withdrawn)
    },
  })
  const again = useMutation({ mutationFn: () => call(memberEndpoints.renewInvitation, { id }), onSuccess: onSent })
  return (
    <>
      <div class="person-name">
        <strong>{guest}</strong>
        <InvitationState invitation={invitation} />
        <ProblemNote error={withdraw.error ?? again.error} />
      </div>
      <div class="row">
        <Button small busy={again.isPending} aria-label={`${texts.again(invitation.email !== null)}: ${guest}`} onClick={() => again.mutate()}>
          {texts.again(invitation.email !== null)}
        </Button>
        <Button small look="danger" busy={withdraw.isPending} aria-label={`${texts.withdraw}: ${guest}`} onClick={() => withdraw.mutate()}>
          {texts.withdraw}
        </Button>
      </div>
    </>
  )
}

function InvitationState({ invitation: { role, by, mail, createdAt, expiresAt } }: { invitation: Invitation }) {
  const { t, dates } = useFullLanguage()
  const texts = t.settings.people
  const over = Date.parse(expiresAt) <= Date.now()
  const failed = mail?.state === 'failed' || mail?.state === 'bounced'
  return (
    <>
      <p class="soft note-size">
        {t.roles[role]} · {by ? texts.invitedBy(by, dates.relative(createdAt)) : texts.invited(dates.relative(createdAt))}
      </p>
      <p class="note-size" data-alarm={over || failed || undefined}>
        {over ? texts.over(dates.day(expiresAt)) : texts.notYet(dates.day(expiresAt))}
        {mail && ` ${texts.mailStates[mail.state]}`}
        {failed && mail?.reason && <span class="soft"> ({mail.reason})</span>}
      </p>
    </>
  )
}
