import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { useQuery } from '@tanstack/preact-query'
import { ArrowLeft } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KindMark, StatusMark } from '../ui/marks.tsx'
import { QuickList } from '../ui/quick-list.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { useMerge } from './merged.tsx'
import { itemQuery, similarQuery } from './queries.ts'
import { customerName } from './row.tsx'

interface MergeDialogProps {
  item: FeedbackItem
  /** `into` is the one that stays. */
  onDone: (into: string) => void
  onClose: () => void
}

/** Finds the other item, shows both side by side, and lets one choose which stays. */
export default function MergeDialog({ item, onDone, onClose }: MergeDialogProps) {
  const { t } = useLanguage()
  const [other, setOther] = useState<string | null>(null)
  return (
    <Dialog title={t.merging.title} onClose={onClose} wide={other !== null}>
      {other === null ? <Find item={item} onFound={setOther} /> : <Both item={item} id={other} onBack={() => setOther(null)} onDone={onDone} />}
    </Dialog>
  )
}

function Find({ item, onFound }: { item: FeedbackItem; onFound: (id: string) => void }) {
  const { t, dates } = useLanguage()
  const [query, setQuery] = useState('')
  const q = query.trim()
  const similar = useQuery({ ...similarQuery(item.id), enabled: q === '' })
  const found = useQuery({
    queryKey: ['feedback', 'to-merge', q],
    queryFn: ({ signal }) => call(feedbackEndpoints.listFeedback, { q, limit: 8 }, { signal }),
    enabled: q !== '',
  })
  const items = (q === '' ? similar.data?.items : found.data?.items) ?? []
  return (
    <>
      <p class="soft">{t.merging.lead}</p>
      <QuickList
        label={t.merging.search}
        placeholder={t.merging.search}
        query={query}
        onQuery={setQuery}
        nothing={found.isFetching || similar.isFetching ? t.loading : t.merging.none}
        options={items
          .filter(({ id, status }) => id !== item.id && status !== 'merged' && status !== 'spam')
          .map((one) => ({
            id: one.id,
            title: one.message.slice(0, 140),
            note:
              'customer' in one
                ? `${customerName(one as FeedbackItem) ?? t.inbox.someone} · ${dates.brief((one as FeedbackItem).submittedAt)}`
                : undefined,
            group: q === '' ? t.merging.similar : undefined,
            run: () => onFound(one.id),
          }))}
      />
    </>
  )
}

/** The one that was there first goes on, unless only the other has a goal. */
const firstKept = (a: FeedbackItem, b: FeedbackItem) =>
  (a.goal === null) !== (b.goal === null) ? (a.goal ? a.id : b.id) : a.submittedAt <= b.submittedAt ? a.id : b.id

function Both({ item, id, onBack, onDone }: { item: FeedbackItem; id: string; onBack: () => void; onDone: (into: string) => void }) {
  return (
    <Read query={useQuery(itemQuery(id))} lines={4}>
      {(other) => <Choose items={[item, other]} onBack={onBack} onDone={onDone} />}
    </Read>
  )
}

function Choose({ items: [a, b], onBack, onDone }: { items: [FeedbackItem, FeedbackItem]; onBack: () => void; onDone: (into: string) => void }) {
  const { t } = useLanguage()
  const texts = t.merging
  const [kept, setKept] = useState(() => firstKept(a, b))
  const merge = useMerge(a, onDone)
  const form = useRef<HTMLFormElement>(null)
  // The field in which one looked is gone, and what one presses now is for here.
  useEffect(() => form.current?.querySelector<HTMLInputElement>(':checked')?.focus(), [])
  const goes = kept === a.id ? b : a
  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!merge.isPending) merge.mutate({ goes, into: kept })
      }}
    >
      <fieldset class="stack" data-gap="small">
        <legend class="field-legend">{texts.keep}</legend>
        <div class="side-by-side">
          {[a, b].map((one) => (
            <Side key={one.id} item={one} isKept={kept === one.id} onKeep={() => setKept(one.id)} />
          ))}
        </div>
      </fieldset>
      <ProblemNote error={merge.refusal} />
      <footer class="dialog-foot">
        <Button icon={ArrowLeft} onClick={onBack}>
          {texts.back}
        </Button>
        <Button type="submit" look="primary" busy={merge.isPending}>
          {texts.merge}
        </Button>
      </footer>
    </form>
  )
}

function Side({ item, isKept, onKeep }: { item: FeedbackItem; isKept: boolean; onKeep: () => void }) {
  const { t, dates } = useLanguage()
  return (
    <label class="side" data-kept={isKept || undefined}>
      <span class="row">
        <input type="radio" name="kept" checked={isKept} onChange={onKeep} />
        <strong>{isKept ? t.merging.kept : t.merging.goes}</strong>
      </span>
      <span class="row">
        <KindMark kind={item.kind} />
        <StatusMark status={item.status} />
      </span>
      <span class="soft note-size">
        {customerName(item) ?? t.inbox.someone} · {dates.moment(item.submittedAt)}
        {item.goal && ` · ${item.goal.title}`}
      </span>
      <span class="words">{item.message}</span>
    </label>
  )
}
