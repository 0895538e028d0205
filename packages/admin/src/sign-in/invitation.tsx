import { memberEndpoints } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useLocation, useRoute } from 'preact-iso'
import { call, isProblem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { signInAddress } from './sign-in.tsx'
import { Threshold } from './threshold.tsx'

export function InvitationPage() {
  const { t } = useLanguage()
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
      {({ organisation, email }) => (
        <Threshold title={t.start.invitationTitle(organisation)} lead={t.start.invitationLead(email)}>
          <AcceptForm token={token} email={email} />
        </Threshold>
      )}
    </Read>
  )
}

function AcceptForm({ token, email }: { token: string; email: string }) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const accept = useMutation({
    mutationFn: async ({ name = '', password = '' }: Record<string, string>) => {
      await call(memberEndpoints.acceptInvitation, { token, name, password })
      await call(memberEndpoints.signIn, { email, password })
    },
    onSuccess: () => {
      queryClient.clear()
      route('/admin', true)
    },
  })
  const errors = fieldErrors(accept.error)
  return (
    <form class="stack" onSubmit={onSubmit((fields) => accept.mutate(fields))}>
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <TextField label={t.start.yourName} name="name" autocomplete="name" required maxLength={100} error={errors.name} autofocus />
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
