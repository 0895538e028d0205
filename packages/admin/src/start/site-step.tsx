import { type Site, siteEndpoints } from '@klankbord/shared/sites'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleCheck } from 'lucide'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { queryClient, sitesQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

/** The first site: its address, the line to paste, and a light that turns green with the first visitor. */
export function SiteStep() {
  const { t } = useLanguage()
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
  const { t } = useLanguage()
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
  const { t } = useLanguage()
  const me = useMe()
  const save = useMutation({
    mutationFn: ({ origin = '' }: Record<string, string>) =>
      site
        ? call(siteEndpoints.changeSite, { id: site.id, origins: [origin] })
        : call(siteEndpoints.createSite, { name: me.organisation.name, origins: [origin] }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey })
      say(t.saved)
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <form class="stack" data-gap="small" onSubmit={onSubmit((fields) => save.mutate(fields))}>
      <TextField
        label={t.start.siteAddress}
        hint={t.start.siteAddressHint}
        name="origin"
        type="url"
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
