import { Plus, X } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import type { Editing, OwnText } from './site-form.ts'

const locales = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'pt', 'tr', 'ar', 'uk']

/** In which language words are written, and the widget is shown: how many texts each has of its own is told. */
export function WordsLanguage({ form, language, setLanguage }: Editing) {
  const { t, code } = useFullLanguage()
  const texts = t.sites.words
  const names = new Intl.DisplayNames([code], { type: 'language' })
  const all = [...new Set([form.locale, ...locales, ...form.texts.map(({ locale }) => locale)])]
  const label = (locale: string) => {
    const count = form.texts.filter((own) => own.locale === locale).length
    return `${names.of(locale) ?? locale}${count > 0 ? ` (${count})` : ''}`
  }
  return (
    <SelectField
      label={texts.languageShown}
      hint={texts.languageHint}
      value={language}
      options={all.map((value) => ({ value, label: label(value) }))}
      onChange={(event) => setLanguage(event.currentTarget.value)}
    />
  )
}

/** Texts of the widget that the site says in its own words, in the language that is shown. */
export function OwnTexts({ form, change, errors, language }: Editing) {
  const { t } = useFullLanguage()
  const texts = t.sites.words
  const set = (changed: OwnText[]) => change({ texts: changed })
  const own = form.texts.map((text, index) => ({ text, index })).filter(({ text }) => text.locale === language)
  const free = Object.keys(texts.names).find((name) => !own.some(({ text }) => text.name === name))
  return (
    <>
      {own.length === 0 && <p class="soft note-size">{texts.none}</p>}
      <ul class="own-texts">
        {own.map(({ text, index }, rank) => (
          <li key={index}>
            <OwnTextFields
              own={text}
              taken={own.map((other) => other.text.name)}
              error={errors[`texts.${text.locale}.${text.name}`]}
              onChange={(changed) => set(form.texts.map((one, at) => (at === index ? changed : one)))}
            />
            <IconButton icon={X} label={texts.remove(rank + 1)} onClick={() => set(form.texts.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      {free !== undefined && (
        <div>
          <Button icon={Plus} onClick={() => set([...form.texts, { locale: language, name: free, words: '' }])}>
            {texts.add}
          </Button>
        </div>
      )}
    </>
  )
}

interface OwnTextProps {
  own: OwnText
  /** Texts that have words of their own already. */
  taken: string[]
  error: string | undefined
  onChange: (own: OwnText) => void
}

function OwnTextFields({ own, taken, error, onChange }: OwnTextProps) {
  const { t } = useFullLanguage()
  const texts = t.sites.words
  const names: Record<string, string> = own.name in texts.names ? texts.names : { [own.name]: own.name, ...texts.names }
  return (
    <>
      <SelectField
        label={texts.which}
        value={own.name}
        options={Object.entries(names)
          .filter(([name]) => name === own.name || !taken.includes(name))
          .map(([value, label]) => ({ value, label }))}
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
