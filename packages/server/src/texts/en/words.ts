import type { Texts } from '../texts.ts'

export const words: Texts['words'] = {
  kind: { compliment: 'Compliment', complaint: 'Complaint', idea: 'Idea', question: 'Question' },
  yours: { compliment: 'your compliment', complaint: 'your complaint', idea: 'your idea', question: 'your question' },
  promise: {
    goal: (team, goal) => `${team} takes this up. It belongs to their goal: ${goal}.`,
    team: (team) => `${team} takes this up.`,
    compliment: (team) => `Your compliment has reached ${team}. The people it is for read it.`,
    date: (day) => `You hear from us by ${day}.`,
    open: 'We are finding the team that takes this up. As soon as that is clear, you see who it is and when you hear more.',
  },
  outcome: {
    kind: { done: 'Done', partly: 'Partly done', not_doing: 'We are not going to do this', answer: 'Answer' },
    did: { done: 'What we did', partly: 'What we did', not_doing: 'Why not', answer: 'Our answer' },
    better: { done: 'What is better now', partly: 'What is better now', not_doing: 'Who decided this', answer: 'What is better now' },
    next: {
      done: 'What will still improve',
      partly: 'What will still improve',
      not_doing: 'What would change this',
      answer: 'What will still improve',
    },
    nothingMore: 'Nothing more will be added: this stays as it is now.',
    corrected: (day) => `Corrected on ${day}.`,
    withdrawn: (title) => `We have withdrawn our answer “${title}”.`,
    untranslated: (language) => `This is in ${language} only.`,
    picturesIn: (language) => `What the pictures show is in ${language} only.`,
    picture: (alt) => `[Picture: ${alt}]`,
    choices: { yes: 'Yes', partly: 'Partly', no: 'No' },
    helped: { done: 'Did this help?', partly: 'Did this help?', not_doing: 'Is it clear why?', answer: 'Is this of use to you?' },
  },
}
