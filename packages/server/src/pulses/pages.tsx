import type { Deps } from '../deps.ts'
import { renderPage, saying } from '../http/page.tsx'
import { dayOf } from '../texts/dates.ts'
import { type Language, texts } from '../texts/texts.ts'
import type { Question } from './answer.ts'
import { labelOf, questionOf, valuesOf } from './question.ts'

/** The question, with the answer that was chosen in the mail ready to be sent. Which one that is stands behind the # of the address, so the page shows it without us being told. */
export function askPulse({ clock }: Deps, question: Question, language: Language): string {
  const { page, ends, until } = texts[language].colleagues.pulse
  const { kind, organisation, closesAt, timeZone } = question
  const title = questionOf(question, language)
  const lastDay = dayOf(new Date(Date.parse(closesAt) - 1).toISOString(), { language, timeZone, now: clock() })
  const answers = valuesOf(question).map((value) => ({ value, label: labelOf(question, value, language) }))
  return renderPage({
    language,
    title,
    organisation,
    children: (
      <>
        <h1>{title}</h1>
        {kind !== 'choice' && <p class="lead">{ends[kind]}</p>}
        <form method="post">
          {answers.map(({ value, label }) => (
            <div class="chosen" id={`a${value}`} tabIndex={-1}>
              <p>
                {page.chosen} <strong>{label}</strong>
              </p>
              <button type="submit" name="answer" value={value}>
                {page.send}
              </button>
            </div>
          ))}
        </form>
        <p class="when-none">{page.choose}</p>
        <p class="when-chosen">{page.other}</p>
        <nav class="answer-links" aria-label={page.choose}>
          {answers.map(({ value, label }) => (
            <a href={`#a${value}`}>{label}</a>
          ))}
        </nav>
        <section>
          <h2>{page.happens}</h2>
          <p>{page.counted}</p>
          <p>{page.shown}</p>
          <p>{page.final}</p>
          <p class="soft">{until(lastDay)}</p>
        </section>
      </>
    ),
  })
}

export function pulseAnswered(organisation: string, language: Language): string {
  const { doneTitle, done } = texts[language].colleagues.pulse.page
  return renderPage({ language, title: doneTitle, organisation, children: saying(doneTitle, [done]) })
}

/** Whose it was is kept nowhere, so not even the organisation can be named. */
export function pulseOver(language: Language): string {
  const { overTitle, over } = texts[language].colleagues.pulse.page
  return renderPage({ language, title: overTitle, children: saying(overTitle, [over]) })
}
