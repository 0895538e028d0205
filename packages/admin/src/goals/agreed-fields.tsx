import type { Goal } from '@klankbord/shared/goals'
import { useFullLanguage } from '../full-language.ts'
import { TextField } from '../ui/field.tsx'

/** What the team and the level above agree on. */
export interface Agreed {
  title: string
  target: string | null
  startsOn: string | null
  endsOn: string | null
}

export const agreedOf = ({ title = '', target = '', startsOn = '', endsOn = '' }: Record<string, string>): Agreed => ({
  title,
  target: target || null,
  startsOn: startsOn || null,
  endsOn: endsOn || null,
})

/** Only what is other than it was: the rest is not proposed. */
export function changedOnly(goal: Agreed, wanted: Agreed): Partial<Agreed> {
  const names: (keyof Agreed)[] = ['title', 'target', 'startsOn', 'endsOn']
  return Object.fromEntries(names.filter((name) => (goal[name] || null) !== wanted[name]).map((name) => [name, wanted[name]]))
}

interface AgreedFieldsProps {
  goal: Pick<Goal, keyof Agreed> | null
  errors: Record<string, string>
  autofocus?: boolean
}

export function AgreedFields({ goal, errors, autofocus }: AgreedFieldsProps) {
  const { t } = useFullLanguage()
  return (
    <>
      <TextField
        label={t.goals.goalTitle}
        hint={t.goals.goalTitleHint}
        name="title"
        required
        maxLength={200}
        defaultValue={goal?.title ?? ''}
        error={errors.title}
        autofocus={autofocus ?? false}
      />
      <TextField
        label={`${t.goals.goalTarget} (${t.optional})`}
        placeholder={t.goals.goalTargetExample}
        name="target"
        maxLength={200}
        defaultValue={goal?.target ?? ''}
        error={errors.target}
      />
      <div class="pair">
        <TextField label={t.goals.startsOn} name="startsOn" type="date" defaultValue={goal?.startsOn ?? ''} error={errors.startsOn} />
        <TextField label={t.goals.endsOn} name="endsOn" type="date" defaultValue={goal?.endsOn ?? ''} error={errors.endsOn} />
      </div>
    </>
  )
}
