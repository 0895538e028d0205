import type { Texts } from '../texts.ts'

export const publicPage: Texts['publicPage'] = {
  title: 'What we did with feedback',
  lead: (organisation) => `This is what ${organisation} did with what customers said: what was done, what is better now and what is still to come.`,
  none: 'There is nothing here yet. As soon as there is an outcome, you read it here.',
  noneFound: 'Nothing found. Try another word or another goal.',
  older: 'Older',
  search: 'Search',
  find: 'Show',
  goal: 'Goal',
  allGoals: 'All goals',
  voices: (count) => (count === 1 ? 'answers 1 voice' : `answers ${count} voices`),
  promises: 'What we are still working on',
  open: (count) => (count === 1 ? '1 customer still waits for an answer.' : `${count} customers still wait for an answer.`),
  openBy: (count, day) =>
    count === 1
      ? `1 customer still waits for an answer, and hears by ${day}.`
      : `${count} customers still wait for an answer. The last hears by ${day}.`,
  until: (day) => `We want to have reached this on ${day}.`,
  follow: 'You can also follow along:',
}
