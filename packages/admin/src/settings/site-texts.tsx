import { Plus, X } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { Editing, OwnText } from './site-form.ts'

const locales = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'pt', 'tr', 'ar', 'uk']

/** Texts of the widget that the site says in its own words. */
export function OwnTexts({ form, change, errors }: Editing) {
  const { t } = useLanguage()
  const texts = t.sites.words
  const set = (changed: OwnText[]) => change({ texts: changed })
  const free = Object.keys(texts.names).find((name) => !form.texts.some((one) => one.name === name && one.locale === form.locale))
  return (
    <>
      {form.texts.length === 0 && <p class="soft note-size">{texts.none}</p>}
      <ul class="own-texts">
        {form.texts.map((own, index) => (
          <li key={index}>
            <OwnTextFields
              own={own}
              error={errors[`texts.${own.locale}.${own.name}`]}
              onChange={(changed) => set(form.texts.map((one, at) => (at === index ? changed : one)))}
            />
            <IconButton icon={X} label={texts.remove(index + 1)} onClick={() => set(form.texts.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      <div>
        <Button icon={Plus} onClick={() => set([...form.texts, { locale: form.locale, name: free ?? 'chooseTitle', words: '' }])}>
          {texts.add}
        </Button>
      </div>
    </>
  )
}

interface OwnTextProps {
  own: OwnText
  error: string | undefined
  onChange: (own: OwnText) => void
}

function OwnTextFields({ own, error, onChange }: OwnTextProps) {
  const { t, code } = useLanguage()
  const texts = t.sites.words
  const names: Record<string, string> = own.name in texts.names ? texts.names : { [own.name]: own.name, ...texts.names }
  const languages = new Intl.DisplayNames([code], { type: 'language' })
  return (
    <>
      <SelectField
        label={texts.language}
        value={own.locale}
        options={(locales.includes(own.locale) ? locales : [own.locale, ...locales]).map((value) => ({ value, label: languages.of(value) ?? value }))}
        onChange={(event) => onChange({ ...own, locale: event.currentTarget.value })}
      />
      <SelectField
        label={texts.which}
        value={own.name}
        options={Object.entries(names).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange({ ...own, name: event.currentTarget.value })}
      />
      <TextField
        label={texts.own}
        maxLength={500}
        lang={own.locale}
        value={own.words}
        error={error}
        onInput={(event) => onChange({ ...own, words: event.currentTarget.value })}
      />
    </>
  )
}
