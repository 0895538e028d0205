import { type Site, siteEndpoints } from '@klankbord/shared/sites'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleCheck } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { sitesQuery } from '../queries.ts'
import { originsOf } from '../settings/origins.ts'
import { sayWithUndo } from '../settings/saving.ts'
import { refreshSite } from '../settings/site-form.ts'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'

/** The first site: its address, the line to paste, and a light that turns green with the first visitor. */
export function SiteStep() {
  const { t } = useFullLanguage()
  const sites = useQuery({ ...sitesQuery, refetchInterval: 2_000 })
  return (
    <Read query={sites}>
      {({ items: [site] }) => (
        <>
          <AddressForm site={site} />
          {site && (
            <>
              <p>{t.start.siteLead}</p>
              <Copy label={t.start.snippet} text={site.snippet} />
              <FirstVisitor site={site} />
            </>
          )}
          <p>
            <a class="button" data-look={site?.firstSeenAt ? 'primary' : 'plain'} href="/admin/start/invite">
              {site?.firstSeenAt ? t.start.next : t.start.later}
            </a>
          </p>
        </>
      )}
    </Read>
  )
}

export function FirstVisitor({ site }: { site: Site }) {
  const { t } = useFullLanguage()
  return (
    <div class="watch" role="status" data-seen={site.firstSeenAt !== null || undefined}>
      {site.firstSeenAt ? <Icon of={CircleCheck} /> : <i class="watch-dot" />}
      <span>
        {site.firstSeenAt ? t.start.seen : t.start.waiting}
        {!site.firstSeenAt && <span class="soft note-size"> {t.start.waitingHint}</span>}
      </span>
    </div>
  )
}

function AddressForm({ site }: { site: Site | undefined }) {
  const { t } = useFullLanguage()
  const me = useMe()
  const save = useMutation({
    mutationFn: ({ origin = '' }: Record<string, string>) =>
      site
        ? call(siteEndpoints.changeSite, { id: site.id, origins: originsOf(origin) })
        : call(siteEndpoints.createSite, { name: me.organisation.name, origins: originsOf(origin) }),
    onSuccess: ({ id }) => {
      refreshSite(id)
      void sayWithUndo(id, t.saved, t, () => refreshSite(id))
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <form class="stack" data-gap="small" onSubmit={onSubmit((fields) => save.mutate(fields))}>
      <TextField
        label={t.start.siteAddress}
        hint={t.start.siteAddressHint}
        name="origin"
        placeholder="https://www.example.nl"
        required
        defaultValue={site?.origins[0] ?? ''}
        error={errors['origins.0']}
      />
      <ProblemNote error={save.error} />
      <div>
        <Button type="submit" busy={save.isPending}>
          {t.start.siteAddressSave}
        </Button>
      </div>
    </form>
  )
}
