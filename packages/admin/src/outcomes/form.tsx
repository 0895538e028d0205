import { type MissingPart, missingParts } from '@klankbord/shared/outcome-parts'
import { outcomeKinds } from '@klankbord/shared/widget'
import { Target } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { choosable, type NamedGoal } from '../goals/choosable.ts'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Draft, inputOf, isReady } from './draft.ts'
import { languageName } from './language-name.ts'
import { PicturesField } from './pictures-field.tsx'
import { BesideFields, hasBegun, Languages, languagesFor } from './translating.tsx'

interface GoalOfOutcomeProps {
  goals: NamedGoal[]
  goal: NamedGoal | undefined
  /** A saved outcome stays with its goal. */
  fixed: boolean
  onChoose: (goalId: string) => void
}

export function GoalOfOutcome({ goals, goal, fixed, onChoose }: GoalOfOutcomeProps) {
  const { t } = useFullLanguage()
  if (goal && fixed) {
    return (
      <p class="outcome-goal">
        <Icon of={Target} />
        <span>
          {goal.title} <span class="soft">· {goal.team}</span>
        </span>
      </p>
    )
  }
  return <GoalChoice label={t.outcomes.goal} goals={choosable(goals)} value={goal?.id ?? null} onChoose={onChoose} />
}

interface OutcomeFormProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}

/** The answer in its parts, in one language and, where wanted, in others. */
export function OutcomeForm({ draft, onChange }: OutcomeFormProps) {
  const { t } = useFullLanguage()
  const [chosen, setChosen] = useState<string | null>(() => languagesFor(draft).find((locale) => hasBegun(draft, locale)) ?? null)
  const beside = chosen === draft.locale ? null : chosen
  return (
    <form class="stack" data-gap="large" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="stack" data-gap="small">
        <legend class="field-legend">{t.outcomes.kind}</legend>
        <div class="segments">
          {outcomeKinds.map((kind) => (
            <label key={kind}>
              <input class="unseen" type="radio" name="kind" checked={draft.kind === kind} onChange={() => onChange({ kind })} />
              {t.outcomeKinds[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      <Languages draft={draft} chosen={beside} onChoose={setChosen} />
      <BesideFields draft={draft} beside={beside} onChange={onChange} />
      <p class="field-hint">{t.outcomes.formatHint}</p>
      <PicturesField
        pictures={draft.pictures}
        locale={draft.locale}
        translations={languagesFor(draft).filter((locale) => hasBegun(draft, locale))}
        onChange={(pictures) => onChange({ pictures })}
      />
      {draft.kind !== 'not_doing' && (
        <label class="choice">
          <input type="checkbox" checked={draft.nothingMore} onChange={(event) => onChange({ nothingMore: event.currentTarget.checked })} />
          <span>{t.outcomes.nothingMore}</span>
        </label>
      )}
      <label class="choice">
        <input type="checkbox" checked={draft.public} onChange={(event) => onChange({ public: event.currentTarget.checked })} />
        <span>
          {t.outcomes.public}
          <br />
          <span class="field-hint">{t.outcomes.publicHint}</span>
        </span>
      </label>
      {isReady(draft) ? <Missing draft={draft} /> : <p class="soft note-size">{t.outcomes.needs}</p>}
    </form>
  )
}

/** What still has to be said before it can go out. */
function Missing({ draft }: { draft: Draft }) {
  const { t, code } = useFullLanguage()
  const all = missingParts(inputOf(draft))
  // Of several pictures without words it is said once.
  const missing = all.filter((one) => one.part !== 'alt' || one === all.find(({ part }) => part === 'alt'))
  if (missing.length === 0) return null
  const label = (part: 'title' | 'did' | 'better' | 'next') => (part === 'title' ? t.outcomes.titleLabel : t.outcomes.parts[draft.kind][part].label)
  const say = ({ part, locale }: MissingPart) => {
    if (part === 'alt') return t.outcomes.pictures.missing
    if (part === 'both') return t.outcomes.missingBoth
    return t.outcomes.missingPart(label(part), locale === null ? null : languageName(locale, code))
  }
  return (
    <div class="note-size" role="status">
      <p>{t.outcomes.missing}</p>
      <ul class="bullets">
        {missing.map((one) => (
          <li key={one.path}>{say(one)}</li>
        ))}
      </ul>
    </div>
  )
}
