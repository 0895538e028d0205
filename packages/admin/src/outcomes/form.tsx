import { outcomeKinds } from '@klankbord/shared/widget'
import { Target } from 'lucide'
import { choosable, type NamedGoal } from '../goals/choosable.ts'
import { languages, useLanguage } from '../language.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Draft, isReady, noWords, type Wording } from './draft.ts'

interface GoalOfOutcomeProps {
  goals: NamedGoal[]
  goal: NamedGoal | undefined
  /** A saved outcome stays with its goal. */
  fixed: boolean
  onChoose: (goalId: string) => void
}

export function GoalOfOutcome({ goals, goal, fixed, onChoose }: GoalOfOutcomeProps) {
  const { t } = useLanguage()
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
  const { t } = useLanguage()
  const others = Object.keys(languages).filter((locale) => locale !== draft.locale)
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
      <WordingFields kind={draft.kind} words={draft} locale={draft.locale} onChange={onChange} />
      {others.map((locale) => (
        <details key={locale} class="also" open={draft.translations[locale]?.title ? true : undefined}>
          <summary>{t.outcomes.alsoIn(t.localeNames[locale] ?? locale)}</summary>
          <div class="stack">
            <p class="field-hint">{t.outcomes.alsoInHint}</p>
            <WordingFields
              kind={draft.kind}
              locale={locale}
              words={draft.translations[locale] ?? noWords}
              onChange={(part) =>
                onChange({ translations: { ...draft.translations, [locale]: { ...(draft.translations[locale] ?? noWords), ...part } } })
              }
            />
          </div>
        </details>
      ))}
      <label class="choice">
        <input type="checkbox" checked={draft.public} onChange={(event) => onChange({ public: event.currentTarget.checked })} />
        <span>
          {t.outcomes.public}
          <br />
          <span class="field-hint">{t.outcomes.publicHint}</span>
        </span>
      </label>
      {!isReady(draft) && <p class="soft note-size">{t.outcomes.needs}</p>}
    </form>
  )
}

interface WordingFieldsProps {
  kind: Draft['kind']
  words: Wording
  locale: string
  onChange: (part: Partial<Wording>) => void
}

/** Labels come in the language of the member; what is written is marked with its own. */
function WordingFields({ kind, words, locale, onChange }: WordingFieldsProps) {
  const { t, code } = useLanguage()
  const { did, better, next } = t.outcomes.parts[kind]
  const inLanguage = locale === code ? '' : ` (${t.localeNames[locale] ?? locale})`
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
      {better && (
        <Part
          label={`${better.label}${inLanguage}`}
          hint={better.hint}
          lang={locale}
          short
          value={words.better}
          onChange={(value) => onChange({ better: value })}
        />
      )}
      <Part
        label={`${next.label}${inLanguage}`}
        hint={next.hint}
        lang={locale}
        short
        value={words.next}
        onChange={(value) => onChange({ next: value })}
      />
    </div>
  )
}

interface PartProps {
  label: string
  hint: string
  lang: string
  short?: boolean
  value: string
  onChange: (value: string) => void
}

const Part = ({ onChange, ...area }: PartProps) => <TextArea maxLength={10_000} {...area} onInput={(event) => onChange(event.currentTarget.value)} />
