import { memberEndpoints } from '@klankbord/shared/members'
import { useMutation } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call, isProblem } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { meQuery, queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { Threshold } from './threshold.tsx'
import { backTo } from './way-back.ts'

export default function SignInPage() {
  const { t } = useFullLanguage()
  const { query, route } = useLocation()
  const signIn = useMutation({
    mutationFn: ({ email, password }: Record<string, string>) => call(memberEndpoints.signIn, { email: email ?? '', password: password ?? '' }),
    onSuccess: async () => {
      queryClient.clear()
      await queryClient.fetchQuery(meQuery)
      route(backTo(query.back), true)
    },
  })
  const wrong = isProblem(signIn.error, 'unauthenticated')
  return (
    <Threshold title={t.signIn.title} lead={query.back ? t.signIn.again : t.signIn.lead}>
      <form class="stack" onSubmit={onSubmit((fields) => signIn.mutate(fields))}>
        <TextField label={t.email} name="email" type="email" autocomplete="username" required autofocus />
        <TextField
          label={t.signIn.password}
          name="password"
          type="password"
          autocomplete="current-password"
          required
          error={wrong ? t.signIn.wrong : undefined}
        />
        {!wrong && <ProblemNote error={signIn.error} />}
        <Button type="submit" look="primary" busy={signIn.isPending}>
          {t.signIn.submit}
        </Button>
      </form>
      <p class="soft note-size">{t.signIn.forgotten}</p>
    </Threshold>
  )
}
