import * as combobox from '@zag-js/combobox'
import { normalizeProps, useMachine } from '@zag-js/preact'
import { ChevronDown } from 'lucide'
import { useId, useMemo, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { folded } from './folded.ts'
import { Icon } from './icon.tsx'

export interface Option {
  id: string
  title: string
  /** Shown small below the title, and searched too. */
  note?: string
  /** More words by which it is found. */
  words?: string | null
}

export interface ComboboxProps {
  label: string
  options: readonly Option[]
  value: string | null
  onChoose: (id: string) => void
  autoFocus?: boolean
  placeholder: string
  /** Said where no option has the words. */
  nothing: string
  error?: string | undefined
  /** Told what is typed, where options are looked up by it. */
  onQuery?: (query: string) => void
}

/** More would not be read, and makes a slow list. */
const SHOWN = 60

/** Options in which every word of the query appears. */
export function optionsMatching<Choice extends Option>(options: readonly Choice[], query: string): Choice[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return options.filter((option) => {
    const text = folded(`${option.title} ${option.note ?? ''} ${option.words ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

/** Chooses one of many by typing some of its words. */
export default function Combobox({ label, options, value, onChoose, autoFocus, placeholder, nothing, error, onQuery }: ComboboxProps) {
  const { t } = useFullLanguage()
  const [query, setQuery] = useState('')
  const matching = useMemo(() => optionsMatching(options, query), [options, query])
  const items = useMemo(() => {
    const shown = matching.slice(0, SHOWN)
    const chosen = query === '' && value !== null && matching.find(({ id }) => id === value)
    return chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown
  }, [matching, query, value])
  const collection = useMemo(() => combobox.collection({ items, itemToString: ({ title }) => title, itemToValue: ({ id }) => id }), [items])
  const service = useMachine(combobox.machine, {
    id: useId(),
    collection,
    defaultValue: value === null ? [] : [value],
    inputBehavior: 'autohighlight',
    openOnClick: true,
    autoFocus,
    // Fixed, so that a dialog that scrolls does not cut the list off.
    positioning: { sameWidth: true, gutter: 4, strategy: 'fixed' },
    translations: { triggerLabel: t.showAll },
    onInputValueChange: ({ inputValue, reason }) => {
      const typed = reason === 'input-change' ? inputValue : ''
      setQuery(typed)
      onQuery?.(typed)
    },
    onValueChange: ({ value: [chosen] }) => chosen !== undefined && onChoose(chosen),
  })
  const api = combobox.connect(service, normalizeProps)
  return (
    <div {...api.getRootProps()} class="field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: `for` is among its properties */}
      <label {...api.getLabelProps()}>{label}</label>
      <div {...api.getControlProps()}>
        <input {...(api.getInputProps() as object)} class="control" placeholder={placeholder} aria-invalid={error ? true : undefined} />
        <button {...api.getTriggerProps()} class="combobox-trigger">
          <Icon of={ChevronDown} />
        </button>
      </div>
      {error && <p class="field-error">{t.fieldProblem(error)}</p>}
      <div {...api.getPositionerProps()}>
        <ul {...api.getContentProps()}>
          {items.map((item) => (
            <li key={item.id} {...api.getItemProps({ item })}>
              <span>{item.title}</span>
              {item.note && <small>{item.note}</small>}
            </li>
          ))}
          {items.length === 0 && <li class="combobox-nothing">{nothing}</li>}
          {matching.length > SHOWN && <li class="combobox-nothing">{t.andMore(matching.length - SHOWN)}</li>}
        </ul>
      </div>
    </div>
  )
}
