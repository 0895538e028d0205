import type { Site } from '@klankbord/shared/sites'
import { useQuery } from '@tanstack/preact-query'
import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { sitesQuery } from '../queries.ts'
import { FirstVisitor } from '../start/site-step.tsx'
import '../styles/threshold.css'
import { Button } from '../ui/button.tsx'
import { Copy } from '../ui/copy.tsx'
import { KindMark } from '../ui/marks.tsx'
import { Read } from '../ui/states.tsx'
import { SiteDialog } from './site-dialog.tsx'

export function Sites() {
  const { t } = useLanguage()
  const sites = useQuery({ ...sitesQuery, refetchInterval: 5_000 })
  const [editing, setEditing] = useState<Site | 'new' | null>(null)
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{t.settings.sites.lead}</p>
        <Button icon={Plus} onClick={() => setEditing('new')}>
          {t.settings.sites.add}
        </Button>
      </div>
      <Read query={sites}>
        {({ items }) => (
          <ul class="entries">
            {items.map((site) => (
              <li key={site.id} class="entry">
                <SiteEntry site={site} onEdit={() => setEditing(site)} />
              </li>
            ))}
          </ul>
        )}
      </Read>
      {editing && <SiteDialog site={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function SiteEntry({ site, onEdit }: { site: Site; onEdit: () => void }) {
  const { t, dates } = useLanguage()
  return (
    <article class="stack">
      <header class="row" data-ends>
        <h2>{site.name}</h2>
        <Button small onClick={onEdit}>
          {t.settings.sites.edit}
        </Button>
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
