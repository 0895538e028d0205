import type { Outcome } from '@klankbord/shared/outcomes'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Answered } from './answered.tsx'
import { Deliveries } from './deliveries.tsx'
import { draftOf } from './draft.ts'
import { Preview } from './preview.tsx'

/** An outcome that is out: what was said, to whom, and how it arrives. */
export function Published({ outcome }: { outcome: Outcome }) {
  const { t, dates } = useLanguage()
  return (
    <>
      <header class="stack" data-gap="small">
        <p class="soft">
          {outcome.publishedAt ? t.outcomes.since(dates.day(outcome.publishedAt)) : t.outcomes.draft} · {outcome.goal} · {outcome.team}
        </p>
        <PageHeading title={outcome.title} />
      </header>
      <div class="editor">
        <div class="stack" data-gap="large">
          <Answered ids={outcome.feedbackIds} />
          {outcome.publishedAt && <Deliveries id={outcome.id} />}
        </div>
        <aside>
          <Preview draft={draftOf(outcome)} team={outcome.team} goal={outcome.goal} id={outcome.id} version={0} />
        </aside>
      </div>
    </>
  )
}
