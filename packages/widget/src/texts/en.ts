import type { Texts } from './languages.ts'

export const form: Texts['form'] = {
  close: 'Close',
  back: 'Back',
  loading: 'One moment…',
  failed: 'No connection right now. Nothing was lost.',
  again: 'Try again',
  mine: 'My feedback',
  news: { other: '{n} new' },

  compliment: 'Compliment',
  complaint: 'Complaint',
  idea: 'Idea',
  question: 'Question',

  chooseTitle: 'What would you like to tell us?',
  chooseIntro: 'A team reads it, and you hear what happens with it.',
  complimentAsk: 'What went well?',
  complaintAsk: 'What went wrong?',
  ideaAsk: 'What could be better, and how?',
  questionAsk: 'What would you like to know?',
  charactersLeft: { one: '{n} character left', other: '{n} characters left' },
  picture: 'Add a picture',
  capture: 'Show this page',
  notify: 'Let me know what you do with it',
  email: 'E-mail address',
  emailUse: 'Only to write to you about this. First we ask you to confirm the address.',
  name: 'Name (optional)',
  send: 'Send',
  sending: 'Sending…',
  discard: 'Discard',
  discardAsk: 'Really discard?',
  unkept: 'Your browser does not keep this. Leave this page open until it is sent.',

  messageMissing: 'First write a few words.',
  emailWrong: 'This e-mail address is not right. Could you check it?',
  refused: 'We could not take this. Your text is still here: change it, or try again later.',

  thanks: 'Thank you.',
  thanksComplaint: 'Thank you for telling us.',
  promiseTeam: '{team} takes this up. It belongs to their goal: {title}.',
  promiseDate: 'You hear from us by {date}.',
  promiseOpen: 'We are finding the team for this. You will see it with your feedback.',
  mailConfirm: 'Click the link in the mail to {email}, and you hear it by e-mail too.',
  mailConfirmed: 'You hear it by e-mail too, at {email}.',
  keepLink: 'With this link you always see what happens with your feedback.',
  openLink: 'Open your page',
  another: 'Tell us something else',

  kept: 'Kept on this device',
  keptOffline: 'You are offline. We send your feedback as soon as you are connected again.',
  keptBusy: 'Sending does not work right now. We try again by ourselves.',
  notSent: 'Not sent yet',

  mineEmpty: 'Here you see what you told us, and what happens with it.',
  more: 'Load more',
  received: 'Received',
  routed: 'With the team',
  in_progress: 'In progress',
  answered: 'Answered',
  reopened: 'Reopened',
  merged: 'Merged',
  spam: 'Received',
  message: 'Message',
  reaction: 'Your reaction',

  plan: 'What we are going to do',
  done: 'What we did',
  partly: 'Partly',
  not_doing: 'Why we are not doing this',
  answer: 'Our answer',
  better: 'What is better now',
  next: 'What will still improve',
  measure: '{name}: from {before} to {after}',
  helped: 'Did this help you?',
  yes: 'Yes',
  no: 'No',
  helpedWords: 'Would you like to add something?',
  helpedThanks: 'Thank you. The team reads it.',
  helpedReopened: 'Thank you. The team looks at it again.',

  conversation: 'Messages',
  you: 'You',
  write: 'Write a message',
  timeline: 'What happened',

  outcomes: 'What we did with feedback',
  outcomesEmpty: 'Nothing yet. Come back later.',
  yours: 'Your data',
}

/** While the customer writes. */
export const similar: Texts['similar'] = {
  similar: 'We did something about this',
}

/** What the site itself asks. */
export const questions: Texts['questions'] = {
  optional: 'optional',
  csat: 'How satisfied are you? (1 = not at all, 5 = very)',
  nps: 'Would you recommend us? (0 = certainly not, 10 = certainly)',
  ces: 'How easy was it? (1 = hard, 7 = easy)',
  answerMissing: 'There is still a question to answer.',
  pictureOf: 'Picture {n}',
}

/** What a customer can do with what is theirs. */
export const yours: Texts['yours'] = {
  exportAll: 'Download everything',
  eraseAll: 'Erase everything',
  eraseAsk: 'Everything you told us here disappears, on our side too. This cannot be undone.',
  eraseYes: 'Yes, erase everything',
  erased: 'Everything is erased.',
  device: 'See it on another device',
  deviceUse: 'We mail a link to the address that you confirmed with us.',
  deviceSent: 'If we know this address, you get a mail in a moment.',
}

export const pictures: Texts['pictures'] = {
  pictureRefused: 'We could not take one of the pictures. Your text is still here: remove the picture or choose another.',
  remove: 'Remove picture {n}',
  type: 'We cannot read this file as a picture. A JPEG, PNG, WebP or GIF works.',
  size: 'This picture is too large. Choose a smaller one.',
  broken: 'This picture cannot be read. Choose another.',
  captureFailed: 'The page could not be captured. You can add a screenshot of your own.',
  tooMany: { one: '{n} picture fits.', other: '{n} pictures fit.' },
  lost: {
    one: 'Your browser could not keep one picture. Please add it again.',
    other: 'Your browser could not keep {n} pictures. Please add them again.',
  },
}

export const capture: Texts['capture'] = {
  editTitle: 'Anything nobody should see?',
  editHelp: 'Drag over what you want to hide. It is taken out of the picture for good.',
  editKeys: 'With keys: arrows move the box, Shift with arrows makes it larger or smaller, Enter hides what is under it.',
  editPicture: 'The picture',
  editBrush: 'Brush',
  editUndo: 'Undo',
  editUse: 'Use this picture',
  editCancel: 'Cancel',
  editHidden: 'Hidden places: {n}',
  editFailed: 'This picture does not work. Try another one.',
}
