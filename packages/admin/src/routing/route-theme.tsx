import { suggestionEndpoints, type Theme } from '@klankbord/shared/suggestions'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useChoosableGoals } from '../goals/choosable.ts'
import { feedbackChanged } from '../inbox/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { useFieldToCome } from '../ui/held-keys.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

/** Gives all of a theme to a goal, and tells how many went, and how many somebody else decided meanwhile. */
export function useRouteTheme({ feedbackIds }: Theme, done?: () => void) {
  const { t } = useFullLanguage()
  const texts = t.routing.themes
  return useMutation({
    mutationFn: ({ id }: { id: string; title: string }) => call(suggestionEndpoints.routeTheme, { goalId: id, feedbackIds }),
    onSuccess: ({ routed }, { title }) => {
      const left = feedbackIds.length - routed
      feedbackChanged()
      say(left > 0 ? `${texts.routed(routed, title)} ${texts.meanwhile(left)}` : texts.routed(routed, title))
      done?.()
    },
  })
}

/** Chooses the goal of a whole theme. */
export function RouteTheme({ theme, onClose }: { theme: Theme; onClose: () => void }) {
  const { t, number } = useFullLanguage()
  const texts = t.routing.themes
  const goals = useChoosableGoals()
  const [chosen, setChosen] = useState<string | null>(null)
  const routing = useRouteTheme(theme, onClose)
  useFieldToCome(!goals.error)
  const place = () => {
    const goal = goals.data?.find(({ id }) => id === chosen)
    if (goal) routing.mutate(goal)
  }
  return (
    <Dialog
      title={texts.otherOf(theme.name)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={!chosen} busy={routing.isPending} onClick={place}>
            {texts.place(number(theme.size))}
          </Button>
        </>
      }
    >
      <p class="soft">{t.inbox.routing.dialogHint}</p>
      <Read query={goals} lines={2}>
        {(items) => <GoalChoice label={t.inbox.routing.goal} goals={items} value={null} onChoose={setChosen} autoFocus />}
      </Read>
      <ProblemNote error={routing.error} />
    </Dialog>
  )
}
