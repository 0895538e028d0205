import { memberEndpoints } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useLocation, useRoute } from 'preact-iso'
import { call, isProblem } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { Threshold } from './threshold.tsx'
import { signInAddress } from './way-back.ts'

export default function InvitationPage() {
  const { t } = useFullLanguage()
  const { token = '' } = useRoute().params
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(memberEndpoints.readInvitation, { token }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isProblem(invitation.error, 'not-found') || isProblem(invitation.error, 'bad-input')) {
    return (
      <Threshold title={t.start.invitationGoneTitle} lead={t.start.invitationGoneText}>
        <p>
          <a href={signInAddress('')}>{t.signIn.title}</a>
        </p>
      </Threshold>
    )
  }
  return (
    <Read query={invitation}>
      {({ organisation, email, name }) => (
        <Threshold title={t.start.invitationTitle(organisation)} lead={email === null ? t.start.invitationLeadLink : t.start.invitationLead(email)}>
          <AcceptForm token={token} email={email} name={name} />
        </Threshold>
      )}
    </Read>
  )
}

function AcceptForm({ token, email, name }: { token: string; email: string | null; name: string | null }) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const accept = useMutation({
    mutationFn: async ({ name = '', address = '', password = '' }: Record<string, string>) => {
      const own = email === null ? { email: address } : {}
      await call(memberEndpoints.acceptInvitation, { token, name, password, ...own })
      await call(memberEndpoints.signIn, { email: email ?? address, password })
    },
    onSuccess: () => {
      queryClient.clear()
      route('/admin', true)
    },
  })
  const errors = fieldErrors(accept.error)
  return (
    <form class="stack" onSubmit={onSubmit((fields) => accept.mutate(fields))}>
      {email !== null && <input type="hidden" name="username" autocomplete="username" value={email} />}
      <TextField
        label={t.start.yourName}
        name="name"
        autocomplete="name"
        required
        maxLength={100}
        defaultValue={name ?? ''}
        error={errors.name}
        autofocus
      />
      {email === null && <TextField label={t.email} name="address" type="email" autocomplete="username" required error={errors.email} />}
      <TextField
        label={t.start.newPassword}
        hint={t.start.newPasswordHint}
        name="password"
        type="password"
        autocomplete="new-password"
        required
        minLength={10}
        maxLength={200}
        error={errors.password}
      />
      <ProblemNote error={accept.error} />
      <Button type="submit" look="primary" busy={accept.isPending}>
        {t.start.invitationSubmit}
      </Button>
    </form>
  )
}
