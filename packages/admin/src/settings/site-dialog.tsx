import { siteEndpoints } from '@klankbord/shared/sites'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient, sitesQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { originsOf } from './origins.ts'
import { OriginsField } from './site-origins.tsx'

/** A new site: its name and where it may be seen. The rest is set on its own page. */
export function SiteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const texts = t.settings.sites
  const [origins, setOrigins] = useState('')
  const add = useMutation({
    mutationFn: ({ name = '' }: Record<string, string>) => call(siteEndpoints.createSite, { name, origins: originsOf(origins) }),
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
        <OriginsField value={origins} onChange={setOrigins} error={originError} />
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
