import type { OutcomeKind } from '@klankbord/shared/widget'

interface Part {
  label: string
  hint: string
}

interface Parts {
  did: Part
  /** Null where there is nothing to be better. */
  better: Part | null
  next: Part
}

const done: Parts = {
  did: { label: 'What we did', hint: 'Plainly, as you would tell it.' },
  better: { label: 'What is better now', hint: 'What someone notices, with a number if you have one.' },
  next: { label: 'What will still improve', hint: 'What is not finished yet, or that nothing more will come.' },
}

const parts: Record<OutcomeKind, Parts> = {
  done,
  partly: done,
  not_doing: {
    did: { label: 'Why not', hint: 'The honest reason. No one needs cheering up with it.' },
    better: null,
    next: { label: 'What happens next', hint: 'What would change this, or when you look at it again.' },
  },
  answer: {
    did: { label: 'Our answer', hint: 'Answer the question first, explain after.' },
    better: { label: 'What is better now', hint: 'What helps someone who has the same question.' },
    next: { label: 'What will still improve', hint: 'For example, where this will be easier to find.' },
  },
}

export const outcomes = {
  title: 'Outcomes',
  lead: 'What you did with what customers said. Each one reaches everybody it answers.',
  none: ['No outcomes yet.', 'Open an item in the inbox and write what you did with it.'] as [string, string],
  drafts: 'Drafts',
  published: 'Published',
  scheduled: (moment: string) => `Goes out ${moment}`,
  draft: 'Draft',
  since: (day: string) => `Published ${day}`,
  answers: (count: number) => (count === 1 ? 'answers 1 customer’s words' : `answers ${count} items`),
  newTitle: 'Write the outcome',
  untitled: 'No title yet',
  kind: 'What is the answer?',
  goal: 'Goal',
  titleLabel: 'Title',
  titleExample: 'The phone is answered until nine in the evening',
  titleExampleNot: 'We are not going to open on Sundays',
  parts,
  public: 'Everyone may read this',
  publicHint: 'In the widget, and on the page with what you did. The words of customers are never shown there.',
  language: 'Written in',
  alsoIn: (language: string) => `Also in ${language}`,
  alsoInHint: 'Left empty, these customers read the original.',
  answered: 'What it answers',
  andMore: (count: number) => `and ${count} more`,
  dropItem: 'Leave this out',
  state: { saving: 'Saving…', saved: 'Draft saved', local: 'Kept on this device', failed: 'Not saved yet' },
  needs: 'Give it a title and fill in the first part, then it is saved as a draft.',
  preview: 'As customers read it',
  previews: { widget: 'Widget', email: 'E-mail', page: 'Public page' },
  previewLanguage: 'Language of the preview',
  emailLater: 'The e-mail can be shown once the draft is saved.',
  emailTitle: 'The e-mail',
  notPublic: 'Not on the public page: only those it answers can read it.',
  yourWords: 'You said',
  helpedQuestion: 'Did this help you?',
  helpedAnswers: { yes: 'Yes', partly: 'Partly', no: 'No' },
  pageAnswered: (count: number) => (count === 1 ? 'From 1 customer’s words' : `From the words of ${count} customers`),
  who: 'Who will be told',
  told: (count: number) => (count === 1 ? '1 person gets an e-mail' : `${count} people get an e-mail`),
  toldNone: 'Nobody gets an e-mail',
  notTold: (count: number) =>
    count === 1
      ? '1 person reads it in the widget or through the private link only'
      : `${count} people read it in the widget or through the private link only`,
  reasons: {
    'no-address': 'left no address',
    unconfirmed: 'has not confirmed the address',
    unsubscribed: 'wants no e-mail',
  },
  someone: 'A customer without a name',
  publish: 'Publish',
  publishTitle: 'Publish this outcome?',
  publishText: 'After this it cannot be changed. Everyone below is told at once.',
  publishSubmit: (count: number) => (count === 0 ? 'Publish' : count === 1 ? 'Publish and tell 1 person' : `Publish and tell ${count} people`),
  publishedNote: 'Published.',
  remove: 'Throw away',
  removeTitle: 'Throw away this draft?',
  removeText: 'The text is gone after this. The items stay in the inbox.',
  removed: 'Draft thrown away.',
  deliveries: 'How it arrives',
  deliveriesNone: 'No e-mails: nobody with a confirmed address was waiting.',
  states: {
    queued: 'Waiting',
    sending: 'On its way',
    sent: 'Sent',
    failed: 'Failed',
    bounced: 'Bounced',
    unknown: 'Not sure',
  },
  unknownHint: 'The connection broke when the mail may already have arrived. Send it again only if you are sure that it did not.',
  resend: 'Send again',
  resendTitle: 'Send this e-mail again?',
  resendText: (receiver: string) => `${receiver} may get it twice.`,
  receiver: 'To',
  deliveryState: 'State',
}
