import { type GoalPage, type GoalProposal, goalEndpoints } from '@klankbord/shared/goals'
import { useMutation, useQueries } from '@tanstack/preact-query'
import { ArrowRight, Check, Undo2, X } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import type { Dates } from '../dates.ts'
import { useDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { itemQuery } from '../inbox/queries.ts'
import { inboxAddress } from '../inbox/views.ts'
import type { Texts } from '../texts/later-en.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindDisc } from '../ui/marks.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { periodWords } from './period.ts'
import { goalsChanged } from './queries.ts'

interface ProposalProps {
  goal: GoalPage
  proposal: GoalProposal
}

interface Change {
  name: string
  before: string | null
  after: string | null
}

/** What a proposal would change, in words: each with how it is and how it would be. */
export function changesOf({ goal, proposal }: ProposalProps, dates: Dates, t: Texts): Change[] {
  const { title, target, startsOn, endsOn } = proposal.changes
  const changes: Change[] = []
  if (title !== undefined) changes.push({ name: t.goal.title, before: goal.title, after: title })
  if (target !== undefined) changes.push({ name: t.goal.target, before: goal.target, after: target })
  if (startsOn !== undefined || endsOn !== undefined) {
    const after = { startsOn: startsOn === undefined ? goal.startsOn : startsOn, endsOn: endsOn === undefined ? goal.endsOn : endsOn }
    changes.push({ name: t.goal.period, before: periodWords(goal, dates, t), after: periodWords(after, dates, t) })
  }
  return changes
}

function useDecide(goal: GoalPage, proposal: GoalProposal, done: () => void) {
  const { t } = useFullLanguage()
  return useMutation({
    mutationFn: (decision: { accept: boolean; reason?: string }) =>
      call(goalEndpoints.decideGoalProposal, { id: goal.id, proposalId: proposal.id, ...decision }),
    onSuccess: (_, { accept }) => {
      say(accept ? t.goal.proposal.accepted : goal.may.decide ? t.goal.proposal.refused : t.goal.proposal.withdrawn)
      done()
    },
    onSettled: goalsChanged,
  })
}

/** What waits for the other side, and who that is. */
export function Proposal({ goal, proposal }: ProposalProps) {
  const { t, dates } = useFullLanguage()
  const texts = t.goal.proposal
  const [refusing, setRefusing] = useState(false)
  const decide = useDecide(goal, proposal, () => {})
  const changes = changesOf({ goal, proposal }, dates, t)
  return (
    <section class="proposal" aria-labelledby="proposal-heading">
      <h3 id="proposal-heading">{changes.length === 0 ? texts.newGoal : texts.title}</h3>
      <p class="note-size soft">{texts.by(proposal.proposedBy, dates.day(proposal.proposedAt))}</p>
      {changes.length > 0 && (
        <dl class="changes">
          {changes.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <del>
                  <span class="unseen">{texts.before} </span>
                  {before || texts.nothing}
                </del>
                <Icon of={ArrowRight} />
                <ins>
                  <span class="unseen">{texts.after} </span>
                  {after || texts.nothing}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Reason ids={proposal.feedbackIds} />
      {!goal.may.decide && <p class="note-size">{whoDecides(goal, proposal, t)}</p>}
      <div class="row">
        {goal.may.decide && (
          <>
            <Button look="primary" icon={Check} busy={decide.isPending} onClick={() => decide.mutate({ accept: true })}>
              {texts.accept}
            </Button>
            <Button icon={X} onClick={() => setRefusing(true)}>
              {texts.refuse}
            </Button>
          </>
        )}
        {goal.may.withdraw && !goal.may.decide && (
          <Button icon={Undo2} busy={decide.isPending} onClick={() => decide.mutate({ accept: false })}>
            {texts.withdraw}
          </Button>
        )}
      </div>
      <ProblemNote error={decide.error} />
      {refusing && <RefuseDialog goal={goal} proposal={proposal} onClose={() => setRefusing(false)} />}
    </section>
  )
}

function whoDecides({ team }: GoalPage, { side }: GoalProposal, { goal: { proposal: texts } }: Texts): string {
  if (side === null) return texts.bothDecide(team)
  return side === 'team' ? texts.aboveDecides : texts.teamDecides(team)
}

const SHOWN = 3

/** The feedback that a new goal was proposed for. */
function Reason({ ids }: { ids: string[] }) {
  const { t } = useFullLanguage()
  const items = useQueries({ queries: ids.slice(0, SHOWN).map((id) => itemQuery(id)) })
  if (ids.length === 0) return null
  return (
    <div class="stack" data-gap="small">
      <p class="note-size">{t.goal.proposal.voices(ids.length)}</p>
      <ul class="stack" data-gap="small">
        {items.map(
          ({ data }) =>
            data && (
              <li key={data.id} class="reason">
                <KindDisc kind={data.kind} />
                <a href={inboxAddress({ view: 'to-route', id: data.id })}>{data.message}</a>
              </li>
            ),
        )}
      </ul>
      {ids.length > SHOWN && <p class="soft note-size">{t.andMore(ids.length - SHOWN)}</p>}
    </div>
  )
}

function RefuseDialog({ goal, proposal, onClose }: ProposalProps & { onClose: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.goal.proposal
  const [reason, setReason] = useDraft(`refusal:${proposal.id}`)
  const decide = useDecide(goal, proposal, () => {
    setReason('')
    onClose()
  })
  return (
    <Dialog title={texts.refuseTitle} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!decide.isPending) decide.mutate({ accept: false, reason })
        }}
      >
        <TextArea
          short
          label={texts.reason}
          hint={texts.reasonHint}
          required
          maxLength={2000}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote error={decide.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={decide.isPending}>
            {texts.refuseAct}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
