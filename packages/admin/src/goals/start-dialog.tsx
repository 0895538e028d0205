import { feedbackEndpoints } from '@klankbord/shared/feedback'
import type { GoalPage } from '@klankbord/shared/goals'
import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { goalsChanged } from './queries.ts'

interface StartDialogProps {
  goal: GoalPage
  initiative: Initiative
  onClose: () => void
}

interface Voice {
  id: string
  message: string
}

const MOST = 200

/** Starts an initiative, on the voices that are chosen: their customers read the plan from then on. */
export function StartDialog({ goal, initiative, onClose }: StartDialogProps) {
  const { t } = useFullLanguage()
  const waiting = useQuery({
    queryKey: ['feedback', 'list', 'to-start', goal.id],
    queryFn: () => call(feedbackEndpoints.listFeedback, { goalId: goal.id, status: 'routed,reopened', limit: MOST }),
  })
  return (
    <Dialog title={(initiative.state === 'started' ? t.how.addVoicesTitle : t.how.startTitle)(initiative.title)} onClose={onClose}>
      <Read query={waiting} lines={4}>
        {({ items }) => <StartForm initiative={initiative} voices={items} onClose={onClose} />}
      </Read>
    </Dialog>
  )
}

function StartForm({ initiative, voices, onClose }: Omit<StartDialogProps, 'goal'> & { voices: Voice[] }) {
  const { t } = useFullLanguage()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const start = useMutation({
    mutationFn: () => call(initiativeEndpoints.startInitiative, { id: initiative.id, feedbackIds: [...chosen] }),
    onSuccess: () => {
      goalsChanged()
      say(initiative.state === 'started' ? t.saved : t.how.stepped.start)
      onClose()
    },
  })
  const set = (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  const runs = initiative.state === 'started'
  const tells = chosen.size > 0 && initiative.plan === null
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!start.isPending && !tells) start.mutate()
      }}
    >
      {voices.length === 0 ? (
        <p>{t.how.noVoices}</p>
      ) : (
        <fieldset class="stack" data-gap="small">
          <legend class="field-legend">{t.how.forWhich}</legend>
          <label class="choice">
            <input
              type="checkbox"
              checked={chosen.size === voices.length}
              onChange={(event) => setChosen(new Set(event.currentTarget.checked ? voices.map(({ id }) => id) : []))}
            />
            {t.how.allVoices(voices.length)}
          </label>
          <div class="voices-choices">
            {voices.map(({ id, message }) => (
              <label key={id} class="choice">
                <input type="checkbox" checked={chosen.has(id)} onChange={(event) => set(id, event.currentTarget.checked)} />
                <span class="voice-words">{message}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {chosen.size > 0 && (
        <p class="note-size" role="status">
          {tells ? t.how.planFirst : t.how.customersHear(chosen.size)}
        </p>
      )}
      <ProblemNote error={start.error} />
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" look="primary" disabled={tells} busy={start.isPending}>
          {runs ? t.how.addVoices : t.how.start}
        </Button>
      </footer>
    </form>
  )
}
