import type { Goal } from '@klankbord/shared/goals'
import * as combobox from '@zag-js/combobox'
import { normalizeProps, useMachine } from '@zag-js/preact'
import { ChevronDown } from 'lucide'
import { useId, useMemo, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Icon } from './icon.tsx'

export interface GoalComboboxProps {
  label: string
  goals: readonly Goal[]
  value: string | null
  onChoose: (goalId: string) => void
  autoFocus?: boolean
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Goals in which every word of the query appears, in the title, the team or the intake text. */
export function goalsMatching(goals: readonly Goal[], query: string): Goal[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return goals.filter((goal) => {
    const text = folded(`${goal.title} ${goal.team} ${goal.intake ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

/** Chooses a goal by typing some of its words or its team's name. */
export default function GoalCombobox({ label, goals, value, onChoose, autoFocus }: GoalComboboxProps) {
  const { t } = useLanguage()
  const [query, setQuery] = useState('')
  const items = useMemo(() => goalsMatching(goals, query), [goals, query])
  const collection = useMemo(() => combobox.collection({ items, itemToString: (goal) => goal.title, itemToValue: (goal) => goal.id }), [items])
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
    onInputValueChange: ({ inputValue, reason }) => setQuery(reason === 'input-change' ? inputValue : ''),
    onValueChange: ({ value: [chosen] }) => chosen !== undefined && onChoose(chosen),
  })
  const api = combobox.connect(service, normalizeProps)
  return (
    <div {...api.getRootProps()} class="field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: `for` is among its properties */}
      <label {...api.getLabelProps()}>{label}</label>
      <div {...api.getControlProps()}>
        <input {...(api.getInputProps() as object)} class="control" placeholder={t.goalPlaceholder} />
        <button {...api.getTriggerProps()} class="combobox-trigger">
          <Icon of={ChevronDown} />
        </button>
      </div>
      <div {...api.getPositionerProps()}>
        <ul {...api.getContentProps()}>
          {items.map((goal) => (
            <li key={goal.id} {...api.getItemProps({ item: goal })}>
              <span>{goal.title}</span>
              <small>{goal.team}</small>
            </li>
          ))}
          {items.length === 0 && <li class="combobox-nothing">{t.noGoalMatches}</li>}
        </ul>
      </div>
    </div>
  )
}
