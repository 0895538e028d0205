/** What both letters and pages say. */
export const words = {
  kind: { compliment: 'Compliment', complaint: 'Klacht', idea: 'Idee', question: 'Vraag' },
  yours: { compliment: 'je compliment', complaint: 'je klacht', idea: 'je idee', question: 'je vraag' },
  promise: {
    goal: (team: string, goal: string) => `${team} pakt dit op. Het hoort bij hun doel: ${goal}.`,
    team: (team: string) => `${team} pakt dit op.`,
    compliment: (team: string) => `Je compliment is aangekomen bij ${team}. De mensen voor wie het is, lezen het.`,
    date: (day: string) => `Je hoort van ons uiterlijk ${day}.`,
    open: 'We kijken welk team dit oppakt. Zodra dat duidelijk is, zie je wie het is en wanneer je iets hoort.',
  },
  outcome: {
    kind: { done: 'Gedaan', partly: 'Deels gedaan', not_doing: 'Dit gaan we niet doen', answer: 'Antwoord' },
    did: { done: 'Wat we deden', partly: 'Wat we deden', not_doing: 'Waarom niet', answer: 'Ons antwoord' },
    better: { done: 'Wat nu beter is', partly: 'Wat nu beter is', not_doing: 'Wie dit besloot', answer: 'Wat nu beter is' },
    next: { done: 'Wat nog beter kan', partly: 'Wat nog beter kan', not_doing: 'Wat dit zou veranderen', answer: 'Wat nog beter kan' },
    nothingMore: 'Hier komt niets meer bij: dit blijft zoals het nu is.',
    corrected: (day: string) => `Gecorrigeerd op ${day}.`,
    withdrawn: (title: string) => `We hebben ons antwoord “${title}” ingetrokken.`,
    untranslated: (language: string) => `Dit is er alleen in het ${language}.`,
    picturesIn: (language: string) => `Wat er op de plaatjes te zien is, staat er alleen in het ${language} bij.`,
    picture: (alt: string) => `[Afbeelding: ${alt}]`,
    choices: { yes: 'Ja', partly: 'Deels', no: 'Nee' },
    helped: {
      done: 'Heeft dit geholpen?',
      partly: 'Heeft dit geholpen?',
      not_doing: 'Is het duidelijk waarom?',
      answer: 'Heb je hier iets aan?',
    },
  },
}
