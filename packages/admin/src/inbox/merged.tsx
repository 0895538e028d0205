import type { FeedbackItem, MergedItem } from '@klankbord/shared/feedback'
import { mergingEndpoints } from '@klankbord/shared/merging'
import { useMutation } from '@tanstack/preact-query'
import { Merge, Split } from 'lucide'
import { call, isProblem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindMark } from '../ui/marks.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { toldStale } from './changed.ts'
import { Pictures } from './pictures.tsx'
import { feedbackChanged } from './queries.ts'
import { customerName } from './row.tsx'
import { inboxAddress } from './views.ts'

/** Splits an item off again, so that it stands where it stood. */
export function useSplit() {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: ({ id }: { id: string }) => call(mergingEndpoints.splitFeedback, { id }),
    onSuccess: (item) => {
      feedbackChanged(item)
      say(t.merging.splitDone)
    },
  })
}

/** Says of a merged item where it goes on. */
export function MergedInto({ item, can }: { item: FeedbackItem; can: boolean }) {
  const { t } = useLanguage()
  const split = useSplit()
  if (item.status !== 'merged' || !item.mergedInto) return null
  return (
    <section class="flag-banner" data-calm aria-label={t.merging.into}>
      <Icon of={Merge} />
      <p>
        {t.merging.into} <a href={inboxAddress({ view: 'all', id: item.mergedInto })}>{t.merging.openInto}</a>
      </p>
      {can && (
        <Button small icon={Split} busy={split.isPending} onClick={() => split.mutate({ id: item.id })}>
          {t.merging.split}
        </Button>
      )}
      <ProblemNote error={split.error} />
    </section>
  )
}

/** What was merged into an item, each with its customer's words. */
export function Merged({ item, can }: { item: FeedbackItem; can: boolean }) {
  const { t } = useLanguage()
  const split = useSplit()
  if (item.merged.length === 0) return null
  return (
    <section class="conversation" aria-label={t.merging.merged(item.mergedTotal)}>
      <h3>{t.merging.merged(item.mergedTotal)}</h3>
      <ol class="stack">
        {item.merged.map((one) => (
          <One key={one.id} one={one} onSplit={can ? () => split.mutate({ id: one.id }) : undefined} busy={split.isPending} />
        ))}
      </ol>
      {item.mergedTotal > item.merged.length && <p class="soft">{t.merging.mergedMore(item.mergedTotal - item.merged.length)}</p>}
      <ProblemNote error={split.error} />
    </section>
  )
}

function One({ one, onSplit, busy }: { one: MergedItem; onSplit: (() => void) | undefined; busy: boolean }) {
  const { t, dates } = useLanguage()
  return (
    <li class="line stack" data-gap="small" data-by="customer">
      <p class="line-head">
        <KindMark kind={one.kind} />
        <strong>{customerName(one) ?? t.inbox.someone}</strong>
        <time class="soft" dateTime={one.submittedAt}>
          {dates.moment(one.submittedAt)}
        </time>
      </p>
      <p class="words" lang={one.locale ?? undefined}>
        {one.message}
      </p>
      <Pictures item={one} />
      {one.messages.map(({ id, by, author, text }) => (
        <p key={id} class="words note-size">
          <strong>{author ?? (by === 'customer' ? t.inbox.customer : t.inbox.team)}: </strong>
          {text}
        </p>
      ))}
      <p class="row note-size">
        <a href={inboxAddress({ view: 'all', id: one.id })}>{t.item.earlier.open}</a>
        {onSplit && (
          <Button small icon={Split} busy={busy} onClick={onSplit}>
            {t.merging.split}
          </Button>
        )}
      </p>
    </li>
  )
}

interface Merging {
  into: string
  goes: FeedbackItem
}

/** Merges one item into another; afterwards it can be split off from the notice. */
export function useMerge(before: FeedbackItem, done: (into: string) => void) {
  const { t } = useLanguage()
  const split = useSplit()
  const merge = useMutation({
    mutationFn: ({ goes, into, version }: Merging & { version?: number }) =>
      call(mergingEndpoints.mergeFeedback, { id: goes.id, into, version: version ?? goes.version }),
    onSuccess: (item, { goes, into }) => {
      feedbackChanged(item)
      say(t.merging.done, { label: t.undo, onClick: () => split.mutate({ id: goes.id }) })
      done(into)
    },
    onError: (error, asked) =>
      void toldStale(error, { before: asked.goes ?? before, act: 'merge', again: (version) => merge.mutate({ ...asked, version }) }),
  })
  return { ...merge, refusal: isProblem(merge.error, 'stale') ? null : merge.error }
}
