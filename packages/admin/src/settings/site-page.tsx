import type { Site } from '@klankbord/shared/sites'
import { useQuery } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { ProblemError } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { maySet, useMe } from '../me.ts'
import { sitesQuery } from '../queries.ts'
import '../styles/settings.css'
import '../styles/site.css'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { type Editing, useSiteForm } from './site-form.ts'
import { SiteIdentity } from './site-identity.tsx'
import { KindOrder } from './site-kinds.tsx'
import { LookFields } from './site-look.tsx'
import { QuestionList } from './site-questions.tsx'
import { Snippets } from './site-snippets.tsx'
import { OwnTexts } from './site-texts.tsx'

/** Everything of one site: what it asks, how it looks, who may use it and who its customers are. */
export default function SitePage() {
  const me = useMe()
  const { id } = useRoute().params
  const sites = useQuery(sitesQuery)
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
  const { t } = useLanguage()
  return (
    <Page title={site.name} lead={<a href="/admin/settings/sites">{t.sites.all}</a>}>
      <Part title={t.sites.snippets.title}>
        <Snippets site={site} />
      </Part>
      <Configuration site={site} />
      <Part title={t.sites.identity.title} lead={t.sites.identity.lead}>
        <SiteIdentity site={site} />
      </Part>
    </Page>
  )
}

function Configuration({ site }: { site: Site }) {
  const { t } = useLanguage()
  const texts = t.sites
  const { save, isChanged, ...editing } = useSiteForm(site)
  return (
    <form
      class="site-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
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
        <OwnTexts {...editing} />
      </Part>
      <footer class="save-bar" data-changed={isChanged || undefined}>
        <ProblemNote error={save.error} kept={t.textKept} />
        <div class="row">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.save}
          </Button>
          {isChanged && <span class="soft note-size">{texts.unsaved}</span>}
        </div>
      </footer>
    </form>
  )
}

const labelled = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

function General({ form, change, errors }: Editing) {
  const { t } = useLanguage()
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
      <TextArea
        short
        label={texts.origins}
        hint={texts.originsHint}
        value={form.origins}
        error={originError}
        onInput={(event) => change({ origins: event.currentTarget.value })}
      />
      <SelectField
        label={texts.locale}
        value={form.locale}
        options={labelled(form.locale in t.localeNames ? t.localeNames : { [form.locale]: form.locale, ...t.localeNames })}
        onChange={(event) => change({ locale: event.currentTarget.value })}
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
