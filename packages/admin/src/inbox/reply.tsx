import type { FeedbackItem } from '@klankbord/shared/feedback'
import { gapsIn } from '@klankbord/shared/reply-variables'
import { FileText, Send } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isProblem } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { useHold } from './holding.ts'
import { MarkedArea } from './marked-area.tsx'
import { customerName } from './row.tsx'
import UseTemplate from './use-template.tsx'
import { draftName } from './writing.ts'

interface ReplyProps {
  item: FeedbackItem
  onClose: () => void
}

/** Writes to the customer. What is written stays until it has gone. */
export default function Reply({ item, onClose }: ReplyProps) {
  const { t } = useLanguage()
  const texts = t.inbox.composer
  const [choosing, setChoosing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const { text, setText, asks, setAsks, hold, ready, send } = useWords(item, onClose)
  const submit = () => (ready ? send() : goToGap(area.current))
  const insert = (filled: string) => {
    setText(withInserted(text, filled, area.current))
    setChoosing(false)
    queueMicrotask(() => goToGap(area.current))
  }
  return (
    <form
      class="dock"
      data-writing="reply"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return
        if (event.key === 'Escape') choosing ? setChoosing(false) : onClose()
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
      }}
    >
      <Head isChoosing={choosing} onChoose={() => setChoosing(!choosing)} />
      {choosing && <UseTemplate item={item} onUse={insert} />}
      <Erased item={item} />
      <MarkedArea
        id="composer"
        area={area}
        maxLength={5000}
        placeholder={texts.placeholder}
        aria-describedby="composer-who composer-gaps"
        readOnly={hold.isPending}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Gaps text={text} area={area.current} />
      <label class="choice note-size">
        <input type="checkbox" checked={asks !== ''} onChange={(event) => setAsks(event.currentTarget.checked ? 'yes' : '')} />
        <span>{t.item.compose.asks}</span>
      </label>
      <Attempt hold={hold} />
      <Foot item={item} isBusy={hold.isPending} isReady={ready} onClose={onClose} />
    </form>
  )
}

/** The words as they are kept until they have gone, and whether they may go. */
function useWords(item: FeedbackItem, onClose: () => void) {
  const me = useMe().member?.id
  const [text, setText] = useDraft(draftName('reply', me, item.id))
  const [asks, setAsks] = useDraft(draftName('asks', me, item.id))
  const hold = useHold(item, () => {
    setText('')
    setAsks('')
    onClose()
  })
  const ready = text.trim() !== '' && gapsIn(text).length === 0 && !hold.isPending && item.erasedAt === null
  const send = () => hold.send({ text: text.trim(), asks: asks !== '' })
  return { text, setText, asks, setAsks, hold, ready, send }
}

function Head({ isChoosing, onChoose }: { isChoosing: boolean; onChoose: () => void }) {
  const { t } = useLanguage()
  return (
    <div class="row" data-ends>
      <label class="field-legend" for="composer">
        {t.inbox.composer.label}
      </label>
      <Button small look="quiet" icon={FileText} aria-expanded={isChoosing} onClick={onChoose}>
        {t.item.compose.template}
      </Button>
    </div>
  )
}

function Erased({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  if (item.erasedAt === null) return null
  return (
    <p class="problem" role="status">
      {t.item.erasedNow}
    </p>
  )
}

/** What became of sending it: no answer yet, or a refusal. */
function Attempt({ hold }: { hold: Pick<ReturnType<typeof useHold>, 'isPending' | 'failureCount' | 'error'> }) {
  const { t } = useLanguage()
  if (hold.isPending && hold.failureCount > 0)
    return (
      <p class="soft note-size" role="status">
        {t.item.compose.busy}
      </p>
    )
  return isProblem(hold.error, 'stale') ? null : <ProblemNote error={hold.error} kept={t.textKept} />
}

interface FootProps extends ReplyProps {
  isBusy: boolean
  isReady: boolean
}

function Foot({ item, isBusy, isReady, onClose }: FootProps) {
  const { t } = useLanguage()
  return (
    <div class="row" data-ends>
      <Who item={item} />
      <span class="row">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" look="primary" icon={Send} busy={isBusy} disabled={!isReady && !isBusy}>
          {t.inbox.composer.send}
        </Button>
      </span>
    </div>
  )
}

/** Whom it reaches, and how. */
function Who({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  const { who } = t.inbox.composer
  return (
    <p class="field-hint" id="composer-who">
      {item.reach === 'reachable' ? who.reachable(customerName(item) ?? t.inbox.someone) : who.unreachable} {t.item.compose.sends}
    </p>
  )
}

/** In place of what is selected, or where one writes; all of it where nothing was written yet. */
function withInserted(text: string, filled: string, area: HTMLTextAreaElement | null): string {
  if (!area || text.trim() === '') return filled
  return text.slice(0, area.selectionStart) + filled + text.slice(area.selectionEnd)
}

/** Selects the first thing that is still to be filled in, so that typing replaces it. */
function goToGap(area: HTMLTextAreaElement | null) {
  if (!area) return
  area.focus()
  const [gap] = gapsIn(area.value)
  if (gap) area.setSelectionRange(gap.from, gap.to)
}

function Gaps({ text, area }: { text: string; area: HTMLTextAreaElement | null }) {
  const { t } = useLanguage()
  const texts = t.item.compose
  const gaps = gapsIn(text)
  const names = t.item.variables as Record<string, string>
  return (
    <div id="composer-gaps" class="row note-size" role="status">
      {gaps.length > 0 && (
        <>
          <strong>{texts.gaps(gaps.length)}</strong>
          {gaps.map(({ from, to }) => {
            const name = text.slice(from + 2, to - 2).trim()
            const select = () => {
              area?.focus()
              area?.setSelectionRange(from, to)
            }
            return (
              <Button key={from} small onClick={select}>
                {texts.fill(Object.hasOwn(names, name) ? (names[name] ?? name) : name)}
              </Button>
            )
          })}
        </>
      )}
    </div>
  )
}
