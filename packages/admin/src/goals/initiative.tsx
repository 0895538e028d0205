import { feedbackEndpoints } from '@klankbord/shared/feedback'
import type { GoalPage } from '@klankbord/shared/goals'
import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleCheck, Footprints, Lock, MessagesSquare, Pencil, Sprout, Users } from 'lucide'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { newOutcomeAddress } from '../inbox/list.tsx'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { FormattedText } from '../ui/formatted-text.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { Comments } from './comments.tsx'
import { InitiativeStateMark } from './marks.tsx'
import { periodWords } from './period.ts'
import { goalsChanged, initiativeCommentsQuery } from './queries.ts'

interface InitiativeCardProps {
  goal: GoalPage
  initiative: Initiative
  onChange: () => void
}

/** One thing that the team does: who, when, what customers read of it, what stays inside, and for how many voices. */
export function InitiativeCard({ goal, initiative, onChange }: InitiativeCardProps) {
  const { t, dates } = useLanguage()
  const period = periodWords(initiative, dates, t)
  const over = initiative.endedAt !== null
  return (
    <article class="initiative" data-over={over || undefined} aria-labelledby={`how-${initiative.id}`}>
      <header class="goal-head">
        <h3 id={`how-${initiative.id}`}>{initiative.title}</h3>
        {goal.may.initiate && !over && <IconButton icon={Pencil} label={t.how.changeOf(initiative.title)} small onClick={onChange} />}
      </header>
      <p class="initiative-facts">
        <InitiativeStateMark state={initiative.state} />
        {period && <span>{period}</span>}
        {initiative.people.length > 0 && (
          <span>
            <Icon of={Users} /> {initiative.people.map(({ name }) => name).join(', ')}
          </span>
        )}
        {!initiative.people.some(({ name }) => name === initiative.createdBy) && <span>{t.goals.by(initiative.createdBy)}</span>}
        {initiative.items > 0 && (
          <span>
            <Icon of={MessagesSquare} /> {t.how.voices(initiative.items)}
          </span>
        )}
      </p>
      {initiative.plan && (
        <div class="customer-reads">
          <p class="field-hint">{t.how.customersRead}</p>
          <p class="words">{initiative.plan}</p>
        </div>
      )}
      {initiative.notes && (
        <div class="inside">
          <p class="field-hint">
            <Icon of={Lock} /> {t.how.inside}
          </p>
          <FormattedText text={initiative.notes} />
        </div>
      )}
      <Acts goal={goal} initiative={initiative} />
      <Talk initiative={initiative} may={goal.may.comment} />
    </article>
  )
}

function useStep(initiative: Initiative) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: (step: 'start' | 'finished' | 'stopped') =>
      step === 'start'
        ? call(initiativeEndpoints.startInitiative, { id: initiative.id })
        : call(initiativeEndpoints.endInitiative, { id: initiative.id, state: step }),
    onSuccess: (_, step) => say(t.how.stepped[step]),
    onSettled: goalsChanged,
  })
}

function Acts({ goal, initiative }: Omit<InitiativeCardProps, 'onChange'>) {
  const { t } = useLanguage()
  const step = useStep(initiative)
  const [stopping, setStopping] = useState(false)
  const can = mayAct(useMe())
  const { state } = initiative
  const runs = state === 'proposed' || state === 'planned' || state === 'started'
  if (!can || (!goal.may.initiate && initiative.items === 0)) return null
  return (
    <>
      <div class="row">
        {goal.may.initiate && (state === 'planned' || state === 'proposed') && (
          <Button small icon={Footprints} busy={step.isPending} onClick={() => step.mutate('start')}>
            {state === 'proposed' ? t.how.takeUp : t.how.start}
          </Button>
        )}
        {goal.may.initiate && state === 'started' && (
          <Button small icon={CircleCheck} busy={step.isPending} onClick={() => step.mutate('finished')}>
            {t.how.finish}
          </Button>
        )}
        {initiative.items > 0 && (state === 'started' || state === 'finished') && <WriteOutcome goal={goal} initiative={initiative} />}
        {goal.may.initiate && runs && (
          <Button small look="quiet" onClick={() => setStopping(true)}>
            {state === 'proposed' ? t.how.decline : t.how.stop}
          </Button>
        )}
      </div>
      <ProblemNote error={stopping ? null : step.error} />
      {stopping && (
        <Confirm
          title={t.how.stopTitle(initiative.title)}
          act={state === 'proposed' ? t.how.decline : t.how.stop}
          busy={step.isPending}
          error={step.error}
          onConfirm={() => step.mutate('stopped', { onSuccess: () => setStopping(false) })}
          onClose={() => setStopping(false)}
        >
          <p>{t.how.stopText}</p>
        </Confirm>
      )}
    </>
  )
}

const MOST_ITEMS = 200

/** Goes to the editor with the items of the initiative that still wait for an outcome. */
function WriteOutcome({ goal, initiative }: Omit<InitiativeCardProps, 'onChange'>) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const write = useMutation({
    mutationFn: () => call(feedbackEndpoints.listFeedback, { initiativeId: initiative.id, status: 'routed,in_progress,reopened', limit: MOST_ITEMS }),
    onSuccess: ({ items }) =>
      route(
        newOutcomeAddress(
          items.map(({ id }) => id),
          goal.id,
        ),
      ),
  })
  return (
    <>
      <Button small icon={Sprout} busy={write.isPending} onClick={() => write.mutate()}>
        {t.how.outcome}
      </Button>
      <ProblemNote error={write.error} />
    </>
  )
}

/** What colleagues say of it, out of the way until it is asked for. */
function Talk({ initiative, may }: { initiative: Initiative; may: boolean }) {
  const { t } = useLanguage()
  const query = initiativeCommentsQuery(initiative.id)
  const { data } = useQuery(query)
  const count = data?.items.length ?? 0
  if (count === 0 && !may) return null
  return (
    <details class="talk">
      <summary class="note-size">{count === 0 ? t.how.comment : t.how.comments(count)}</summary>
      <Comments about="initiative" id={initiative.id} query={query} may={may} />
    </details>
  )
}
