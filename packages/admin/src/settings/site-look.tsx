import { contrast, inkOn } from '@klankbord/shared/contrast'
import type { Site } from '@klankbord/shared/sites'
import { useFullLanguage } from '../full-language.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import type { Editing } from './site-form.ts'

type Look = Site['look']

export function LookFields({ form: { look }, change, errors }: Editing) {
  const { t } = useFullLanguage()
  const texts = t.settings.sites
  const more = t.sites.look
  const choice = <Name extends 'position' | 'theme' | 'density' | 'font'>(name: Name, label: string, labels: Record<string, string>) => (
    <SelectField
      label={label}
      value={look[name]}
      options={Object.entries(labels).map(([value, label]) => ({ value, label }))}
      onChange={(event) => change({ look: { ...look, [name]: event.currentTarget.value as Look[Name] } })}
    />
  )
  return (
    <>
      <div class="site-look">
        <TextField
          label={texts.accent}
          type="color"
          value={look.accent}
          error={errors['look.accent']}
          onInput={(event) => change({ look: { ...look, accent: event.currentTarget.value } })}
        />
        {choice('position', texts.position, texts.positions)}
        {choice('theme', texts.theme, texts.themes)}
        <TextField
          label={more.radius}
          type="number"
          min={0}
          max={24}
          required
          value={String(look.radius)}
          error={errors['look.radius']}
          onInput={(event) => change({ look: { ...look, radius: event.currentTarget.valueAsNumber } })}
        />
        {choice('density', more.density, more.densities)}
        {choice('font', more.font, more.fonts)}
      </div>
      <Contrasts accent={look.accent} />
    </>
  )
}

/** Light and dark pages, as the widget's own panel is. */
const papers = { light: '#fffdf9', dark: '#211f1c' }
const ENOUGH_FOR_SHAPES = 3

/** Whether the colour can be seen, and what is written on it be read. */
function Contrasts({ accent }: { accent: string }) {
  const { t, number } = useFullLanguage()
  const texts = t.sites.contrast
  if (!/^#[\da-f]{6}$/i.test(accent)) return null
  const said = (ratio: number) => number(Math.round(ratio * 10) / 10)
  const ink = inkOn(accent)
  return (
    <ul class="contrast" aria-label={texts.title}>
      <li>
        <i style={{ '--on': accent, '--colour': ink }} aria-hidden="true">
          Aa
        </i>
        <span>{texts.text(texts.inks[ink === '#ffffff' ? 'white' : 'black'], said(contrast(accent, ink)))}</span>
      </li>
      {(['light', 'dark'] as const).map((paper) => {
        const ratio = contrast(accent, papers[paper])
        return (
          <li key={paper}>
            <i style={{ '--on': papers[paper], '--colour': accent }} data-shape aria-hidden="true" />
            <span>{(ratio >= ENOUGH_FOR_SHAPES ? texts.seen : texts.unseen)(texts.papers[paper], said(ratio))}</span>
          </li>
        )
      })}
    </ul>
  )
}
