import { plainWords } from '@klankbord/shared/formatted'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { datesOf } from '../dates.ts'
import { useFullLanguage } from '../full-language.ts'
import { itemQuery } from '../inbox/queries.ts'
import { type LanguageCode, pickLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import type { Texts } from '../texts/later-en.ts'
import { whole } from '../texts/whole.ts'
import { FormattedText } from '../ui/formatted-text.tsx'
import { Segments } from '../ui/segments.tsx'
import { type Draft, isComplete, type Wording, wordingIn } from './draft.ts'
import { languageName } from './language-name.ts'
import { ShownPictures } from './shown-pictures.tsx'

type Form = 'widget' | 'email' | 'page'
const forms: Form[] = ['widget', 'email', 'page']

interface PreviewProps {
  draft: Draft
  team: string
  goal: string
  id: string | null
  /** Changes when the server has a newer text, so that the e-mail is asked for again. */
  version: number
}

/** The outcome as its readers will see it, in each of its languages. */
export function Preview({ draft, team, goal, id, version }: PreviewProps) {
  const { t, code } = useFullLanguage()
  const [form, setForm] = useState<Form>('widget')
  const locales = [
    draft.locale,
    ...Object.keys(draft.translations).filter((locale) => locale !== draft.locale && isComplete(draft.translations[locale] ?? draft)),
  ]
  const [wanted, setLocale] = useState(draft.locale)
  const locale = locales.includes(wanted) ? wanted : draft.locale
  const words = wordingIn(draft, locale)
  const shown = { draft, words, wanted: locale, texts: whole[pickLanguage([locale])], locale: pickLanguage([locale]), team, goal }
  return (
    <section class="stack" aria-label={t.outcomes.preview}>
      <div class="row" data-ends>
        <h2 class="part-title">{t.outcomes.preview}</h2>
        {locales.length > 1 && (
          <Segments
            label={t.outcomes.previewLanguage}
            options={locales.map((one) => ({ value: one, label: languageName(one, code) }))}
            value={locale}
            onChange={setLocale}
          />
        )}
      </div>
      <Segments
        label={t.outcomes.preview}
        options={forms.map((one) => ({ value: one, label: t.outcomes.previews[one] }))}
        value={form}
        onChange={setForm}
      />
      {form === 'widget' && <WidgetPreview {...shown} />}
      {form === 'page' && (draft.public ? <PagePreview {...shown} /> : <p class="soft">{t.outcomes.notPublic}</p>)}
      {form === 'email' &&
        (id === null ? (
          <p class="soft">{t.outcomes.emailLater}</p>
        ) : (
          <iframe
            key={version + locale}
            class="preview-mail"
            sandbox=""
            title={t.outcomes.emailTitle}
            src={`/api/v1/outcomes/${id}/preview/html?${new URLSearchParams({ locale })}`}
          />
        ))}
    </section>
  )
}

interface ShownProps {
  /** The language that was asked for, which may be none of the app's. */
  wanted: string
  draft: Draft
  words: Wording
  texts: Texts
  locale: LanguageCode
  team: string
  goal: string
}

function WidgetPreview({ draft, words, wanted, texts, locale, team }: ShownProps) {
  const first = draft.feedbackIds[0]
  const item = useQuery({ ...itemQuery(first ?? ''), enabled: first !== undefined })
  return (
    <div class="preview-widget" lang={locale}>
      {item.data && (
        <div class="preview-said">
          <p class="note-size soft">{texts.outcomes.yourWords}</p>
          <p class="words preview-quote">{item.data.message}</p>
        </div>
      )}
      <Parts isPlain wanted={wanted} draft={draft} words={words} texts={texts} team={team} />
      <p class="preview-question">{texts.outcomes.helpedQuestion}</p>
      <p class="row" aria-hidden="true">
        {Object.values(texts.outcomes.helpedAnswers).map((answer) => (
          <span key={answer} class="preview-answer">
            {answer}
          </span>
        ))}
      </p>
    </div>
  )
}

function PagePreview({ draft, words, wanted, texts, locale, team, goal }: ShownProps) {
  const me = useMe()
  const today = datesOf(locale, me.organisation.timeZone, texts.dates).day(new Date().toISOString())
  return (
    <div class="preview-page" lang={locale}>
      <p class="note-size soft">
        {today} · {goal}
      </p>
      <Parts wanted={wanted} draft={draft} words={words} texts={texts} team={team} />
      <p class="note-size soft">{texts.outcomes.pageAnswered(draft.feedbackIds.length)}</p>
    </div>
  )
}

/** In the widget words are shown as they come, without formatting. */
function Parts({ draft, words, wanted, texts, team, isPlain }: Omit<ShownProps, 'locale' | 'goal'> & { isPlain?: boolean }) {
  const { did, better, next } = texts.outcomes.parts[draft.kind]
  const parts: [string, string][] = [
    [did.label, words.did],
    [better.label, words.better],
    [next.label, draft.nothingMore && draft.kind !== 'not_doing' ? texts.outcomes.nothingMoreText : words.next],
  ]
  return (
    <>
      <header>
        <p class="note-size soft">
          {texts.outcomeKinds[draft.kind]}
          {team && ` · ${team}`}
        </p>
        <h3 class="preview-title">{words.title || texts.outcomes.untitled}</h3>
      </header>
      {parts
        .filter(([, text]) => text.trim() !== '')
        .map(([label, text]) => (
          <div key={label}>
            <h4 class="preview-label">{label}</h4>
            {isPlain ? <p class="words">{plainWords(text)}</p> : <FormattedText text={text} />}
          </div>
        ))}
      <ShownPictures pictures={draft.pictures} locale={wanted} original={draft.locale} />
    </>
  )
}
