import { feedbackEndpoints } from '@klankbord/shared/feedback'
import type { GoalPage } from '@klankbord/shared/goals'
import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleCheck, Footprints, Lock, MessagesSquare, Pencil, Sprout, Users } from 'lucide'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { newOutcomeAddress } from '../inbox/views.ts'
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
import { StartDialog } from './start-dialog.tsx'

interface InitiativeCardProps {
  goal: GoalPage
  initiative: Initiative
  onChange: () => void
}

/** One thing that the team does: who, when, what customers read of it, what stays inside, and for how many voices. */
export function InitiativeCard({ goal, initiative, onChange }: InitiativeCardProps) {
  const { t, dates } = useFullLanguage()
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

function useEnd(initiative: Initiative) {
  const { t } = useFullLanguage()
  return useMutation({
    mutationFn: (state: 'finished' | 'stopped') => call(initiativeEndpoints.endInitiative, { id: initiative.id, state }),
    onSuccess: (_, state) => say(t.how.stepped[state]),
    onSettled: goalsChanged,
  })
}

const waitsForOutcome = ({ items, state }: Initiative) => items > 0 && (state === 'started' || state === 'finished')

/** What one may do with it: the team all, every colleague write the outcome for its voices. */
function Acts({ goal, initiative }: Omit<InitiativeCardProps, 'onChange'>) {
  const can = mayAct(useMe())
  if (!can || !(goal.may.initiate || waitsForOutcome(initiative))) return null
  return (
    <div class="row">
      {goal.may.initiate && <StartAct goal={goal} initiative={initiative} />}
      {goal.may.initiate && initiative.endedAt === null && <EndActs initiative={initiative} />}
      {waitsForOutcome(initiative) && <WriteOutcome goal={goal} initiative={initiative} />}
    </div>
  )
}

function StartAct({ goal, initiative }: Omit<InitiativeCardProps, 'onChange'>) {
  const { t } = useFullLanguage()
  const [opened, setOpened] = useState(false)
  const { state } = initiative
  const starts = state === 'planned' || state === 'proposed'
  if (!starts && !(state === 'started' && goal.openItems > 0)) return null
  return (
    <>
      <Button small icon={starts ? Footprints : MessagesSquare} onClick={() => setOpened(true)}>
        {state === 'proposed' ? t.how.takeUp : starts ? t.how.start : t.how.addVoices}
      </Button>
      {opened && <StartDialog goal={goal} initiative={initiative} onClose={() => setOpened(false)} />}
    </>
  )
}

function EndActs({ initiative }: { initiative: Initiative }) {
  const { t } = useFullLanguage()
  const end = useEnd(initiative)
  const [stopping, setStopping] = useState(false)
  const stop = initiative.state === 'proposed' ? t.how.decline : t.how.stop
  return (
    <>
      {initiative.state === 'started' && (
        <Button small icon={CircleCheck} busy={end.isPending} onClick={() => end.mutate('finished')}>
          {t.how.finish}
        </Button>
      )}
      <Button small look="quiet" onClick={() => setStopping(true)}>
        {stop}
      </Button>
      <ProblemNote error={stopping ? null : end.error} />
      {stopping && (
        <Confirm
          title={t.how.stopTitle(initiative.title)}
          act={stop}
          busy={end.isPending}
          error={end.error}
          onConfirm={() => end.mutate('stopped', { onSuccess: () => setStopping(false) })}
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
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const write = useMutation({
    mutationFn: () => call(feedbackEndpoints.listFeedback, { initiativeId: initiative.id, status: 'routed,in_progress,reopened', limit: MOST_ITEMS }),
    onSuccess: ({ items }) => {
      const ids = items.map(({ id }) => id)
      if (ids.length > 0) route(newOutcomeAddress(ids, goal.id))
      else say(t.how.allAnswered)
    },
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
  const { t } = useFullLanguage()
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
