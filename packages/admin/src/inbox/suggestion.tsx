import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Candidate } from '@klankbord/shared/routing'
import type { Suggestion } from '@klankbord/shared/suggestions'
import { useLanguage } from '../language.tsx'
import { KindDisc } from '../ui/marks.tsx'
import type { Routing } from './placing.ts'
import { choicesOf, firstChoice, isUndecided, once, sureness } from './suggested.ts'
import { inboxAddress } from './views.ts'

interface SuggestedProps {
  item: FeedbackItem
  suggestion: Suggestion | null | undefined
  /** Left out for who only reads. */
  routing: Routing | undefined
}

/** Where it seems to belong, and why: to be taken while nobody has decided, folded away after. */
export function Suggested({ item, suggestion, routing }: SuggestedProps) {
  const { t } = useLanguage()
  const texts = t.inbox.suggestion
  if (suggestion === undefined || item.erasedAt) return null
  if (suggestion === null) return item.goal ? null : <p class="soft note-size">{texts.toCome}</p>
  const choices = choicesOf(item, suggestion)
  if (!isUndecided(item)) {
    if (suggestion.candidates.length === 0) return null
    return (
      <details class="note-size">
        <summary class="soft">{texts.titleThen}</summary>
        <div class="stack" data-gap="small">
          <Candidates candidates={suggestion.candidates} first={undefined} routing={undefined} />
          <LooksLike similar={suggestion.similar} />
        </div>
      </details>
    )
  }
  return (
    <div class="stack" data-gap="small">
      {choices.length > 0 && <p class="field-legend">{item.goal ? texts.titleOther : suggestion.isUnknown ? texts.unsure : texts.title}</p>}
      {choices.length === 0 && !item.goal && <p>{texts.unknown}</p>}
      <Candidates candidates={choices} first={firstChoice(item, suggestion)} routing={routing} />
      <LooksLike similar={suggestion.similar} />
    </div>
  )
}

interface CandidatesProps {
  candidates: Candidate[]
  /** The one that Enter takes. */
  first: Candidate | undefined
  routing: Routing | undefined
}

function Candidates({ candidates, first, routing }: CandidatesProps) {
  const { t } = useLanguage()
  if (candidates.length === 0) return null
  return (
    <ol class="candidates">
      {candidates.map((candidate, index) => (
        <li key={candidate.goalId}>
          {routing ? (
            <button
              type="button"
              class="candidate"
              data-first={candidate === first || undefined}
              aria-disabled={routing.busy || undefined}
              aria-keyshortcuts={candidate === first ? `Enter ${index + 1}` : String(index + 1)}
              onClick={() => !routing.busy && routing.place(candidate.goalId)}
            >
              <CandidateWords candidate={candidate} />
              <span class="key" aria-hidden="true">
                {candidate === first ? '↵' : index + 1}
              </span>
            </button>
          ) : (
            <p class="candidate">
              <CandidateWords candidate={candidate} />
            </p>
          )}
          {(candidate.words.length > 0 || candidate.insteadOf) && (
            <p class="candidate-words">
              {candidate.words.length > 0 &&
                `${t.inbox.suggestion.words} ${once(candidate.words)
                  .map((word) => `“${word}”`)
                  .join(', ')}. `}
              {candidate.insteadOf && t.inbox.suggestion.insteadOf(candidate.insteadOf.title)}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function CandidateWords({ candidate: { title, team, confidence } }: { candidate: Candidate }) {
  const { t, percent } = useLanguage()
  const texts = t.inbox.suggestion
  return (
    <span class="candidate-title">
      <strong>{title}</strong>
      <small>
        {team} · {texts.confidence(texts.sure[sureness(confidence)], percent(confidence))}
      </small>
    </span>
  )
}

/** The earlier items that it is most like, and where those went. */
function LooksLike({ similar }: Pick<Suggestion, 'similar'>) {
  const { t } = useLanguage()
  const texts = t.inbox.suggestion
  if (similar.length === 0) return null
  return (
    <details class="note-size">
      <summary>{texts.looksLike(similar.length)}</summary>
      <ul class="beside">
        {similar.map(({ id, kind, message, status, goal }) => (
          <li key={id} class="reason">
            <KindDisc kind={kind} />
            <span>
              <a class="beside-words" href={inboxAddress({ view: status === 'answered' ? 'answered' : 'waiting', id })}>
                {message}
              </a>
              <span class="soft">
                {texts.wentTo} {goal?.title ?? texts.noGoal}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
