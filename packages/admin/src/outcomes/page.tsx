import { plainWords } from '@klankbord/shared/formatted'
import { type Outcome, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useInfiniteQuery } from '@tanstack/preact-query'
import { BookOpenCheck } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import '../styles/outcomes.css'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, ProblemNote } from '../ui/states.tsx'
import { ReviewSetting } from './review.tsx'

export default function OutcomesPage() {
  const { t } = useFullLanguage()
  const outcomes = useInfiniteQuery({
    queryKey: ['outcomes', 'list'],
    queryFn: ({ pageParam }) => call(outcomeEndpoints.listOutcomes, { cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const items = outcomes.data?.pages.flatMap((page) => page.items) ?? []
  const drafts = items.filter(({ publishedAt }) => publishedAt === null)
  const published = items.filter(({ publishedAt }) => publishedAt !== null)
  return (
    <Page title={t.outcomes.title} lead={t.outcomes.lead}>
      {outcomes.isPending && <Loading lines={8} />}
      <ProblemNote error={outcomes.error} retry={() => void outcomes.refetch()} />
      {outcomes.data && items.length === 0 && (
        <Empty icon={BookOpenCheck} title={t.outcomes.none[0]}>
          <p>{t.outcomes.none[1]}</p>
        </Empty>
      )}
      <OutcomeList title={t.outcomes.drafts} outcomes={drafts} />
      <OutcomeList title={t.outcomes.published} outcomes={published} />
      {outcomes.hasNextPage && (
        <div>
          <Button busy={outcomes.isFetchingNextPage} onClick={() => void outcomes.fetchNextPage()}>
            {t.showMore}
          </Button>
        </div>
      )}
      <ReviewSetting />
    </Page>
  )
}

function OutcomeList({ title, outcomes }: { title: string; outcomes: Outcome[] }) {
  if (outcomes.length === 0) return null
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="outcome-list">
        {outcomes.map((outcome) => (
          <OutcomeEntry key={outcome.id} outcome={outcome} />
        ))}
      </ul>
    </section>
  )
}

function OutcomeEntry({ outcome }: { outcome: Outcome }) {
  const { t, dates } = useFullLanguage()
  const { publishedAt, publishAt, state } = outcome
  return (
    <li>
      <a class="outcome-entry" href={`/admin/outcomes/${outcome.id}`}>
        <strong>{outcome.title}</strong>
        <span class="outcome-words">{plainWords(outcome.did)}</span>
        <span class="soft note-size">
          {t.outcomeKinds[outcome.kind]} · {outcome.team} · {t.outcomes.answers(outcome.feedbackIds.length)} ·{' '}
          {publishedAt ? dates.day(publishedAt) : publishAt ? t.outcomes.scheduled(dates.moment(publishAt)) : t.outcomes.lives[state]}
          {(state === 'corrected' || state === 'withdrawn') && ` · ${t.outcomes.lives[state]}`}
        </span>
      </a>
    </li>
  )
}
