import { siteEndpoints } from '@klankbord/shared/sites'
import { useMutation } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient, sitesQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'

/** A new site: its name and where it may be seen. The rest is set on its own page. */
export function SiteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const texts = t.settings.sites
  const add = useMutation({
    mutationFn: ({ name = '', origins = '' }: Record<string, string>) =>
      call(siteEndpoints.createSite, { name, origins: origins.split(/[\s,]+/).filter(Boolean) }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey })
      route(`/admin/settings/sites/${id}`)
    },
  })
  const errors = fieldErrors(add.error)
  const originError = Object.entries(errors).find(([path]) => path.startsWith('origins'))?.[1]
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => add.mutate(fields))}>
        <TextField label={texts.name} name="name" required maxLength={100} autofocus error={errors.name} />
        <TextArea short label={texts.origins} hint={texts.originsHint} name="origins" error={originError} />
        <ProblemNote error={add.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={add.isPending}>
            {texts.add}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
