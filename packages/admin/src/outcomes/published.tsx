import type { Outcome } from '@klankbord/shared/outcomes'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page.tsx'
import { CorrectDialog, Versions, WithdrawDialog } from './afterwards.tsx'
import { Answered } from './answered.tsx'
import { Deliveries } from './deliveries.tsx'
import { draftOf } from './draft.ts'
import { Preview } from './preview.tsx'
import { People } from './receivers.tsx'

/** An outcome that is out: what was said, to whom, and how it arrives. */
export function Published({ outcome }: { outcome: Outcome }) {
  const { t, dates } = useFullLanguage()
  const me = useMe()
  const [asking, setAsking] = useState<'correct' | 'withdraw' | null>(null)
  return (
    <>
      <header class="stack" data-gap="small">
        <p class="soft">
          {outcome.publishedAt ? t.outcomes.since(dates.day(outcome.publishedAt)) : t.outcomes.lives[outcome.state]} · {outcome.goal} · {outcome.team}
          {outcome.correctedAt && ` · ${t.outcomes.correctedOn(dates.day(outcome.correctedAt))}`}
          {outcome.withdrawnAt && ` · ${t.outcomes.withdrawnOn(dates.day(outcome.withdrawnAt))}`}
        </p>
        <PageHeading title={outcome.title} />
        {outcome.withdrawnBecause && <p>{outcome.withdrawnBecause}</p>}
        {outcome.publishedAt && !outcome.withdrawnAt && mayAct(me) && (
          <div class="row">
            {!outcome.needsAnother && <Button onClick={() => setAsking('correct')}>{t.outcomes.correct}</Button>}
            <Button look="quiet" onClick={() => setAsking('withdraw')}>
              {t.outcomes.withdraw}
            </Button>
          </div>
        )}
      </header>
      <div class="editor">
        <div class="stack" data-gap="large">
          <Answered ids={outcome.feedbackIds} />
          {outcome.publishedAt && <Deliveries id={outcome.id} />}
          {outcome.publishedAt && <People id={outcome.id} />}
          <Versions id={outcome.id} />
        </div>
        <aside>
          <Preview draft={draftOf(outcome)} team={outcome.team} goal={outcome.goal} id={outcome.id} version={0} />
        </aside>
      </div>
      {asking === 'correct' && <CorrectDialog outcome={outcome} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && <WithdrawDialog outcome={outcome} onClose={() => setAsking(null)} />}
    </>
  )
}
