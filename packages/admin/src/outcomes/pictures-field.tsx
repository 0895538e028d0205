import type { OutcomePicture } from '@klankbord/shared/outcome-pictures'
import { ALT_MAX } from '@klankbord/shared/outcome-pictures'
import { PICTURES_MAX } from '@klankbord/shared/widget'
import { ArrowDown, ArrowUp, ImagePlus, X } from 'lucide'
import { useRef } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import '../styles/outcome-pictures.css'
import { IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { languageName } from './language-name.ts'
import { outcomePictureAddress, useFilesBroughtHere, useUploads } from './uploads.ts'

interface PicturesFieldProps {
  pictures: OutcomePicture[]
  /** The language of the original, and those that it is translated into. */
  locale: string
  translations: string[]
  onChange: (pictures: OutcomePicture[]) => void
}

/** What there is to see of it: chosen, pasted or dragged onto the page, each with what it shows in words. */
export function PicturesField({ pictures, locale, translations, onChange }: PicturesFieldProps) {
  const { t } = useFullLanguage()
  const texts = t.outcomes.pictures
  const { add, isBusy, refused } = useUploads(pictures, onChange)
  const isOver = useFilesBroughtHere(add)
  const input = useRef<HTMLInputElement>(null)
  const room = PICTURES_MAX - pictures.length
  const change = (at: number, part: Partial<OutcomePicture>) => onChange(pictures.map((one, i) => (i === at ? { ...one, ...part } : one)))
  return (
    <fieldset class="stack" data-gap="small" data-over={isOver || undefined}>
      <legend class="field-legend">{texts.title}</legend>
      {pictures.length > 0 && (
        <ul class="stack">
          {pictures.map((picture, at) => (
            <Described
              key={picture.id}
              {...{ picture, at, locale, translations }}
              count={pictures.length}
              onChange={(part) => change(at, part)}
              onMove={(by) => onChange(moved(pictures, at, by))}
              onRemove={() => {
                onChange(pictures.filter((one) => one.id !== picture.id))
                input.current?.focus()
              }}
            />
          ))}
        </ul>
      )}
      {room > 0 && (
        <label class="picture-drop" data-over={isOver || undefined}>
          <input
            ref={input}
            class="unseen"
            type="file"
            multiple
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
          <Icon of={ImagePlus} />
          <span>
            {isBusy ? texts.busy : texts.add}
            <br />
            <span class="field-hint">{texts.hint(room)}</span>
          </span>
        </label>
      )}
      <div role="status" class="stack" data-gap="small">
        {isBusy && <span class="unseen">{texts.busy}</span>}
        {refused.map(({ name, why }) => (
          <p key={name} class="field-error">
            {name}: {texts.refused[why]}
          </p>
        ))}
      </div>
    </fieldset>
  )
}

function moved(pictures: OutcomePicture[], at: number, by: -1 | 1): OutcomePicture[] {
  const others = pictures.toSpliced(at, 1)
  return others.toSpliced(at + by, 0, ...pictures.slice(at, at + 1))
}

interface DescribedProps {
  picture: OutcomePicture
  at: number
  count: number
  locale: string
  translations: string[]
  onChange: (part: Partial<OutcomePicture>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function Described({ picture, at, count, locale, translations, onChange, onMove, onRemove }: DescribedProps) {
  const { t, code } = useFullLanguage()
  const texts = t.outcomes.pictures
  const { id, alt, alts, width, height } = picture
  const label = (language: string) => `${texts.alt(at + 1, count)}${language === code ? '' : ` (${languageName(language, code)})`}`
  return (
    <li class="described">
      <img src={outcomePictureAddress(id)} alt="" width={width} height={height} decoding="async" />
      <div class="stack" data-gap="small">
        <TextField
          label={label(locale)}
          hint={alt.trim() === '' ? texts.altHint : undefined}
          lang={locale}
          maxLength={ALT_MAX}
          value={alt}
          onInput={(event) => onChange({ alt: event.currentTarget.value })}
        />
        {translations.map((language) => (
          <TextField
            key={language}
            label={label(language)}
            hint={alt.trim() !== '' && !alts[language]?.trim() ? texts.fallsBack(languageName(locale, code)) : undefined}
            lang={language}
            maxLength={ALT_MAX}
            value={alts[language] ?? ''}
            onInput={(event) => onChange({ alts: { ...alts, [language]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <div class="described-acts">
        {count > 1 && (
          <>
            <IconButton icon={ArrowUp} small label={texts.earlier(at + 1)} disabled={at === 0} onClick={() => onMove(-1)} />
            <IconButton icon={ArrowDown} small label={texts.later(at + 1)} disabled={at === count - 1} onClick={() => onMove(1)} />
          </>
        )}
        <IconButton icon={X} small label={texts.remove(at + 1)} onClick={onRemove} />
      </div>
    </li>
  )
}
