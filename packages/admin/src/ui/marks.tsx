import type { Kind, Status } from '@klankbord/shared/widget'
import {
  ChevronsUp,
  CircleCheck,
  CircleDot,
  CircleHelp,
  Eye,
  Heart,
  type IconNode,
  Inbox,
  Lightbulb,
  Merge,
  RotateCcw,
  ShieldX,
  TriangleAlert,
  Users,
} from 'lucide'
import { useLanguage } from '../language.tsx'
import { Icon } from './icon.tsx'

const kindIcons: Record<Kind, IconNode> = { compliment: Heart, complaint: TriangleAlert, idea: Lightbulb, question: CircleHelp }

const states: Record<Status, { icon: IconNode; state: 'waiting' | 'working' | 'answered' | 'alarm' }> = {
  received: { icon: Inbox, state: 'waiting' },
  routed: { icon: Users, state: 'waiting' },
  in_progress: { icon: CircleDot, state: 'working' },
  answered: { icon: CircleCheck, state: 'answered' },
  reopened: { icon: RotateCcw, state: 'alarm' },
  merged: { icon: Merge, state: 'waiting' },
  spam: { icon: ShieldX, state: 'waiting' },
}

export function KindMark({ kind }: { kind: Kind }) {
  const { t } = useLanguage()
  return (
    <span class="mark" data-kind={kind}>
      <Icon of={kindIcons[kind]} />
      {t.kinds[kind]}
    </span>
  )
}

export const KindDisc = ({ kind }: { kind: Kind }) => (
  <span class="kind-disc" data-kind={kind}>
    <Icon of={kindIcons[kind]} />
  </span>
)

export function StatusMark({ status }: { status: Status }) {
  const { t } = useLanguage()
  return (
    <span class="mark" data-state={states[status].state}>
      <Icon of={states[status].icon} />
      {t.statuses[status]}
    </span>
  )
}

/** A rule said that it comes before others. */
export function PriorityMark() {
  const { t } = useLanguage()
  return (
    <span class="mark" data-state="alarm">
      <Icon of={ChevronsUp} />
      {t.inbox.flag.urgent}
    </span>
  )
}

/** Words in it ask for a person, and nobody has looked yet. */
export function FlagMark() {
  const { t } = useLanguage()
  return (
    <span class="mark" data-state="alarm">
      <Icon of={Eye} />
      {t.inbox.flag.mark}
    </span>
  )
}
