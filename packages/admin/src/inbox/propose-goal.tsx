import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { goalEndpoints } from '@klankbord/shared/goals'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { levelAbove, teamsToAsk } from '../goals/teams-to-ask.ts'
import type { TreeTeam } from '../goals/tree.ts'
import { useMe } from '../me.ts'
import { goalTreeQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { KindDisc } from '../ui/marks.tsx'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { TeamPick } from '../ui/team-pick.tsx'
import { say } from '../ui/toasts.tsx'
import { feedbackChanged } from './queries.ts'

type Said = Pick<FeedbackListItem, 'id' | 'message'> & Partial<Pick<FeedbackListItem, 'kind'>>

interface ProposeGoalProps {
  items: Said[]
  /** What the goal may be called; else it begins with the first sentence. */
  title?: string
  /** Said beside how many are the reason. */
  note?: string | undefined
  onDone: () => void
  onClose: () => void
}

const TITLE = 90

/** The first sentence of what was said, as a title to begin with. */
export function titleFrom(message: string): string {
  const [sentence = ''] = message.trim().split(/(?<=[.!?])\s|\n/)
  const plain = sentence.replace(/\s+/g, ' ').replace(/[.!]+$/, '')
  if (plain.length <= TITLE) return plain
  return `${plain.slice(0, TITLE).replace(/\s+\S*$/, '')} …`
}

/** Makes what customers said and no goal owns the reason of a proposed one, for the level above. */
export default function ProposeGoal(props: ProposeGoalProps) {
  const { t } = useFullLanguage()
  const me = useMe()
  const tree = useQuery(goalTreeQuery)
  return (
    <Dialog title={t.inbox.upward.title} onClose={props.onClose}>
      <Read query={tree} lines={4}>
        {({ teams }) => <ProposeForm {...props} teams={teamsToAsk(teams, me)} first={levelAbove(teams, me)} />}
      </Read>
    </Dialog>
  )
}

interface ProposeFormProps extends ProposeGoalProps {
  teams: TreeTeam[]
  first: string | null
}

function ProposeForm({ items, title, note, teams, first, onDone, onClose }: ProposeFormProps) {
  const { t } = useFullLanguage()
  const texts = t.inbox.upward
  const { route } = useLocation()
  const [teamId, setTeamId] = useState(first)
  const propose = useMutation({
    mutationFn: ({ title = '', why = '' }: Record<string, string>) =>
      call(goalEndpoints.proposeGoalFromFeedback, { title, why, teamId: teamId ?? '', feedbackIds: items.map(({ id }) => id) }),
    onSuccess: (goal) => {
      feedbackChanged()
      say(goal.state === 'proposed' ? texts.proposed(goal.team) : texts.agreed, {
        label: texts.look,
        onClick: () => route(`/admin/goals/${goal.id}`),
      })
      onDone()
    },
  })
  const errors = fieldErrors(propose.error)
  if (teams.length === 0) return <p>{texts.noTeam}</p>
  return (
    <SendingForm
      isSending={propose.isPending}
      class="stack"
      onSubmit={onSubmit((fields) => teamId !== null && !propose.isPending && propose.mutate(fields))}
    >
      <TextField
        label={t.goals.goalTitle}
        hint={t.goals.goalTitleHint}
        name="title"
        required
        maxLength={200}
        defaultValue={title ?? titleFrom(items[0]?.message ?? '')}
        error={errors.title}
        autofocus
      />
      <TeamPick label={texts.team} teams={teams} value={teamId} onChoose={setTeamId} error={errors.teamId} />
      <TextArea short label={`${t.goals.goalWhy} (${t.optional})`} name="why" maxLength={5000} error={errors.why} />
      <Reasons items={items} note={note} />
      <ProblemNote error={propose.error} kept={t.textKept} />
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" look="primary" busy={propose.isPending}>
          {texts.act}
        </Button>
      </footer>
    </SendingForm>
  )
}

const SHOWN = 3

function Reasons({ items, note }: Pick<ProposeGoalProps, 'items' | 'note'>) {
  const { t } = useFullLanguage()
  return (
    <section class="stack" data-gap="small">
      <h3 class="field-legend">{t.inbox.upward.reason(items.length)}</h3>
      <ul class="stack" data-gap="small">
        {items.slice(0, SHOWN).map(({ id, kind, message }) => (
          <li key={id} class="reason">
            {kind && <KindDisc kind={kind} />}
            <span class="reason-words">{message}</span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && <p class="soft note-size">{t.andMore(items.length - SHOWN)}</p>}
      {note && <p class="soft note-size">{note}</p>}
    </section>
  )
}
