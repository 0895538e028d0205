import type { Goal } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { readDraft } from '../drafts.ts'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { goalsQuery, queryClient } from '../queries.ts'
import '../styles/outcomes.css'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { Answered } from './answered.tsx'
import { type SaveState, useAutosave } from './autosave.ts'
import { blankDraft, type Draft, draftOf, isReady } from './draft.ts'
import { GoalOfOutcome, OutcomeForm } from './form.tsx'
import { Preview } from './preview.tsx'
import { PublishDialog, RemoveDialog } from './publish-dialog.tsx'
import { Published } from './published.tsx'
import { outcomeQuery } from './queries.ts'
import { ReceiversOf } from './receivers.tsx'

/** An outcome: the editor while it is a draft, what became of it once it is published. */
export default function OutcomePage() {
  const { params } = useRoute()
  const goals = useQuery(goalsQuery)
  const id = params.id ?? 'new'
  return (
    <div class="page" data-wide>
      <Read query={goals}>{({ items }) => (id === 'new' ? <NewOutcome goals={items} /> : <KnownOutcome key={id} id={id} goals={items} />)}</Read>
    </div>
  )
}

function NewOutcome({ goals }: { goals: Goal[] }) {
  const { query } = useLocation()
  const me = useMe()
  const feedbackIds = (query.items ?? '').split(',').filter(Boolean)
  const name = `outcome:new:${feedbackIds.join()}`
  const [first] = useState(() =>
    readDraft(name, blankDraft({ goalId: query.goal ?? '', locale: me.organisation.locale.split('-')[0] ?? 'nl', feedbackIds })),
  )
  return <Editor key={name} name={name} id={null} first={first} goals={goals} />
}

function KnownOutcome({ id, goals }: { id: string; goals: Goal[] }) {
  const me = useMe()
  const outcome = useQuery(outcomeQuery(id))
  return (
    <Read query={outcome}>
      {(known) => {
        if (known.publishedAt !== null || !mayAct(me)) return <Published outcome={known} />
        const name = `outcome:${id}`
        return <Editor key={id} name={name} id={id} first={readDraft(name, draftOf(known))} goals={goals} />
      }}
    </Read>
  )
}

interface EditorProps {
  name: string
  id: string | null
  first: Draft
  goals: Goal[]
}

function Editor({ name, id: firstId, first, goals }: EditorProps) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState(first)
  const [asking, setAsking] = useState<'publish' | 'remove' | null>(null)
  const { id, state, error, flush } = useAutosave(name, draft, firstId, (outcome) => {
    // The address follows without a new page, so that the caret stays where it is.
    history.replaceState(null, '', `/admin/outcomes/${outcome.id}`)
    queryClient.setQueryData(outcomeQuery(outcome.id).queryKey, outcome)
    void queryClient.invalidateQueries({ queryKey: ['outcomes', 'list'] })
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const publish = async () => {
    if ((await flush()) !== null) setAsking('publish')
  }
  const goal = goals.find((one) => one.id === draft.goalId)
  return (
    <>
      <header class="page-head">
        <PageHeading title={t.outcomes.newTitle} />
        <div class="row">
          <SavedMark state={state} ready={isReady(draft)} />
          {id !== null && (
            <Button look="quiet" onClick={() => setAsking('remove')}>
              {t.outcomes.remove}
            </Button>
          )}
          <Button look="primary" disabled={!isReady(draft)} busy={state === 'saving'} onClick={() => void publish()}>
            {t.outcomes.publish}
          </Button>
        </div>
      </header>
      <ProblemNote error={error} kept={t.textKept} retry={() => void flush()} />
      <div class="editor">
        <div class="stack" data-gap="large">
          <Answered ids={draft.feedbackIds} onChange={(feedbackIds) => change({ feedbackIds })} />
          <GoalOfOutcome goals={goals} goal={goal} fixed={id !== null} onChoose={(goalId) => change({ goalId })} />
          <OutcomeForm draft={draft} onChange={change} />
        </div>
        <aside class="stack" data-gap="large">
          <Preview draft={draft} team={goal?.team ?? ''} goal={goal?.title ?? ''} id={id} savedAt={state === 'saved' ? JSON.stringify(draft) : ''} />
          {id !== null && <ReceiversOf id={id} feedbackIds={draft.feedbackIds} saved={state !== 'saving'} />}
        </aside>
      </div>
      {asking === 'publish' && id !== null && <PublishDialog id={id} feedbackIds={draft.feedbackIds} onClose={() => setAsking(null)} />}
      {asking === 'remove' && id !== null && <RemoveDialog id={id} name={name} onClose={() => setAsking(null)} />}
    </>
  )
}

function SavedMark({ state, ready }: { state: SaveState; ready: boolean }) {
  const { t } = useLanguage()
  const words = state === 'untouched' ? '' : t.outcomes.state[state]
  return (
    <span class="soft note-size" role="status">
      {words || (ready ? '' : '')}
    </span>
  )
}
