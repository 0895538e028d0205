import type { Room } from '../form/room.ts'
import { h, Pick, write } from '../form/taken.ts'
import type { Question } from '../place.ts'

const questionsIn = ({ configuration }: Room) => configuration?.questions ?? []

/** The first question that must be answered and is not. */
export const unanswered = (room: Room) =>
  questionsIn(room).find(({ id, required }) => {
    // A list without anything in it is nothing too.
    return required && !`${room.draft.answers?.[id] ?? ''}`
  })

/** What the site itself asks. */
export const Questions = (room: Room) => [Rating(room), questionsIn(room).map((question) => Ask(room, question))]

const scales = { csat: [1, 2, 3, 4, 5], nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ces: [1, 2, 3, 4, 5, 6, 7] }

function Rating(room: Room) {
  const scale = room.configuration?.rating
  return (
    scale &&
    Pick({
      id: 'rating',
      question: room.texts[scale],
      options: scales[scale],
      isChosen: (value) => room.draft.rating === value,
      onPick: (rating) => write(room, { rating }),
    })
  )
}

function Ask(room: Room, question: Question) {
  const { draft, texts } = room
  const { id, kind, label, required } = question
  const answer = draft.answers?.[id]
  const words = [<bdi>{label}</bdi>, !required && ` (${texts.optional})`]
  const isWrong = draft.wrong === `answers.${id}`
  const set = (value: string | string[] | number) => write(room, { answers: { ...draft.answers, [id]: value } })
  if (kind === 'text')
    return (
      <label>
        {words}
        <textarea
          rows={2}
          dir="auto"
          maxLength={1000}
          value={answer as string}
          aria-invalid={isWrong}
          aria-describedby="problem"
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      </label>
    )
  const picks = (Array.isArray(answer) ? answer : []) as string[]
  const several = kind === 'choice' && question.several
  return Pick({
    id: `q-${id}`,
    question: kind === 'scale' ? [...words, ends(question)] : words,
    options: kind === 'scale' ? Array.from({ length: question.to - question.from + 1 }, (_, step) => question.from + step) : question.options,
    isChosen: (value) => (several ? picks.includes(value as string) : answer === value),
    onPick: (value: string | number) =>
      set(several ? (picks.includes(value as string) ? picks.filter((pick) => pick !== value) : [...picks, value as string]) : value),
    isWrong,
  })
}

const ends = ({ from, to, low, high }: Extract<Question, { kind: 'scale' }>) =>
  low || high ? ` (${[low && `${from} = ${low}`, high && `${to} = ${high}`].filter(Boolean).join(', ')})` : ''
