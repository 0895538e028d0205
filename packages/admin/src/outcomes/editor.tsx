import { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import { missingParts } from '@klankbord/shared/outcome-parts'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call } from '../api.ts'
import { readDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { type NamedGoal, useNamedGoals } from '../goals/choosable.ts'
import { mayAct, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import '../styles/outcomes.css'
import { Button } from '../ui/button.tsx'
import { usePageField } from '../ui/held-keys.ts'
import { PageHeading } from '../ui/page.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { Answered } from './answered.tsx'
import { type Beginning, keptName, type SaveState, useAutosave } from './autosave.ts'
import { blankDraft, type Draft, draftOf, inputOf, isReady } from './draft.ts'
import { GoalOfOutcome, OutcomeForm } from './form.tsx'
import { Preview } from './preview.tsx'
import { PublishDialog, RemoveDialog } from './publish-dialog.tsx'
import { Published } from './published.tsx'
import { keepOutcome, outcomeQuery } from './queries.ts'
import { ReceiversOf } from './receivers.tsx'
import { OnItsWay } from './review.tsx'

/** An outcome: the editor while it is a draft, what became of it once it is published. */
export default function OutcomePage() {
  const { params } = useRoute()
  const goals = useNamedGoals()
  const id = params.id ?? 'new'
  return (
    <div class="page" data-wide>
      <Read query={goals}>{(named) => (id === 'new' ? <NewOutcome goals={named} /> : <KnownOutcome key={id} id={id} goals={named} />)}</Read>
    </div>
  )
}

function NewOutcome({ goals }: { goals: NamedGoal[] }) {
  const { query } = useLocation()
  const me = useMe()
  const feedbackIds = (query.items ?? '').split(',').filter(Boolean)
  const name = `outcome:new:${feedbackIds.join()}`
  const [draft] = useState(() => blankDraft({ goalId: query.goal ?? '', locale: me.organisation.locale.split('-')[0] ?? 'nl', feedbackIds }))
  return <Editor key={name} beginning={{ id: null, name, draft }} goals={goals} />
}

function KnownOutcome({ id, goals }: { id: string; goals: NamedGoal[] }) {
  const me = useMe()
  const outcome = useQuery(outcomeQuery(id))
  return (
    <Read query={outcome}>
      {(known) =>
        known.publishedAt !== null || !mayAct(me) ? (
          <Published outcome={known} />
        ) : (
          <Editor key={id} beginning={{ id, name: keptName(id), draft: draftOf(known) }} goals={goals} />
        )
      }
    </Read>
  )
}

interface EditorProps {
  beginning: Beginning
  goals: NamedGoal[]
}

function Editor({ beginning, goals }: EditorProps) {
  const { t } = useFullLanguage()
  // What was written here and did not reach the server comes before what the server has.
  const [draft, setDraft] = useState(() => ({ ...beginning.draft, ...readDraft(beginning.name, beginning.draft) }))
  const [asking, setAsking] = useState<'publish' | 'remove' | null>(null)
  const { id, state, version, error, flush } = useAutosave(beginning, draft, (outcome) => {
    // The address follows without a new page, so that the caret stays where it is.
    history.replaceState(null, '', `/admin/outcomes/${outcome.id}`)
    queryClient.setQueryData(outcomeQuery(outcome.id).queryKey, outcome)
    void queryClient.invalidateQueries({ queryKey: ['outcomes', 'list'] })
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const publish = async () => {
    if ((await flush()) !== null) setAsking('publish')
  }
  const review = useMutation({
    mutationFn: async () => {
      const saved = await flush()
      return saved === null ? null : call(outcomeLifeEndpoints.askReview, { id: saved })
    },
    onSuccess: (outcome) => outcome && keepOutcome(outcome),
  })
  const isFit = isReady(draft) && missingParts(inputOf(draft)).length === 0
  const { data: known } = useQuery({ ...outcomeQuery(id ?? ''), enabled: id !== null })
  const fields = useRef<HTMLDivElement>(null)
  usePageField(() => fields.current?.querySelector<HTMLElement>('form input[type="text"]'))
  const goal = goals.find((one) => one.id === draft.goalId)
  return (
    <>
      <header class="page-head">
        <PageHeading title={t.outcomes.newTitle} />
        <div class="row">
          <SavedMark state={state} />
          {id !== null && (
            <Button look="quiet" onClick={() => setAsking('remove')}>
              {t.outcomes.remove}
            </Button>
          )}
          {known?.needsAnother ? (
            <Button look="primary" disabled={!isFit} busy={state === 'saving' || review.isPending} onClick={() => review.mutate()}>
              {t.outcomes.review.ask}
            </Button>
          ) : (
            <Button look="primary" disabled={!isFit} busy={state === 'saving'} onClick={() => void publish()}>
              {t.outcomes.publish}
            </Button>
          )}
        </div>
      </header>
      <ProblemNote error={error} kept={t.textKept} retry={() => void flush()} />
      <ProblemNote error={review.error} />
      {known && <OnItsWay outcome={known} />}
      <div class="editor" ref={fields}>
        <div class="stack" data-gap="large">
          <Answered ids={draft.feedbackIds} onChange={(feedbackIds) => change({ feedbackIds })} />
          <GoalOfOutcome goals={goals} goal={goal} fixed={id !== null} onChoose={(goalId) => change({ goalId })} />
          <OutcomeForm draft={draft} onChange={change} />
        </div>
        <aside class="stack" data-gap="large">
          <Preview draft={draft} team={goal?.team ?? ''} goal={goal?.title ?? ''} id={id} version={version} />
          {id !== null && <ReceiversOf id={id} feedbackIds={draft.feedbackIds} saved={state === 'saved' || state === 'untouched'} />}
        </aside>
      </div>
      {asking === 'publish' && id !== null && <PublishDialog id={id} feedbackIds={draft.feedbackIds} onClose={() => setAsking(null)} />}
      {asking === 'remove' && id !== null && <RemoveDialog id={id} onClose={() => setAsking(null)} />}
    </>
  )
}

function SavedMark({ state }: { state: SaveState }) {
  const { t } = useFullLanguage()
  return (
    <span class="soft note-size saved-mark" role="status">
      {state === 'untouched' ? '' : t.outcomes.state[state]}
    </span>
  )
}
