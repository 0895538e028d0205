import type { GoalPage } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { MessagesSquare } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useFullLanguage } from '../full-language.ts'
import { inboxAddress } from '../inbox/views.ts'
import { FormattedText } from '../ui/formatted-text.tsx'
import { Icon } from '../ui/icon.tsx'
import { Comments } from './comments.tsx'
import { Helping } from './helping.tsx'
import { GoalHistory } from './history.tsx'
import { MeasureFigure } from './measure.tsx'
import { NobodyMark } from './open-marks.tsx'
import { periodWords } from './period.ts'
import { Proposal } from './proposal.tsx'
import { goalCommentsQuery, measuresOfQuery } from './queries.ts'
import { isUnderWay } from './tree.ts'

/** The What: the goal itself, what waits to be agreed, and how far it is. */
export function What({ goal }: { goal: GoalPage }) {
  const { t, dates } = useFullLanguage()
  return (
    <section class="sheet-what" aria-labelledby="what-heading">
      <header>
        <h2 id="what-heading" class="sheet-side">
          {t.goals.what}
        </h2>
        <p class="soft note-size">{t.goal.whatLead}</p>
      </header>
      {goal.proposal && <Proposal goal={goal} proposal={goal.proposal} />}
      {goal.lookBack && (
        <section class="look-back">
          <h3>{t.goal.lookBack}</h3>
          <p class="words">{goal.lookBack}</p>
          {goal.endedAt && <p class="soft note-size">{dates.day(goal.endedAt)}</p>}
        </section>
      )}
      {goal.why ? (
        <section aria-label={t.goals.why}>
          <FormattedText text={goal.why} />
        </section>
      ) : (
        <p class="soft">{t.goal.noWhy}</p>
      )}
      <Agreed goal={goal} />
      <Voices goal={goal} />
      <Measures goalId={goal.id} />
      <Helping goal={goal} />
      <ForCustomers goal={goal} />
      {!goal.may.change && !goal.may.propose && <p class="soft note-size">{t.goal.whoWhat(goal.team)}</p>}
    </section>
  )
}

/** What colleagues say of the What, and what happened to it: below it, on a phone below the How. */
export const Talk = ({ goal }: { goal: GoalPage }) => (
  <div class="sheet-talk">
    <Comments about="goal" id={goal.id} query={goalCommentsQuery(goal.id)} may={goal.may.comment} />
    <GoalHistory id={goal.id} />
  </div>
)

function Agreed({ goal }: { goal: GoalPage }) {
  const { t, dates } = useFullLanguage()
  const facts: [string, ComponentChildren][] = [
    [t.goal.target, goal.target || <span class="soft">{t.goal.noTarget}</span>],
    [t.goal.period, periodWords(goal, dates, t) ?? <span class="soft">{t.goal.noPeriod}</span>],
    [t.goal.owner, goal.owner ?? (isUnderWay(goal.state) ? <NobodyMark /> : <span class="soft">–</span>)],
    [t.goal.team, goal.memberId === null ? goal.team : t.goal.ofOne(goal.team)],
  ]
  return (
    <dl class="facts goal-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Voices({ goal }: { goal: GoalPage }) {
  const { t } = useFullLanguage()
  if (goal.openItems === 0) return <p class="soft">{t.goals.noOpen}</p>
  return (
    <p>
      <a class="goal-voices" href={inboxAddress({ view: 'waiting', filter: { goalId: goal.id } })}>
        <Icon of={MessagesSquare} />
        {t.goals.open(goal.openItems)}
      </a>
    </p>
  )
}

function Measures({ goalId }: { goalId: string }) {
  const { t } = useFullLanguage()
  const { data } = useQuery(measuresOfQuery(goalId))
  if (!data || data.items.length === 0) return null
  return (
    <section class="stack">
      <h3>{t.goals.measure.title}</h3>
      <div class="measures">
        {data.items.map((measure) => (
          <MeasureFigure key={measure.id} measure={measure} />
        ))}
      </div>
    </section>
  )
}

/** What customers notice of it: the promise, what belongs here, and what they read. */
function ForCustomers({ goal }: { goal: GoalPage }) {
  const { t } = useFullLanguage()
  return (
    <section class="stack" data-gap="small">
      <h3>{t.goal.forCustomers}</h3>
      <p>{t.goals.promise(t.workingDays(goal.replyWithinDays))}.</p>
      <p class="soft">
        {t.goal.helped}:{' '}
        {goal.helped.value === null ? t.goal.noReactions : t.goal.helpedShare(Math.round(goal.helped.value * 100), goal.helped.n ?? 0)}
      </p>
      {goal.askAgainAfterWeeks !== null && <p class="soft">{t.goal.asksAgain(goal.askAgainAfterWeeks)}</p>}
      <p class="soft">
        {t.kept.title}:{' '}
        {goal.promises.kept + goal.promises.missed === 0 ? t.kept.none : t.kept.text(String(goal.promises.kept), String(goal.promises.missed))}
      </p>
      {goal.intake && (
        <p>
          <span class="soft">{t.goal.intake} </span>
          {goal.intake}
        </p>
      )}
      {typeof goal.public === 'object' ? (
        <div class="customer-reads">
          <p class="field-hint">{t.inbox.how.customerReads}</p>
          <p>
            <strong>{goal.public.title}</strong>
          </p>
          {goal.public.text && <p class="words">{goal.public.text}</p>}
        </div>
      ) : (
        <p class="soft note-size">{goal.public ? t.goal.publicTitle : t.goal.publicTeam(goal.team)}</p>
      )}
    </section>
  )
}
