import { ArrowDown, ArrowUp } from 'lucide'
import { useLanguage } from '../language.tsx'
import { IconButton } from '../ui/button.tsx'
import { KindMark } from '../ui/marks.tsx'
import { type Editing, moved } from './site-form.ts'

/** The kinds in the order in which customers see them; what is not ticked they don't see. */
export function KindOrder({ form: { kinds, shown }, change }: Editing) {
  const { t } = useLanguage()
  const texts = t.sites.kinds
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.settings.sites.kinds}</legend>
      <ol class="order">
        {kinds.map((kind, index) => (
          <li key={kind} data-hidden={!shown.includes(kind) || undefined}>
            <label class="choice">
              <input
                type="checkbox"
                checked={shown.includes(kind)}
                disabled={shown.length === 1 && shown[0] === kind}
                onChange={(event) => change({ shown: kinds.filter((one) => (one === kind ? event.currentTarget.checked : shown.includes(one))) })}
              />
              <KindMark kind={kind} />
            </label>
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
