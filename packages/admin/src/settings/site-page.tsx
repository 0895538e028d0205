import type { Site } from '@klankbord/shared/sites'
import { useQuery } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import { sitesQuery } from '../queries.ts'
import { FirstVisitor } from '../start/site-step.tsx'
import '../styles/settings.css'
import '../styles/site.css'
import '../styles/threshold.css'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { ChangeHistory, SavingNote, WillChange } from './saving-note.tsx'
import { noticedOf } from './site-changes.ts'
import { type Editing, refreshSite, useSiteForm } from './site-form.ts'
import { SiteIdentity } from './site-identity.tsx'
import { KindOrder } from './site-kinds.tsx'
import { LookFields } from './site-look.tsx'
import { OriginsField } from './site-origins.tsx'
import { SitePreview } from './site-preview.tsx'
import { QuestionList } from './site-questions.tsx'
import { Snippets } from './site-snippets.tsx'
import { OwnTexts, WordsLanguage } from './site-texts.tsx'

/** Everything of one site: what it asks, how it looks, who may use it and who its customers are. */
export default function SitePage() {
  const me = useMe()
  const { id } = useRoute().params
  const sites = useQuery({ ...sitesQuery, refetchInterval: 5_000 })
  if (!maySet(me)) return <ProblemNote error={new ProblemError('forbidden', '')} />
  return (
    <Read query={sites} lines={10}>
      {({ items }) => {
        const site = items.find((one) => one.id === id)
        return site ? <OneSite key={site.id} site={site} /> : <ProblemNote error={new ProblemError('not-found', '')} />
      }}
    </Read>
  )
}

function OneSite({ site }: { site: Site }) {
  const { t } = useFullLanguage()
  const { id } = site
  return (
    <Page title={site.name} lead={<a href="/admin/settings/sites">{t.sites.all}</a>} wide>
      <Part title={t.sites.snippets.title}>
        <Snippets site={site} />
        {site.firstSeenAt ? <Seen at={site.firstSeenAt} /> : <FirstVisitor site={site} />}
      </Part>
      <Configuration site={site} />
      <Part title={t.sites.identity.title} lead={t.sites.identity.lead}>
        <SiteIdentity site={site} />
      </Part>
      <Part title={t.saving.history}>
        <ChangeHistory about={id} refresh={() => refreshSite(id)} />
      </Part>
    </Page>
  )
}

function Seen({ at }: { at: string }) {
  const { t, dates } = useFullLanguage()
  return <p class="soft note-size">{t.settings.sites.seenSince(dates.day(at))}</p>
}

function Configuration({ site }: { site: Site }) {
  const { t, dates } = useFullLanguage()
  const texts = t.sites
  const { editing, saving, changes, isChanged, base, restoredAt, save, drop } = useSiteForm(site)
  return (
    <div class="site-edit">
      <form
        class="site-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Part title={texts.general}>
          <General {...editing} />
        </Part>
        <Part title={texts.asks} lead={texts.asksLead}>
          <KindOrder {...editing} />
          <SelectField
            label={t.settings.sites.rating}
            value={editing.form.rating ?? ''}
            options={labelled(t.settings.sites.ratings)}
            onChange={(event) => editing.change({ rating: (event.currentTarget.value || null) as Site['rating'] })}
          />
          <QuestionList {...editing} />
        </Part>
        <Part title={t.settings.sites.look}>
          <LookFields {...editing} />
        </Part>
        <Part title={texts.words.title} lead={texts.words.lead}>
          <WordsLanguage {...editing} />
          <OwnTexts {...editing} />
        </Part>
        <footer class="save-bar" data-changed={isChanged || undefined}>
          {restoredAt && <p class="soft note-size">{t.saving.restored(dates.moment(restoredAt))}</p>}
          {isChanged && <WillChange lines={noticedOf(changes, base, t)} />}
          <SavingNote saving={saving} onTheirs={drop} />
          <div class="row">
            <Button type="submit" look="primary" busy={saving.busy}>
              {t.save}
            </Button>
            {isChanged && !saving.busy && (
              <Button look="quiet" onClick={drop}>
                {t.saving.drop}
              </Button>
            )}
            {isChanged && <span class="soft note-size">{texts.unsaved}</span>}
          </div>
        </footer>
      </form>
      <SitePreview form={editing.form} identifies={site.identifies} language={editing.language} />
    </div>
  )
}

const labelled = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

function General({ form, change, errors, setLanguage }: Editing) {
  const { t } = useFullLanguage()
  const texts = t.settings.sites
  const originError = Object.entries(errors).find(([path]) => path.startsWith('origins'))?.[1]
  return (
    <>
      <TextField
        label={texts.name}
        required
        maxLength={100}
        value={form.name}
        error={errors.name}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <OriginsField value={form.origins} error={originError} onChange={(origins) => change({ origins })} />
      <SelectField
        label={texts.locale}
        value={form.locale}
        options={labelled(form.locale in t.localeNames ? t.localeNames : { [form.locale]: form.locale, ...t.localeNames })}
        onChange={(event) => {
          change({ locale: event.currentTarget.value })
          setLanguage(event.currentTarget.value)
        }}
      />
    </>
  )
}

/** One subject of the page, under a heading of its own. */
function Part({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) {
  const id = useId()
  return (
    <section class="site-part" aria-labelledby={id}>
      <div class="stack" data-gap="small">
        <h2 id={id}>{title}</h2>
        {lead && <p class="soft note-size">{lead}</p>}
      </div>
      <div class="stack">{children}</div>
    </section>
  )
}
