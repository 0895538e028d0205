import { ArrowDown, ArrowUp } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { IconButton } from '../ui/button.tsx'
import { KindMark } from '../ui/marks.tsx'
import { type Editing, moved, type OwnText } from './site-form.ts'

/** The own words for one text; without words the widget's own count. */
export function withWords(texts: readonly OwnText[], { locale, name, words }: OwnText): OwnText[] {
  const isIt = (one: OwnText) => one.locale === locale && one.name === name
  if (words === '') return texts.filter((one) => !isIt(one))
  return texts.some(isIt) ? texts.map((one) => (isIt(one) ? { ...one, words } : one)) : [...texts, { locale, name, words }]
}

/** The kinds in the order in which customers see them, and what the site calls them; what is not ticked they don't see. */
export function KindOrder({ form: { kinds, shown, texts: own }, change, language, errors }: Editing) {
  const { t, code } = useFullLanguage()
  const speaks = new Intl.DisplayNames([code], { type: 'language' }).of(language) ?? language
  const texts = t.sites.kinds
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.settings.sites.kinds}</legend>
      <p class="soft note-size">{texts.hint(speaks)}</p>
      <ol class="order kind-order">
        {kinds.map((kind, index) => (
          <li key={kind} data-hidden={!shown.includes(kind) || undefined}>
            <div class="kind-name">
              <label class="choice">
                <input
                  type="checkbox"
                  checked={shown.includes(kind)}
                  disabled={shown.length === 1 && shown[0] === kind}
                  onChange={(event) => change({ shown: kinds.filter((one) => (one === kind ? event.currentTarget.checked : shown.includes(one))) })}
                />
                <KindMark kind={kind} />
              </label>
              <input
                class="control"
                aria-label={texts.rename(t.kinds[kind], speaks)}
                aria-invalid={errors[`texts.${language}.${kind}`] ? true : undefined}
                placeholder={texts.asWidget}
                lang={language}
                maxLength={500}
                value={own.find(({ locale, name }) => locale === language && name === kind)?.words ?? ''}
                onInput={(event) => change({ texts: withWords(own, { locale: language, name: kind, words: event.currentTarget.value }) })}
              />
            </div>
            <IconButton
              icon={ArrowUp}
              small
              label={texts.up(t.kinds[kind])}
              disabled={index === 0}
              onClick={() => change({ kinds: moved(kinds, index, -1) })}
            />
            <IconButton
              icon={ArrowDown}
              small
              label={texts.down(t.kinds[kind])}
              disabled={index === kinds.length - 1}
              onClick={() => change({ kinds: moved(kinds, index, 1) })}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
