import type { GoalState } from '@klankbord/shared/goals'
import type { InitiativeState } from '@klankbord/shared/initiatives'
import { CircleCheck, CircleDashed, CirclePause, CircleSlash, CircleX, Footprints, Handshake, Hourglass, type IconNode, UserX } from 'lucide'
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
  return <Mark look={goalStates[state]} words={t.goals.states[state]} />
}

export function InitiativeStateMark({ state }: { state: InitiativeState }) {
  const { t } = useLanguage()
  return <Mark look={initiativeStates[state]} words={t.how.states[state]} />
}

const Mark = ({ look, words }: { look: Look; words: string }) => (
  <span class="mark" data-state={look.state}>
    <Icon of={look.icon} />
    {words}
  </span>
)

/** Says that a proposal waits for the other side. */
export function WaitsMark() {
  const { t } = useLanguage()
  return (
    <span class="mark" data-state="proposal">
      <Icon of={Hourglass} />
      {t.goals.waits}
    </span>
  )
}

export function NobodyMark() {
  const { t } = useLanguage()
  return (
    <span class="mark" data-state="alarm">
      <Icon of={UserX} />
      {t.goals.nobody}
    </span>
  )
}
