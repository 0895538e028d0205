import { memberEndpoints } from '@klankbord/shared/members'
import { useMutation } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call, isProblem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { meQuery, queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { Threshold } from './threshold.tsx'

const HOME = '/admin'

/** The sign-in page, with the way back to where one was. */
export const signInAddress = (back: string): string =>
  back.startsWith('/admin/') && !back.startsWith('/admin/sign-in') ? `/admin/sign-in?${new URLSearchParams({ back })}` : '/admin/sign-in'

/** Only pages of this app: a crafted link must not lead elsewhere after signing in. */
export function backTo(back: string | undefined): string {
  const here = 'http://here'
  if (back === undefined || !URL.canParse(back, here)) return HOME
  const { origin, pathname, search } = new URL(back, here)
  return origin === here && (pathname === HOME || pathname.startsWith(`${HOME}/`)) ? pathname + search : HOME
}

export function SignInPage() {
  const { t } = useLanguage()
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
