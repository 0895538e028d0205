import type { RoutingModelStanding } from '@klankbord/shared/suggestions'
import { CircleCheck, CirclePause } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { Part } from './part.tsx'
import { useChange } from './threshold.tsx'

type Trial = RoutingModelStanding['goals'][number]

const SHOWN = 25

/** How the model does on each goal, and whether it may route there by itself. */
export function GoalTrials({ standing: { goals } }: { standing: RoutingModelStanding }) {
  const { t } = useFullLanguage()
  const texts = t.learned.goals
  const change = useChange()
  const [all, setAll] = useState(false)
  const sorted = useMemo(() => goals.toSorted((a, b) => Number(b.wanted) - Number(a.wanted) || b.examples - a.examples), [goals])
  const turn = (trial: Trial, wanted: boolean) => {
    const said = !wanted ? texts.off : trial.mayRoute ? texts.on : texts.onWaits
    const asked = (wanted: boolean) => ({ wanted: [{ goalId: trial.goalId, wanted }] })
    change.mutate({ change: asked(wanted), said: said(trial.title), back: asked(!wanted) })
  }
  return (
    <Part title={texts.title} lead={texts.lead}>
      <ProblemNote error={change.error} />
      {goals.length === 0 ? (
        <p class="soft">{texts.none}</p>
      ) : (
        <table class="folding-table">
          <thead>
            <tr>
              <th scope="col">{texts.goal}</th>
              <th scope="col" class="figure-cell">
                {texts.examples}
              </th>
              <th scope="col" class="figure-cell">
                {texts.tried}
              </th>
              <th scope="col" class="figure-cell">
                {texts.right}
              </th>
              <th scope="col">{texts.state}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, all ? undefined : SHOWN).map((trial) => (
              <TrialRow key={trial.goalId} trial={trial} busy={change.isPending} onTurn={(wanted) => turn(trial, wanted)} />
            ))}
          </tbody>
        </table>
      )}
      {!all && sorted.length > SHOWN && (
        <div>
          <Button onClick={() => setAll(true)}>
            {t.showAll} ({sorted.length})
          </Button>
        </div>
      )}
    </Part>
  )
}

interface TrialRowProps {
  trial: Trial
  busy: boolean
  onTurn: (wanted: boolean) => void
}

function TrialRow({ trial, busy, onTurn }: TrialRowProps) {
  const { t, number, percent } = useFullLanguage()
  const texts = t.learned.goals
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/goals/${trial.goalId}`}>{trial.title}</a> <small class="soft">{trial.team}</small>
      </th>
      <td class="figure-cell" data-label={texts.examples}>
        {number(trial.examples)}
      </td>
      <td class="figure-cell" data-label={texts.tried}>
        {number(trial.tried)}
      </td>
      <td class="figure-cell" data-label={texts.right}>
        {trial.right === null ? <span class="soft">{texts.unknown}</span> : percent(trial.right)}
      </td>
      <td data-label={texts.state}>
        <label class="choice">
          <input
            type="checkbox"
            checked={trial.wanted}
            aria-label={texts.turnOn(trial.title)}
            onChange={(event) => {
              if (busy) event.currentTarget.checked = trial.wanted
              else onTurn(event.currentTarget.checked)
            }}
          />
          <Standing trial={trial} />
        </label>
      </td>
    </tr>
  )
}

function Standing({ trial: { wanted, mayRoute, rests } }: { trial: Trial }) {
  const { t } = useFullLanguage()
  const texts = t.learned.goals
  if (wanted && rests) {
    return (
      <span class="mark trial-state" data-state="alarm">
        <Icon of={CirclePause} />
        {texts.rests[rests]}
      </span>
    )
  }
  if (wanted && mayRoute) {
    return (
      <span class="mark trial-state" data-state="answered">
        <Icon of={CircleCheck} />
        {texts.routes}
      </span>
    )
  }
  return <span class="soft note-size">{mayRoute ? texts.may : texts.mayNot}</span>
}
