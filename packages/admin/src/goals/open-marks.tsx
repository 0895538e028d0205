import { Hourglass, UserX } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { Icon } from '../ui/icon.tsx'

/** Says that a proposal waits for the other side. */
export function WaitsMark() {
  const { t } = useFullLanguage()
  return (
    <span class="mark" data-state="proposal">
      <Icon of={Hourglass} />
      {t.goals.waits}
    </span>
  )
}

export function NobodyMark() {
  const { t } = useFullLanguage()
  return (
    <span class="mark" data-state="alarm">
      <Icon of={UserX} />
      {t.goals.nobody}
    </span>
  )
}
