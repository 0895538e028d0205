import type { Question } from '@klankbord/shared/questions'
import { type Site, siteEndpoints } from '@klankbord/shared/sites'
import { type Kind, kinds } from '@klankbord/shared/widget'
import { useEffect, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { keepDraft, readDraft } from '../drafts.ts'
import { queryClient, sitesQuery } from '../queries.ts'
import { fieldErrors } from '../ui/field-errors.ts'
import { differing } from './differing.ts'
import { originsOf } from './origins.ts'
import { changesQuery, useSaving } from './saving.ts'

/** One text of the widget that the site says in its own words. */
export interface OwnText {
  locale: string
  name: string
  words: string
}

/** A site as it is being written: lists that are typed stay text until they are sent. */
export interface SiteForm extends Pick<Site, 'name' | 'rating' | 'look' | 'locale'> {
  origins: string
  /** All kinds, in the site's order; which of them are shown is told by `shown`. */
  kinds: Kind[]
  shown: Kind[]
  questions: Question[]
  texts: OwnText[]
}

export const formOf = (site: Site): SiteForm => ({
  name: site.name,
  rating: site.rating,
  look: site.look,
  locale: site.locale,
  origins: site.origins.join('\n'),
  kinds: [...site.kinds, ...kinds.filter((kind) => !site.kinds.includes(kind))],
  shown: site.kinds,
  questions: site.questions,
  texts: Object.entries(site.texts).flatMap(([locale, texts]) => Object.entries(texts).map(([name, words]) => ({ locale, name, words }))),
})

/** What is sent; a text without words is one that the widget says itself. */
export function changeOf({ origins, kinds, shown, texts, ...form }: SiteForm) {
  const own: Site['texts'] = {}
  for (const { locale, name, words } of texts) if (words.trim() !== '') own[locale] = { ...own[locale], [name]: words }
  return { ...form, origins: originsOf(origins), kinds: kinds.filter((kind) => shown.includes(kind)), texts: own }
}

export type SiteChange = Partial<ReturnType<typeof changeOf>>

/** Moves one of a list up or down. */
export function moved<Value>(list: readonly Value[], index: number, by: -1 | 1): Value[] {
  const changed = [...list]
  const [one] = changed.splice(index, 1)
  if (one !== undefined) changed.splice(index + by, 0, one)
  return changed
}

export interface Editing {
  form: SiteForm
  change: (part: Partial<SiteForm>) => void
  /** What is wrong, by the path of the field. */
  errors: Record<string, string>
  /** The language whose words are being written, and in which the widget is shown. */
  language: string
  setLanguage: (language: string) => void
}

/** What somebody was writing, kept on this device until it is saved, with the site as they saw it. */
interface Draft {
  form: SiteForm
  base: Site
  at: string
}

const readSite = async (id: string) => (await queryClient.fetchQuery({ ...sitesQuery, staleTime: 0 })).items.find((site) => site.id === id)

export function refreshSite(id: string) {
  void queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey })
  void queryClient.invalidateQueries({ queryKey: changesQuery(id).queryKey })
}

export function useSiteForm(site: Site) {
  const name = `site:${site.id}`
  const [restored, setRestored] = useState(() => readDraft<Draft | null>(name, null))
  const [{ form, base }, setEdited] = useState(() => restored ?? { form: formOf(site), base: site })
  const [language, setLanguage] = useState(form.locale)
  const changes = differing(changeOf(form), base)
  const isChanged = Object.keys(changes).length > 0
  const start = (from: Site) => {
    setEdited({ form: formOf(from), base: from })
    setRestored(null)
    keepDraft(name, null, true)
  }
  const saving = useSaving<SiteChange>({
    about: site.id,
    send: (change, version) => call(siteEndpoints.changeSite, { id: site.id, version, ...change }),
    read: () => readSite(site.id),
    refresh: () => refreshSite(site.id),
    onSaved: () => void readSite(site.id).then((now) => now && start(now)),
  })
  useEffect(() => {
    // What others set meanwhile is shown at once to who has changed nothing themselves.
    if (!isChanged && site.version !== base.version) start(site)
  }, [isChanged, site, base])
  useEffect(() => keepDraft(name, { form, base, at: new Date().toISOString() }, !isChanged), [name, form, base, isChanged])
  const editing: Editing = {
    form,
    change: (part) => setEdited((before) => ({ ...before, form: { ...before.form, ...part } })),
    errors: fieldErrors(saving.error),
    language,
    setLanguage,
  }
  return {
    editing,
    saving,
    changes,
    isChanged,
    base,
    /** When what stands here was written, where it is of before. */
    restoredAt: isChanged ? (restored?.at ?? null) : null,
    save: () => saving.save(changes, base.version),
    drop: () => start(site),
  }
}
