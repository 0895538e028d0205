import type { Texts } from '../texts.ts'

export const words: Texts['words'] = {
  kind: { compliment: 'Compliment', complaint: 'Complaint', idea: 'Idea', question: 'Question' },
  yours: { compliment: 'your compliment', complaint: 'your complaint', idea: 'your idea', question: 'your question' },
  promise: {
    goal: (team, goal) => `${team} takes this up. It belongs to their goal: ${goal}.`,
    team: (team) => `${team} takes this up.`,
    date: (day) => `You hear from us by ${day}.`,
    open: 'We are finding the team that takes this up. As soon as that is clear, you see who it is and when you hear more.',
  },
  outcome: {
    kind: { done: 'Done', partly: 'Partly done', not_doing: 'We are not going to do this', answer: 'Answer' },
    did: { done: 'What we did', partly: 'What we did', not_doing: 'Why not', answer: 'Our answer' },
    better: { done: 'What is better now', partly: 'What is better now', not_doing: 'What can be done', answer: 'What is better now' },
    next: { done: 'What will still improve', partly: 'What will still improve', not_doing: 'What happens next', answer: 'What will still improve' },
    helped: { done: 'Did this help?', partly: 'Did this help?', not_doing: 'Is it clear why?', answer: 'Is this of use to you?' },
  },
}
