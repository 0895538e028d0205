import { type Site, siteEndpoints } from '@klankbord/shared/sites'
import { type Kind, kinds } from '@klankbord/shared/widget'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient, sitesQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

type Scale = 'csat' | 'nps' | 'ces'

const blank = {
  name: '',
  origins: [] as string[],
  kinds: [...kinds] as Kind[],
  rating: null as Scale | null,
  locale: 'nl',
  look: { accent: '#0f6b5c', position: 'right', theme: 'auto' } as Site['look'],
}

type SiteForm = typeof blank

const formOf = (site: Site | null): SiteForm =>
  site ? { name: site.name, origins: site.origins, kinds: site.kinds, rating: site.rating, locale: site.locale, look: site.look } : blank

function useSave(site: Site | null, done: () => void) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: (form: SiteForm) => (site ? call(siteEndpoints.changeSite, { id: site.id, ...form }) : call(siteEndpoints.createSite, form)),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: sitesQuery.queryKey })
      say(t.saved)
      done()
    },
  })
}

const labelled = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

export function SiteDialog({ site, onClose }: { site: Site | null; onClose: () => void }) {
  const { t } = useLanguage()
  const texts = t.settings.sites
  const [form, setForm] = useState(() => formOf(site))
  const [originText, setOriginText] = useState(form.origins.join('\n'))
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const save = useSave(site, onClose)
  const errors = fieldErrors(save.error)
  const originError = Object.entries(errors).find(([path]) => path.startsWith('origins'))?.[1]
  return (
    <Dialog title={site ? site.name : texts.add} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate({ ...form, origins: originText.split(/[\s,]+/).filter(Boolean) })
        }}
      >
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
          value={originText}
          error={originError}
          onInput={(event) => setOriginText(event.currentTarget.value)}
        />
        <KindChoice chosen={form.kinds} onChange={(chosen) => change({ kinds: chosen })} />
        <SelectField
          label={texts.rating}
          value={form.rating ?? ''}
          options={labelled(texts.ratings)}
          onChange={(event) => change({ rating: (event.currentTarget.value || null) as Scale | null })}
        />
        <SelectField
          label={texts.locale}
          value={form.locale}
          options={labelled(t.localeNames)}
          onChange={(event) => change({ locale: event.currentTarget.value })}
        />
        <LookFields look={form.look} error={errors['look.accent']} onChange={(look) => change({ look })} />
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function KindChoice({ chosen, onChange }: { chosen: Kind[]; onChange: (chosen: Kind[]) => void }) {
  const { t } = useLanguage()
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.settings.sites.kinds}</legend>
      <div class="choices">
        {kinds.map((kind) => (
          <label key={kind} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              disabled={chosen.length === 1 && chosen[0] === kind}
              onChange={(event) => onChange(kinds.filter((one) => (one === kind ? event.currentTarget.checked : chosen.includes(one))))}
            />
            {t.kinds[kind]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface LookFieldsProps {
  look: Site['look']
  error: string | undefined
  onChange: (look: Site['look']) => void
}

function LookFields({ look, error, onChange }: LookFieldsProps) {
  const { t } = useLanguage()
  const texts = t.settings.sites
  return (
    <fieldset class="stack">
      <legend class="field-legend">{texts.look}</legend>
      <div class="look-fields">
        <TextField
          label={texts.accent}
          type="color"
          value={look.accent}
          error={error}
          onInput={(event) => onChange({ ...look, accent: event.currentTarget.value })}
        />
        <SelectField
          label={texts.position}
          value={look.position}
          options={labelled(texts.positions)}
          onChange={(event) => onChange({ ...look, position: event.currentTarget.value as 'right' | 'left' })}
        />
        <SelectField
          label={texts.theme}
          value={look.theme}
          options={labelled(texts.themes)}
          onChange={(event) => onChange({ ...look, theme: event.currentTarget.value as 'auto' | 'light' | 'dark' })}
        />
      </div>
    </fieldset>
  )
}
