import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { useMutation } from '@tanstack/preact-query'
import { StickyNote } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { keepDraft, readDraft, useDraft } from '../drafts.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { Mentions, type Person } from './mentions.tsx'
import { feedbackChanged } from './queries.ts'
import { draftName } from './writing.ts'

interface NoteProps {
  item: FeedbackItem
  onClose: () => void
}

function useKeep({ id }: FeedbackItem, done: () => void) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: ({ text, people }: { text: string; people: Person[] }) => {
      const mentions = people.filter(({ name }) => text.includes(`@${name}`)).map((person) => person.id)
      return call(feedbackEndpoints.replyFeedback, { id, text, internal: true, mentions })
    },
    onSuccess: () => {
      feedbackChanged()
      say(t.inbox.composer.noteSaved)
      done()
    },
  })
}

/** Writes a note that only colleagues read; who is named in it is told. */
export default function Note({ item, onClose }: NoteProps) {
  const { t } = useLanguage()
  const texts = t.inbox.composer
  const me = useMe().member
  const [text, setText] = useDraft(draftName('note', me?.id, item.id))
  const place = draftName('mentions', me?.id, item.id)
  const [people, setPeople] = useState<Person[]>(() => readDraft<Person[]>(place, []))
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const keep = useKeep(item, () => {
    setText('')
    keepDraft(place, [], true)
    onClose()
  })
  const submit = () => text.trim() !== '' && !keep.isPending && keep.mutate({ text: text.trim(), people })
  const name = (person: Person, words: string) => {
    const named = [...people.filter(({ id }) => id !== person.id), person]
    setPeople(named)
    keepDraft(place, named, false)
    setText(words)
  }
  return (
    <form
      class="dock"
      data-writing="note"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return
        if (event.key === 'Escape') onClose()
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
      }}
    >
      <label class="field-legend" for="composer">
        {texts.noteLabel}
      </label>
      <Mentions area={area} text={text} placeholder={texts.notePlaceholder} readOnly={keep.isPending} onText={setText} onName={name} />
      <ProblemNote error={keep.error} kept={t.textKept} />
      <div class="row" data-ends>
        <p class="field-hint" id="composer-who">
          {texts.noteWho} {t.item.compose.mention}
        </p>
        <span class="row">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" icon={StickyNote} busy={keep.isPending} disabled={text.trim() === ''}>
            {texts.sendNote}
          </Button>
        </span>
      </div>
    </form>
  )
}
