import type { Answers, Question } from '@klankbord/shared/questions'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import { checkAnswers, readAnswers } from './answers.ts'

const questions: Question[] = [
  { id: 'when', kind: 'choice', label: 'Wanneer kwam je langs?', options: ['Ochtend', 'Middag'], several: false, required: true },
  { id: 'what', kind: 'choice', label: 'Wat bracht je mee?', options: ['Fiets', 'Bakfiets', 'Step'], several: true, required: false },
  { id: 'why', kind: 'text', label: 'Waarom bij ons?', required: false },
  { id: 'ease', kind: 'scale', label: 'Hoe makkelijk ging het?', from: 1, to: 5, low: 'moeilijk', high: 'makkelijk', required: false },
]

const pathsOf = (answers: Answers) => {
  try {
    checkAnswers(questions, answers)
    return []
  } catch (error) {
    return error instanceof ProblemError ? error.fields?.map(({ path }) => path) : error
  }
}

const refusals: [string, Answers, string[]][] = [
  ['an answer to what is not asked', { when: 'Middag', who: 'x' }, ['answers.who']],
  ['a name that every object has', { when: 'Middag', constructor: 'x' }, ['answers.constructor']],
  ['a required question without an answer', {}, ['answers.when']],
  ['a required question with an empty answer', { when: '' }, ['answers.when']],
  ['a choice that is not there', { when: 'Nacht' }, ['answers.when']],
  ['a list where one is chosen', { when: ['Middag'] }, ['answers.when']],
  ['one where a list is chosen', { when: 'Middag', what: 'Fiets' }, ['answers.what']],
  ['a list with a choice that is not there', { when: 'Middag', what: ['Fiets', 'Auto'] }, ['answers.what']],
  ['the same choice twice', { when: 'Middag', what: ['Fiets', 'Fiets'] }, ['answers.what']],
  ['a number where words are asked', { when: 'Middag', why: 3 }, ['answers.why']],
  ['a number below the scale', { when: 'Middag', ease: 0 }, ['answers.ease']],
  ['a number above the scale', { when: 'Middag', ease: 6 }, ['answers.ease']],
  ['words where a number is asked', { when: 'Middag', ease: '3' }, ['answers.ease']],
  ['several faults are all named', { what: 'Fiets', ease: 9, who: 'x' }, ['answers.who', 'answers.when', 'answers.what', 'answers.ease']],
]

describe('answers to the questions of a site', () => {
  test.each(refusals)('%s is refused', (_, answers, paths) => {
    expect(pathsOf(answers)).toEqual(paths)
  })

  test('good answers are kept in the order of the questions, with the words in which these were asked', () => {
    const kept = checkAnswers(questions, { ease: 1, why: 'Dichtbij', what: ['Step', 'Fiets'], when: 'Ochtend' })
    expect(readAnswers(JSON.stringify(kept))).toEqual([
      { label: 'Wanneer kwam je langs?', answer: 'Ochtend' },
      { label: 'Wat bracht je mee?', answer: 'Step, Fiets' },
      { label: 'Waarom bij ons?', answer: 'Dichtbij' },
      { label: 'Hoe makkelijk ging het?', answer: '1' },
    ])
  })

  test('what is optional may stay empty in every way of being empty', () => {
    expect(checkAnswers(questions, { when: 'Ochtend', why: '', what: [] })).toHaveLength(1)
  })
})
