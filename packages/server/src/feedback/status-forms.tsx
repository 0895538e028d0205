import type { MineThread } from '@klankbord/shared/feedback'
import { helpedAnswers, type OutcomeKind, type ReactionReason, reasonsFor } from '@klankbord/shared/widget'
import type { MailVoice } from '../customers/addressee.ts'
import type { MailTexts } from '../texts/mail/mail-texts.ts'

/** What was typed in one of the forms, with what is wrong with it. */
export interface Draft {
  form: 'message' | 'reaction'
  text: string
  helped?: string | undefined
  reasons?: readonly string[] | undefined
  wrong: { field: 'text' | 'helped'; message: string }
}

interface FormParts {
  token: string
  thread: MineThread
  voice: MailVoice
  done?: 'message' | 'reaction' | undefined
  draft?: Draft | undefined
  messageKey: string
}

export function MessageForm({ token, voice, draft, done, messageKey }: FormParts) {
  const { status } = voice.texts.pages
  const kept = draft?.form === 'message' ? draft : undefined
  return (
    <>
      {done === 'message' && (
        <p class="notice" role="status">
          {status.messageSent}
        </p>
      )}
      <form method="post" action={`/f/${token}/messages#conversation`}>
        <input type="hidden" name="key" value={messageKey} />
        <Words id="message" label={status.write} kept={kept} />
        <button type="submit">{status.send}</button>
      </form>
    </>
  )
}

/** "Did this help?", and what was answered before. */
export function ReactionForm(parts: FormParts & { kind: OutcomeKind }) {
  const { thread, voice, draft, done, kind } = parts
  const { pages, words } = voice.texts
  const { reaction } = thread
  const isOpen = !reaction || draft?.form === 'reaction'
  return (
    <section id="reaction">
      <h2>{words.outcome.helped[kind]}</h2>
      {done === 'reaction' && (
        <p class="notice" role="status">
          {pages.status.reactionSent}
        </p>
      )}
      {reaction && <p>{pages.status.reacted[reaction.helped]}</p>}
      {reaction && reaction.reasons.length > 0 && <p>{reaction.reasons.map((reason) => pages.status.reasons[reason]).join(' · ')}</p>}
      {reaction?.text && <p class="words said">{reaction.text}</p>}
      {isOpen ? (
        <ReactionFields {...parts} />
      ) : (
        <details>
          <summary>{pages.status.changeReaction}</summary>
          <ReactionFields {...parts} />
        </details>
      )}
    </section>
  )
}

function ReactionFields({ token, thread, voice, draft, kind }: FormParts & { kind: OutcomeKind }) {
  const { status } = voice.texts.pages
  const kept = draft?.form === 'reaction' ? draft : undefined
  const chosen = kept ? kept.helped : thread.reaction?.helped
  const wrong = kept?.wrong.field === 'helped' ? kept.wrong.message : undefined
  return (
    <form method="post" action={`/f/${token}/reaction#reaction`}>
      <fieldset aria-describedby={wrong && 'helped-wrong'}>
        <legend class="legend">{voice.texts.words.outcome.helped[kind]}</legend>
        <div class="choices">
          {helpedAnswers.map((answer) => (
            <label>
              <input type="radio" name="helped" value={answer} checked={chosen === answer} />
              {voice.texts.words.outcome.choices[answer]}
            </label>
          ))}
        </div>
        {wrong && (
          <p class="wrong" id="helped-wrong">
            {wrong}
          </p>
        )}
      </fieldset>
      <Reasons status={status} kind={kind} chosen={kept ? (kept.reasons ?? []) : (thread.reaction?.reasons ?? [])} />
      <Words id="reaction-text" label={status.reactionWords} hint={status.optional} kept={kept ?? textOf(thread)} />
      <button type="submit">{status.react}</button>
    </form>
  )
}

interface ReasonsField {
  status: MailTexts['pages']['status']
  kind: OutcomeKind
  chosen: readonly string[]
}

/** What it was, where it did not help or only partly. */
export function Reasons({ status, kind, chosen }: ReasonsField) {
  return (
    <fieldset class="reasons">
      <legend class="legend">
        {status.reasonsAsked} <span>({status.optional})</span>
      </legend>
      <div class="choices">
        {reasonsFor[kind].map((reason: ReactionReason) => (
          <label>
            <input type="checkbox" name="reasons" value={reason} checked={chosen.includes(reason)} />
            {status.reasons[reason]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const textOf = ({ reaction }: MineThread) => (reaction?.text ? { text: reaction.text } : undefined)

interface WordsField {
  id: string
  label: string
  hint?: string
  kept?: (Pick<Draft, 'text'> & Partial<Pick<Draft, 'wrong'>>) | undefined
}

export function Words({ id, label, hint, kept }: WordsField) {
  const wrong = kept?.wrong?.field === 'text' ? kept.wrong.message : undefined
  return (
    <div class="field" data-wrong={wrong ? '' : undefined}>
      <label for={id}>
        {label} {hint && <span>({hint})</span>}
      </label>
      <textarea id={id} name="text" rows={4} aria-invalid={wrong ? true : undefined} aria-describedby={wrong && `${id}-wrong`}>
        {kept?.text ?? ''}
      </textarea>
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
