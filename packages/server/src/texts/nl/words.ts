/** What both letters and pages say. */
export const words = {
  kind: { compliment: 'Compliment', complaint: 'Klacht', idea: 'Idee', question: 'Vraag' },
  yours: { compliment: 'je compliment', complaint: 'je klacht', idea: 'je idee', question: 'je vraag' },
  promise: {
    goal: (team: string, goal: string) => `${team} pakt dit op. Het hoort bij hun doel: ${goal}.`,
    team: (team: string) => `${team} pakt dit op.`,
    date: (day: string) => `Je hoort van ons uiterlijk ${day}.`,
    open: 'We kijken welk team dit oppakt. Zodra dat duidelijk is, zie je wie het is en wanneer je iets hoort.',
  },
  outcome: {
    kind: { done: 'Gedaan', partly: 'Deels gedaan', not_doing: 'Dit gaan we niet doen', answer: 'Antwoord' },
    did: { done: 'Wat we deden', partly: 'Wat we deden', not_doing: 'Waarom niet', answer: 'Ons antwoord' },
    better: { done: 'Wat nu beter is', partly: 'Wat nu beter is', not_doing: 'Wat wel kan', answer: 'Wat nu beter is' },
    next: { done: 'Wat nog beter kan', partly: 'Wat nog beter kan', not_doing: 'Hoe het verder gaat', answer: 'Wat nog beter kan' },
    helped: {
      done: 'Heeft dit geholpen?',
      partly: 'Heeft dit geholpen?',
      not_doing: 'Is het duidelijk waarom?',
      answer: 'Heb je hier iets aan?',
    },
  },
}
