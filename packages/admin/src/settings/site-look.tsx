import type { Site } from '@klankbord/shared/sites'
import { useLanguage } from '../language.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { Editing } from './site-form.ts'

type Look = Site['look']

export function LookFields({ form: { look }, change, errors }: Editing) {
  const { t } = useLanguage()
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
  )
}
