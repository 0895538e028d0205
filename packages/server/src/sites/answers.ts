import type { Answered, Answers, Question } from '@klankbord/shared/questions'
import { ProblemError } from '../problem-error.ts'

/** An answer as it is kept: with the question as it was asked, so that a later change of the question does not change what was said. */
export interface StoredAnswer {
  id: string
  label: string
  value: string | string[] | number
}

type Given = Answers[string]

/** Holds answers against the questions of the site, and names every one that can't be taken. The kept ones stand in the order of the questions. */
export function checkAnswers(questions: readonly Question[], answers: Answers): StoredAnswer[] {
  const fields = Object.keys(answers)
    .filter((id) => !questions.some((question) => question.id === id))
    .map((id) => ({ path: `answers.${id}`, message: 'The site does not ask this' }))
  const kept: StoredAnswer[] = []
  for (const question of questions) {
    const { id, label } = question
    const given = Object.hasOwn(answers, id) ? answers[id] : undefined
    const message = isEmpty(given) ? (question.required ? 'This question needs an answer' : null) : wrongWith(question, given)
    if (message !== null) fields.push({ path: `answers.${id}`, message })
    else if (!isEmpty(given)) kept.push({ id, label, value: given })
  }
  if (fields.length > 0) throw new ProblemError('bad-input', 'Some of this can’t be taken; see errors for the fields.', { fields })
  return kept
}

const isEmpty = (given: Given | undefined): given is undefined => given === undefined || given === '' || (Array.isArray(given) && given.length === 0)

/** Why the question does not take this answer; null when it does. */
function wrongWith(question: Question, given: Given): string | null {
  switch (question.kind) {
    case 'text':
      return typeof given === 'string' ? null : 'Answer in words'
    case 'scale':
      return typeof given === 'number' && given >= question.from && given <= question.to
        ? null
        : `Give a whole number from ${question.from} to ${question.to}`
    case 'choice': {
      const chosen = question.several ? (Array.isArray(given) ? given : null) : typeof given === 'string' ? [given] : null
      if (!chosen) return question.several ? 'Give a list of what was chosen' : 'Give the one that was chosen'
      if (new Set(chosen).size !== chosen.length) return 'Choose each answer once'
      return chosen.every((one) => question.options.includes(one)) ? null : `Choose from: ${question.options.join(', ')}`
    }
  }
}

/** Answers as people read them. */
export const readAnswers = (json: string): Answered[] =>
  (JSON.parse(json) as StoredAnswer[]).map(({ label, value }) => ({ label, answer: Array.isArray(value) ? value.join(', ') : String(value) }))
