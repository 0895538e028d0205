import { missingParts } from '@klankbord/shared/outcome-parts'
import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { useFullLanguage } from '../full-language.ts'
import { TextField } from '../ui/field.tsx'
import { type Draft, inputOf, isComplete, noWords, saysNothingMore, type Wording } from './draft.ts'
import { languageName } from './language-name.ts'
import { Part } from './wording.tsx'

/** The languages that customers' mails are written in. */
const mailed = ['nl', 'en', 'de', 'fr']

const parts = ['title', 'did', 'better', 'next'] as const
type PartName = (typeof parts)[number]

/** The languages that a draft can be translated into, and those that it has been. */
export const languagesFor = ({ locale, translations }: Draft): string[] =>
  [...new Set([...mailed, ...Object.keys(translations)])].filter((one) => one !== locale)

export const hasBegun = ({ translations }: Draft, locale: string) => Object.values(translations[locale] ?? noWords).some((text) => text !== '')

/** How many parts of the original are not there in this language yet. */
function lackingIn(draft: Draft, locale: string): number {
  if (!isComplete(draft.translations[locale] ?? noWords)) return partsSaid(draft).filter((part) => !draft.translations[locale]?.[part]?.trim()).length
  return missingParts(inputOf(draft)).filter((one) => one.locale === locale).length
}

/** The parts that have words in the original. */
const partsSaid = (draft: Draft): PartName[] => parts.filter((part) => (part !== 'next' || !saysNothingMore(draft)) && draft[part].trim() !== '')

interface LanguagesProps {
  draft: Draft
  chosen: string | null
  onChoose: (locale: string | null) => void
}

/** Which translation stands beside the original, and how whole each is. */
export function Languages({ draft, chosen, onChoose }: LanguagesProps) {
  const { t, code } = useFullLanguage()
  const texts = t.outcomes.translating
  const state = (locale: string) => {
    if (!hasBegun(draft, locale)) return texts.none
    const lacking = lackingIn(draft, locale)
    return lacking === 0 ? texts.whole : texts.lacking(lacking)
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{texts.title}</legend>
      <div class="translations">
        {languagesFor(draft).map((locale) => (
          <button
            key={locale}
            type="button"
            class="button"
            data-small
            aria-pressed={locale === chosen}
            data-lacking={(hasBegun(draft, locale) && lackingIn(draft, locale) > 0) || undefined}
            onClick={() => onChoose(locale === chosen ? null : locale)}
          >
            {t.outcomes.alsoIn(languageName(locale, code))} <span class="translation-state">· {state(locale)}</span>
          </button>
        ))}
      </div>
      {chosen !== null && <p class="field-hint">{t.outcomes.alsoInHint}</p>}
    </fieldset>
  )
}

interface BesideFieldsProps {
  draft: Draft
  /** The language of the translation beside it. */
  beside: string | null
  onChange: (part: Partial<Draft>) => void
}

/** The parts of the answer, each with its translation beside it, or below it where there is no room. */
export function BesideFields({ draft, beside, onChange }: BesideFieldsProps) {
  const words = beside === null ? null : (draft.translations[beside] ?? noWords)
  const translate = (part: Partial<Wording>) =>
    beside !== null && onChange({ translations: { ...draft.translations, [beside]: { ...(words ?? noWords), ...part } } })
  const rows = parts.filter((part) => part !== 'next' || !saysNothingMore(draft))
  return (
    <div class="wording" data-beside={beside !== null || undefined}>
      {rows.map((part) => (
        <Fragment key={part}>
          <WordsOf part={part} kind={draft.kind} locale={draft.locale} value={draft[part]} onChange={(value) => onChange({ [part]: value })} />
          {beside !== null && words !== null && (
            <WordsOf
              key={beside + part}
              part={part}
              kind={draft.kind}
              locale={beside}
              value={words[part]}
              isLacking={draft[part].trim() !== '' && words[part].trim() === ''}
              onChange={(value) => translate({ [part]: value })}
            />
          )}
        </Fragment>
      ))}
    </div>
  )
}

interface WordsOfProps {
  part: PartName
  kind: Draft['kind']
  locale: string
  value: string
  /** The original has words here, and this has none. */
  isLacking?: boolean
  onChange: (value: string) => void
}

/** Labels come in the language of the member; what is written is marked with its own. */
function WordsOf({ part, kind, locale, value, isLacking, onChange }: WordsOfProps) {
  const { t, code } = useFullLanguage()
  const inLanguage = locale === code ? '' : ` (${languageName(locale, code)})`
  const lacking: ComponentChildren = isLacking && <span class="untranslated">{t.outcomes.translating.missing}</span>
  if (part === 'title') {
    const example = kind === 'not_doing' ? t.outcomes.titleExampleNot : t.outcomes.titleExample
    return (
      <TextField
        label={`${t.outcomes.titleLabel}${inLanguage}`}
        hint={lacking || undefined}
        placeholder={isLacking === undefined ? example : undefined}
        lang={locale}
        maxLength={200}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const { label, hint } = t.outcomes.parts[kind][part]
  const shown = isLacking === undefined ? hint : lacking || undefined
  return <Part label={`${label}${inLanguage}`} hint={shown} lang={locale} short={part !== 'did'} value={value} onChange={onChange} />
}
