import { type Helped, helpedAnswers } from '@klankbord/shared/widget'
import { pageVoiceOf } from '../customers/addressee.ts'
import type { Deps } from '../deps.ts'
import { renderPage } from '../http/page.tsx'
import { Reasons, Words } from './status-forms.tsx'
import type { StatusPage } from './status-page.tsx'

interface ReactionPage extends Pick<StatusPage, 'token' | 'thread' | 'customer'> {
  helped: Helped
  /** It was asked some weeks later whether it is still better. */
  again: boolean
}

/**
 * Where one click in a mail leads: the answer that was chosen, with one button. Reading it answers nothing, since programs that look for harm open every link too.
 * Null when there is nothing to react to.
 */
export function renderReactionPage(deps: Deps, { token, thread, customer, helped, again }: ReactionPage): string | null {
  const { outcome } = thread
  if (!outcome) return null
  const { language, texts, day } = pageVoiceOf(deps, customer)
  const { status } = texts.pages
  const question = again ? texts.letters.stillBetter.question : texts.words.outcome.helped[outcome.kind]
  return renderPage({
    language,
    title: question,
    organisation: customer.organisation,
    accent: customer.accent,
    children: (
      <>
        <h1>{question}</h1>
        <blockquote class="said">
          <cite class="soft">{status.youSaid(day(thread.submittedAt))}</cite>
          <p class="words">{thread.message}</p>
        </blockquote>
        <p>{status.answered(outcome.team, texts.letters.quoted(outcome.title))}</p>
        <form method="post" action={`/f/${token}/reaction#reaction`}>
          <input type="hidden" name="helped" value={helped} />
          {again && <input type="hidden" name="again" value="1" />}
          <p>{status.yourAnswer(texts.words.outcome.choices[helped])}</p>
          {helped !== 'yes' && <Reasons status={status} kind={outcome.kind} chosen={[]} />}
          <Words id="reaction-text" label={status.reactionWords} hint={status.optional} />
          <button type="submit">{status.giveAnswer(texts.words.outcome.choices[helped])}</button>
        </form>
        <div>
          <p class="soft">{status.otherAnswer}</p>
          <ul class="other-answers">
            {helpedAnswers
              .filter((answer) => answer !== helped)
              .map((answer) => (
                <li>
                  <a href={`/f/${token}/reaction/${answer}${again ? '?again=1' : ''}`}>{texts.words.outcome.choices[answer]}</a>
                </li>
              ))}
            <li>
              <a href={`/f/${token}`}>{status.whole}</a>
            </li>
          </ul>
        </div>
      </>
    ),
  })
}
