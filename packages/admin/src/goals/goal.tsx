import type { Goal } from '@klankbord/shared/goals'
import type { Initiative } from '@klankbord/shared/initiatives'
import type { Measure } from '@klankbord/shared/measures'
import { Footprints, MessagesSquare, Pencil, Plus } from 'lucide'
import { inboxAddress } from '../inbox/views.ts'
import { useLanguage } from '../language.tsx'
import { inTeamOf, mayAct, useMe } from '../me.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MeasureFigure } from './measure.tsx'

interface GoalArticleProps {
  goal: Goal
  parent: Goal | undefined
  initiatives: Initiative[]
  measures: Measure[]
  onEdit: () => void
  onAddHow: () => void
}

export function GoalArticle({ goal, parent, initiatives, measures, onEdit, onAddHow }: GoalArticleProps) {
  const { t } = useLanguage()
  const me = useMe()
  return (
    <article class="goal" aria-labelledby={`goal-${goal.id}`}>
      <div class="goal-what">
        <p class="goal-side">{t.goals.what}</p>
        <header class="goal-head">
          <h3 id={`goal-${goal.id}`}>{goal.title}</h3>
          {mayAct(me) && <IconButton icon={Pencil} label={`${t.goals.editGoal}: ${goal.title}`} small onClick={onEdit} />}
        </header>
        {goal.why && <p class="words">{goal.why}</p>}
        <p class="soft note-size">
          {parent && (
            <>
              {t.goals.under(parent.title)}
              <br />
            </>
          )}
          {t.goals.promise(t.workingDays(goal.replyWithinDays))}
        </p>
        <p>
          {goal.openItems > 0 ? (
            <a class="goal-voices" href={inboxAddress({ view: 'waiting', goal: goal.id })}>
              <Icon of={MessagesSquare} />
              {t.goals.open(goal.openItems)}
            </a>
          ) : (
            <span class="soft note-size">{t.goals.noOpen}</span>
          )}
        </p>
        {measures.length > 0 && (
          <div class="measures">
            {measures.map((measure) => (
              <MeasureFigure key={measure.id} measure={measure} />
            ))}
          </div>
        )}
      </div>
      <div class="goal-how">
        <p class="goal-side">{t.goals.how}</p>
        <Hows initiatives={initiatives} />
        {inTeamOf(me, goal) && mayAct(me) ? (
          <div>
            <Button small icon={Plus} onClick={onAddHow}>
              {t.goals.addHow}
            </Button>
          </div>
        ) : (
          <p class="soft note-size">{t.goals.notYours(goal.team)}</p>
        )}
      </div>
    </article>
  )
}

function Hows({ initiatives }: { initiatives: Initiative[] }) {
  const { t } = useLanguage()
  if (initiatives.length === 0) return <p class="soft">{t.goals.noHow}</p>
  return (
    <ul class="stack">
      {initiatives.map((initiative) => (
        <li key={initiative.id} class="how">
          <Icon of={Footprints} />
          <div>
            <strong>{initiative.title}</strong>
            {initiative.endedAt && <span class="soft note-size"> · {t.goals.ended}</span>}
            {initiative.plan && <p class="words note-size">{initiative.plan}</p>}
            <p class="soft note-size">{t.goals.by(initiative.createdBy)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
