import type { GoalState } from '@klankbord/shared/goals'
import type { InitiativeState } from '@klankbord/shared/initiatives'
import { CircleCheck, CircleDashed, CirclePause, CircleSlash, CircleX, Footprints, Handshake, type IconNode } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'

type Look = { icon: IconNode; state: 'waiting' | 'working' | 'answered' | 'alarm' }

const goalStates: Record<GoalState, Look> = {
  proposed: { icon: CircleDashed, state: 'waiting' },
  agreed: { icon: Handshake, state: 'working' },
  achieved: { icon: CircleCheck, state: 'answered' },
  missed: { icon: CircleX, state: 'alarm' },
  stopped: { icon: CircleSlash, state: 'waiting' },
}

const initiativeStates: Record<InitiativeState, Look> = {
  proposed: { icon: CircleDashed, state: 'waiting' },
  planned: { icon: CirclePause, state: 'waiting' },
  started: { icon: Footprints, state: 'working' },
  finished: { icon: CircleCheck, state: 'answered' },
  stopped: { icon: CircleSlash, state: 'waiting' },
}

export function GoalStateMark({ state }: { state: GoalState }) {
  const { t } = useLanguage()
  return <Mark look={goalStates[state]} words={t.goalStates[state]} />
}

export function InitiativeStateMark({ state }: { state: InitiativeState }) {
  const { t } = useLanguage()
  return <Mark look={initiativeStates[state]} words={t.initiativeStates[state]} />
}

const Mark = ({ look, words }: { look: Look; words: string }) => (
  <span class="mark" data-state={look.state}>
    <Icon of={look.icon} />
    {words}
  </span>
)
