import type { Question } from '@klankbord/shared/questions'
import { type Site, siteEndpoints } from '@klankbord/shared/sites'
import { type Kind, kinds } from '@klankbord/shared/widget'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient, sitesQuery } from '../queries.ts'
import { fieldErrors } from '../ui/field-errors.ts'
import { say } from '../ui/toasts.tsx'

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

const formOf = (site: Site): SiteForm => ({
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
  return {
    ...form,
    origins: origins.split(/[\s,]+/).filter(Boolean),
    kinds: kinds.filter((kind) => shown.includes(kind)),
    texts: own,
  }
}

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
}

export function useSiteForm(site: Site) {
  const { t } = useLanguage()
  const [form, setForm] = useState(() => formOf(site))
  const [isChanged, setChanged] = useState(false)
  const save = useMutation({
    mutationFn: () => call(siteEndpoints.changeSite, { id: site.id, ...changeOf(form) }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey })
      setChanged(false)
      say(t.saved)
    },
  })
  const change = (part: Partial<SiteForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setChanged(true)
  }
  return { form, change, save, isChanged, errors: fieldErrors(save.error) }
}
