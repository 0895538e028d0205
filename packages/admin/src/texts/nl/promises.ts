import type { Texts } from '../later-en.ts'

export const promises: Texts['promises'] = {
  paused: (day) => `Staat stil sinds ${day}: de klant is iets gevraagd. Na het antwoord loopt de belofte door met de tijd die er nog was.`,
  asked: (day) => `Wacht sinds ${day} op antwoord van de klant.`,
  moves: 'Nieuwe data',
  moved: (from, to) => `${from} werd ${to}`,
  move: 'Noem een nieuwe datum',
  steps: 'Gemeld aan',
  step: {
    'due-soon': 'bijna om',
    owner: 'niet nagekomen, als eigenaar van het doel',
    lead: 'niet nagekomen, als leider van het team',
    above: 'niet nagekomen, als eigenaar van het doel erboven',
    'to-route': 'wacht op een doel',
  },
}
