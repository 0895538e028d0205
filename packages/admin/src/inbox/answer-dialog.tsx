import type { FeedbackItem } from '@klankbord/shared/feedback'
import { missingParts } from '@klankbord/shared/outcome-parts'
import { outcomeReceiverEndpoints } from '@klankbord/shared/outcome-receivers'
import { outcomeKinds } from '@klankbord/shared/widget'
import { useQuery } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import { call, isProblem } from '../api.ts'
import { keepDraft, readDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { useChoosableGoals } from '../goals/choosable.ts'
import { languageCodes, pickLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { type Draft, inputOf, noWords } from '../outcomes/draft.ts'
import { outcomeSettingsQuery } from '../outcomes/queries.ts'
import { ReceiversOfItem } from '../outcomes/receivers.tsx'
import { Part } from '../outcomes/wording.tsx'
import '../styles/outcomes.css'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { type Answer, useAnswer } from './answering.ts'

interface AnswerDialogProps {
  item: FeedbackItem
  /** The item is closed: the next one can come. */
  onDone: () => void
  onClose: () => void
}

/** Writes a small outcome for one item and publishes it: the item is answered and closed. What is written stays until it has gone. */
export default function AnswerDialog({ item, onDone, onClose }: AnswerDialogProps) {
  const { t } = useFullLanguage()
  const { answer, change, clear } = useWritten(item)
  const settings = useQuery(outcomeSettingsQuery)
  const receivers = useReceivers(item.id)
  const { publish, review, goOn } = useAnswer(item, answer, { clear, onDone, onClose })
  const isFit = answer.goalId !== '' && missingParts(inputOf(answer)).length === 0
  const isKnown = receivers.data !== undefined && settings.data !== undefined
  const act = settings.data?.review ? review : publish
  const asked = useOnceKnown(answer, { isKnown, isFailed: receivers.isError || settings.isError, act: () => act.mutate(item) })
  const submit = () => isFit && !act.isPending && asked.ask()
  return (
    <Dialog title={t.answering.title} onClose={onClose} wide>
      <SendingForm
        isSending={act.isPending}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
        }}
      >
        <Said item={item} />
        <div class="answer-fields">
          <div class="stack">
            <Words item={item} answer={answer} change={change} />
          </div>
          <ReceiversOfItem receivers={receivers} />
        </div>
        {!isFit && <p class="field-hint">{t.answering.needs}</p>}
        <ProblemNote error={isProblem(act.error, 'stale') ? null : act.error} kept={t.textKept} />
        <ProblemNote error={goOn.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button
            look="quiet"
            busy={goOn.isPending}
            disabled={answer.did.trim() === '' || answer.goalId === ''}
            title={t.answering.moreHint}
            onClick={() => goOn.mutate()}
          >
            {t.answering.more}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" shortcut="Ctrl ↵" busy={asked.waits || act.isPending} disabled={!isFit || !isKnown}>
            {settings.data?.review ? t.answering.review : t.answering.publish(receivers.data?.counts.channels.email ?? 0)}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}

interface OnceKnown {
  isKnown: boolean
  isFailed: boolean
  act: () => void
}

/** A key that comes before it is known whom the answer reaches waits for that, unless that can't be had, or the answer is changed meanwhile. */
function useOnceKnown(answer: Answer, { isKnown, isFailed, act }: OnceKnown) {
  const [asked, setAsked] = useState<Answer | null>(null)
  const waits = asked === answer
  useEffect(() => {
    if (!waits || !(isKnown || isFailed)) return
    setAsked(null)
    if (isKnown) act()
  }, [waits, isKnown, isFailed])
  return { waits, ask: () => setAsked(answer) }
}

const useReceivers = (id: string) =>
  useQuery({
    queryKey: ['feedback', 'receivers', id],
    queryFn: () => call(outcomeReceiverEndpoints.listReceiversOfItem, { id, limit: 50 }),
    staleTime: 0,
  })

/** The answer as it is kept on this device until it has gone, in the language in which the customer spoke where we have it. */
function useWritten(item: FeedbackItem) {
  const me = useMe()
  const name = `answer:${me.member?.id ?? ''}:${item.id}`
  const [answer, setAnswer] = useState<Answer>(() =>
    readDraft<Answer>(name, {
      ...noWords,
      kind: 'answer',
      goalId: item.goal?.id ?? '',
      locale: pickLanguage([item.locale, me.organisation.locale]),
      feedbackIds: [item.id],
      public: false,
      nothingMore: true,
      translations: {},
      pictures: [],
    }),
  )
  const change = (part: Partial<Draft>) => {
    const next = { ...answer, ...part }
    setAnswer(next)
    keepDraft(name, next, next.did === '' && next.better === '' && next.next === '')
  }
  return { answer, change, clear: () => keepDraft(name, null, true) }
}

function Said({ item }: { item: FeedbackItem }) {
  const { t } = useFullLanguage()
  return (
    <blockquote class="words answer-said" aria-label={t.answering.said}>
      {item.message}
    </blockquote>
  )
}

interface WordsProps {
  item: FeedbackItem
  answer: Answer
  change: (part: Partial<Draft>) => void
}

function Words({ item, answer, change }: WordsProps) {
  const { t } = useFullLanguage()
  const goals = useChoosableGoals()
  const { did, better, next } = t.outcomes.parts[answer.kind]
  const isRefusal = answer.kind === 'not_doing'
  return (
    <>
      <fieldset class="stack" data-gap="small">
        <legend class="field-legend">{t.outcomes.kind}</legend>
        <div class="segments">
          {outcomeKinds.map((kind) => (
            <label key={kind}>
              <input class="unseen" type="radio" name="kind" checked={answer.kind === kind} onChange={() => change({ kind })} />
              {t.outcomeKinds[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      {item.goal === null && goals.data && (
        <GoalChoice label={t.answering.goal} goals={goals.data} value={answer.goalId || null} onChoose={(goalId) => change({ goalId })} />
      )}
      <Part autofocus {...did} lang={answer.locale} value={answer.did} onChange={(value) => change({ did: value })} />
      {answer.kind !== 'answer' && (
        <Part {...better} short lang={answer.locale} value={answer.better} onChange={(value) => change({ better: value })} />
      )}
      {!isRefusal && (
        <label class="choice">
          <input type="checkbox" checked={answer.nothingMore} onChange={(event) => change({ nothingMore: event.currentTarget.checked })} />
          <span>{t.outcomes.nothingMore}</span>
        </label>
      )}
      {(isRefusal || !answer.nothingMore) && (
        <Part {...next} short lang={answer.locale} value={answer.next} onChange={(value) => change({ next: value })} />
      )}
      <SelectField
        label={t.outcomes.language}
        value={answer.locale}
        options={languageCodes.map((code) => ({ value: code, label: t.localeNames[code] ?? code }))}
        onChange={(event) => change({ locale: event.currentTarget.value })}
      />
    </>
  )
}
