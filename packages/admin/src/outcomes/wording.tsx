import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Field, TextField } from '../ui/field.tsx'
import type { Draft, Wording } from './draft.ts'
import { FormatBar, onFormatKey } from './format-bar.tsx'
import { languageName } from './language-name.ts'

interface WordingFieldsProps {
  /** False where it is said that nothing more will improve. */
  withNext: boolean
  kind: Draft['kind']
  words: Wording
  locale: string
  onChange: (part: Partial<Wording>) => void
}

/** Labels come in the language of the member; what is written is marked with its own. */
export function WordingFields({ kind, words, locale, withNext, onChange }: WordingFieldsProps) {
  const { t, code } = useFullLanguage()
  const { did, better, next } = t.outcomes.parts[kind]
  const inLanguage = locale === code ? '' : ` (${languageName(locale, code)})`
  return (
    <div class="stack">
      <TextField
        label={`${t.outcomes.titleLabel}${inLanguage}`}
        placeholder={kind === 'not_doing' ? t.outcomes.titleExampleNot : t.outcomes.titleExample}
        lang={locale}
        maxLength={200}
        value={words.title}
        onInput={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Part label={`${did.label}${inLanguage}`} hint={did.hint} lang={locale} value={words.did} onChange={(value) => onChange({ did: value })} />
      <Part
        label={`${better.label}${inLanguage}`}
        hint={better.hint}
        lang={locale}
        short
        value={words.better}
        onChange={(value) => onChange({ better: value })}
      />
      {withNext && (
        <Part
          label={`${next.label}${inLanguage}`}
          hint={next.hint}
          lang={locale}
          short
          value={words.next}
          onChange={(value) => onChange({ next: value })}
        />
      )}
    </div>
  )
}

interface PartProps {
  label: string
  hint: ComponentChildren
  lang: string
  short?: boolean
  autofocus?: boolean
  value: string
  onChange: (value: string) => void
}

/** A part of an answer, with what formats it. */
export function Part({ label, hint, short, onChange, ...rest }: PartProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <>
          <FormatBar area={area} controls={control.id} />
          <textarea
            ref={area}
            maxLength={10_000}
            data-short={short || undefined}
            {...rest}
            {...control}
            onInput={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onFormatKey}
          />
        </>
      )}
    </Field>
  )
}
