import { type Invitation, memberEndpoints, type Role, roles } from '@klankbord/shared/members'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { Segments } from '../ui/segments.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { useGuestName } from './guest-name.ts'
import { type Membership, TeamChoice } from './team-choice.tsx'

export type Invited = Invitation & { link: string }

const ways = ['mail', 'link'] as const

interface InviteDialogProps {
  onSent: (invited: Invited) => void
  onClose: () => void
}

/** Invites by e-mail, or makes a link to pass on. */
export function InviteDialog({ onSent, onClose }: InviteDialogProps) {
  const { t } = useFullLanguage()
  const me = useMe()
  const texts = t.settings.people
  const [way, setWay] = useState<(typeof ways)[number]>('mail')
  const [role, setRole] = useState<Role>('member')
  const [teams, setTeams] = useState<Membership[]>([])
  const invite = useMutation({
    mutationFn: ({ email = '', name = '' }: Record<string, string>) =>
      call(memberEndpoints.invite, { role, teams, name: name || null, ...(way === 'mail' && { email }) }),
    onSuccess: onSent,
  })
  const errors = fieldErrors(invite.error)
  // An owner is invited by their address: a link can be passed on.
  const choosable = roles.filter((one) => one !== 'owner' || (me.role === 'owner' && way === 'mail'))
  return (
    <Dialog title={texts.invite} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => !invite.isPending && invite.mutate(fields))}>
        <Segments
          label={texts.way}
          options={ways.map((value) => ({ value, label: texts.ways[value] }))}
          value={way}
          onChange={(chosen) => {
            setWay(chosen)
            if (chosen === 'link' && role === 'owner') setRole('admin')
          }}
        />
        <p class="soft note-size">{texts.wayHints[way]}</p>
        {way === 'mail' && <TextField label={t.email} name="email" type="email" required error={errors.email} autofocus />}
        <TextField label={`${texts.forWhom} (${t.optional})`} hint={texts.forWhomHint} name="name" maxLength={100} error={errors.name} />
        <SelectField
          label={texts.role}
          value={role}
          options={choosable.map((value) => ({ value, label: `${t.roles[value]}: ${texts.roleHints[value]}` }))}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <TeamChoice chosen={teams} onChange={setTeams} />
        <ProblemNote error={invite.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={invite.isPending}>
            {texts.inviteSubmit[way]}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** The link, this once. */
export function InvitationLink({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { t } = useFullLanguage()
  const me = useMe()
  const texts = t.settings.people
  const guest = useGuestName()(invited)
  const byMail = invited.mail !== null && !me.mailCaptured
  return (
    <Dialog
      title={`${texts.linkTitle} ${guest}`}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          {t.close}
        </Button>
      }
    >
      <p>{byMail ? texts.linkText : invited.mail === null ? texts.linkTextLink : texts.linkTextCaptured}</p>
      <Copy label={`${texts.linkTitle} ${guest}`} text={invited.link} />
    </Dialog>
  )
}
