import type { Site } from '@klankbord/shared/sites'
import { useQuery } from '@tanstack/preact-query'
import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { sitesQuery } from '../queries.ts'
import { FirstVisitor } from '../start/site-step.tsx'
import '../styles/threshold.css'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { KindMark } from '../ui/marks.tsx'
import { Read } from '../ui/states.tsx'
import { SiteDialog } from './site-dialog.tsx'

export function Sites() {
  const { t } = useFullLanguage()
  const sites = useQuery({ ...sitesQuery, refetchInterval: 5_000 })
  const [adding, setAdding] = useState(false)
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{t.settings.sites.lead}</p>
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {t.settings.sites.add}
        </Button>
      </div>
      <Read query={sites}>
        {({ items }) => (
          <ul class="entries">
            {items.map((site) => (
              <li key={site.id} class="entry">
                <SiteEntry site={site} />
              </li>
            ))}
          </ul>
        )}
      </Read>
      {adding && <SiteDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function SiteEntry({ site }: { site: Site }) {
  const { t, dates } = useFullLanguage()
  return (
    <article class="stack">
      <header class="row" data-ends>
        <h2>{site.name}</h2>
        <a
          class="button"
          data-look="plain"
          data-small
          href={`/admin/settings/sites/${site.id}`}
          aria-label={`${t.settings.sites.edit}: ${site.name}`}
        >
          {t.settings.sites.edit}
        </a>
      </header>
      {site.origins.length === 0 ? <p class="soft">{t.settings.sites.noOrigins}</p> : <p>{site.origins.join(', ')}</p>}
      <p class="row">
        {site.kinds.map((kind) => (
          <KindMark key={kind} kind={kind} />
        ))}
      </p>
      <Copy label={t.settings.sites.snippet} text={site.snippet} />
      {site.firstSeenAt ? <p class="soft note-size">{t.settings.sites.seenSince(dates.day(site.firstSeenAt))}</p> : <FirstVisitor site={site} />}
    </article>
  )
}
