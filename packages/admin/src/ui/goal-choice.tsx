import { useMemo } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Choice } from './choice.tsx'
import type { Option } from './combobox.tsx'

/** As much of a goal as it takes to choose it. */
export interface ChoosableGoal {
  id: string
  title: string
  team: string
  intake?: string | null
}

interface GoalChoiceProps {
  label: string
  goals: readonly ChoosableGoal[]
  value: string | null
  onChoose: (goalId: string) => void
  autoFocus?: boolean
  /** What it is called to choose no goal, where that may be; chosen, it gives ''. */
  none?: string
  error?: string | undefined
}

export const optionOfGoal = ({ id, title, team, intake }: ChoosableGoal): Option => ({ id, title, note: team, words: intake ?? null })

/** Chooses a goal by typing some of its words or its team's name. */
export function GoalChoice({ goals, none, ...rest }: GoalChoiceProps) {
  const { t } = useLanguage()
  const options = useMemo(() => [...(none === undefined ? [] : [{ id: '', title: none }]), ...goals.map(optionOfGoal)], [goals, none])
  return <Choice {...rest} options={options} placeholder={t.goalPlaceholder} nothing={t.noGoalMatches} />
}
