import type { GoalPage as GoalOnPage } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { Flag, Pencil, RotateCcw, Split } from 'lucide'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { goalTreeQuery } from '../queries.ts'
import '../styles/goals.css'
import '../styles/goal.css'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Read } from '../ui/states.tsx'
import { EndDialog, ResumeDialog } from './end-dialog.tsx'
import { GoalDialog } from './goal-dialog.tsx'
import { How } from './how.tsx'
import { GoalStateMark } from './marks.tsx'
import { GoalPlaces } from './places.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { goalQuery } from './queries.ts'
import { Talk, What } from './what.tsx'

type Opened = 'change' | 'propose' | 'end' | 'resume'

/** One goal: left the What, agreed with the level above; right the How, of the team. */
export default function GoalPage() {
  const { params } = useRoute()
  const goal = useQuery(goalQuery(params.id ?? ''))
  return (
    <div class="page" data-wide>
      <GoalPlaces />
      <Read query={goal} lines={8}>
        {(known) => <Sheet key={known.id} goal={known} />}
      </Read>
    </div>
  )
}

function Sheet({ goal }: { goal: GoalOnPage }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <header class="goal-page-head">
        <Trail goal={goal} />
        <PageHeading title={goal.title} />
        <div class="row" data-ends>
          <GoalStateMark state={goal.state} />
          <Acts goal={goal} onOpen={setOpened} />
        </div>
      </header>
      <div class="sheet">
        <What goal={goal} />
        <How goal={goal} />
        <Talk goal={goal} />
      </div>
      {opened === 'change' && <GoalDialog goal={goal} onClose={close} />}
      {opened === 'propose' && <ProposeDialog goal={goal} onClose={close} />}
      {opened === 'end' && <EndDialog goal={goal} onClose={close} />}
      {opened === 'resume' && <ResumeDialog goal={goal} onClose={close} />}
    </>
  )
}

/** Whose goal it is, and which goals it helps, from the top down. */
function Trail({ goal }: { goal: GoalOnPage }) {
  const { t } = useFullLanguage()
  const { data } = useQuery(goalTreeQuery)
  const goals = new Map(data?.goals.map((one) => [one.id, one]))
  const trail: { id: string; title: string }[] = []
  for (let id = goal.parentId; id !== null && trail.length < 6; ) {
    const parent = goals.get(id)
    if (!parent) break
    trail.unshift(parent)
    id = parent.parentId
  }
  return (
    <nav aria-label={t.goal.trail}>
      <ol class="trail">
        {trail.map(({ id, title }) => (
          <li key={id}>
            <a href={`/admin/goals/${id}`}>{title}</a>
          </li>
        ))}
        <li>{goal.team}</li>
      </ol>
    </nav>
  )
}

function Acts({ goal, onOpen }: { goal: GoalOnPage; onOpen: (opened: Opened) => void }) {
  const { t } = useFullLanguage()
  const { may } = goal
  const ended = goal.endedAt !== null
  return (
    <div class="row">
      {!ended && may.propose && !may.changeAlone && goal.proposal === null && (
        <Button icon={Split} onClick={() => onOpen('propose')}>
          {t.goal.propose}
        </Button>
      )}
      {may.change && (
        <Button icon={Pencil} onClick={() => onOpen('change')}>
          {t.goal.change}
        </Button>
      )}
      {may.end && (
        <Button icon={ended ? RotateCcw : Flag} onClick={() => onOpen(ended ? 'resume' : 'end')}>
          {ended ? t.goal.resume : t.goal.end}
        </Button>
      )}
    </div>
  )
}
