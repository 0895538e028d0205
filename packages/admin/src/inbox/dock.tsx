import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { useMutation } from '@tanstack/preact-query'
import { MessageSquareReply, Send, ShieldCheck, ShieldX, Sprout, StickyNote } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { call } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { feedbackChanged } from './queries.ts'
import { customerName } from './row.tsx'

export type DockMode = 'acts' | 'reply' | 'note'

interface DockProps {
  item: FeedbackItem
  mode: DockMode
  setMode: (mode: DockMode) => void
  acts: { reply: () => void; note: () => void; outcome: () => void; spam: () => void }
}

/** What can be done, always within reach at the foot of the item; a composer takes its place while one writes. */
export function Dock({ item, mode, setMode, acts }: DockProps) {
  const { t } = useLanguage()
  if (mode !== 'acts') return <Composer key={mode} item={item} internal={mode === 'note'} onClose={() => setMode('acts')} />
  const spam = item.status === 'spam'
  return (
    <div class="dock">
      {!spam && (
        <>
          <Button look={item.goal ? 'primary' : 'plain'} icon={Sprout} shortcut="o" onClick={acts.outcome}>
            {item.status === 'answered' ? t.inbox.outcome : t.inbox.acts.outcome}
          </Button>
          <Button icon={MessageSquareReply} shortcut="r" onClick={acts.reply}>
            {t.inbox.acts.reply}
          </Button>
        </>
      )}
      <Button icon={StickyNote} shortcut="n" onClick={acts.note}>
        {t.inbox.acts.note}
      </Button>
      {item.status !== 'answered' && (
        <Button look="quiet" icon={spam ? ShieldCheck : ShieldX} shortcut="s" onClick={acts.spam}>
          {spam ? t.inbox.acts.notSpam : t.inbox.acts.spam}
        </Button>
      )}
    </div>
  )
}

function useSend(item: FeedbackItem, internal: boolean, done: () => void) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: (text: string) => call(feedbackEndpoints.replyFeedback, { id: item.id, text, internal }),
    onSuccess: () => {
      feedbackChanged()
      say(internal ? t.inbox.composer.noteSaved : t.inbox.composer.sent)
      done()
    },
  })
}

interface ComposerProps {
  item: FeedbackItem
  internal: boolean
  onClose: () => void
}

function Composer({ item, internal, onClose }: ComposerProps) {
  const { t } = useLanguage()
  const texts = t.inbox.composer
  const [text, setText] = useDraft(`${internal ? 'note' : 'reply'}:${item.id}`)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const send = useSend(item, internal, () => {
    setText('')
    onClose()
  })
  const submit = () => text.trim() !== '' && !send.isPending && send.mutate(text.trim())
  const who = internal
    ? texts.noteWho
    : item.reach === 'reachable'
      ? texts.who.reachable(customerName(item) ?? t.inbox.someone)
      : texts.who.unreachable
  return (
    <form
      class="dock"
      data-writing={internal ? 'note' : 'reply'}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
      }}
    >
      <label class="field-legend" for="composer">
        {internal ? texts.noteLabel : texts.label}
      </label>
      <textarea
        id="composer"
        ref={area}
        class="control"
        data-short
        maxLength={5000}
        placeholder={internal ? texts.notePlaceholder : texts.placeholder}
        aria-describedby="composer-who"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote error={send.error} kept={t.textKept} />
      <div class="row" data-ends>
        <p class="field-hint" id="composer-who">
          {who}
        </p>
        <span class="row">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" icon={internal ? StickyNote : Send} busy={send.isPending} disabled={text.trim() === ''}>
            {internal ? texts.sendNote : texts.send}
          </Button>
        </span>
      </div>
    </form>
  )
}
