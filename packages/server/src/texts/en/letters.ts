import type { Texts } from '../texts.ts'
import { words } from './words.ts'

export const letters: Texts['letters'] = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  quoted: (words) => `“${words}”`,
  openThread: 'See what happens with it',
  because: (organisation) => `You get this mail because you asked ${organisation} to keep you posted on what happens with your feedback.`,
  stop: 'Stop these mails',
  preferences: 'Choose what we mail',
  noReply: 'A reply to this mail does not arrive. Write back on your own page.',
  replyHere: 'You can reply to this mail: the team reads it.',
  plan: 'What we are going to do',
  dropped: (names) => `[Left out of the e-mail: ${names}. Only pictures up to 5 MB come along, five at most.]`,

  confirmation: {
    subject: (organisation, kind) =>
      kind ? `${organisation}: may we write to you about ${words.yours[kind]}?` : `${organisation}: may we write to you about your feedback?`,
    asked: (organisation, kind) =>
      `At ${organisation}, somebody gave this address to hear what happens with ${kind ? { compliment: 'a compliment', complaint: 'a complaint', idea: 'an idea', question: 'a question' }[kind] : 'their feedback'}. Was it you? Then press the button. After that we write only when there is something to tell.`,
    received: 'What you told us has arrived.',
    yes: 'Yes, keep me posted',
    ignore: 'Was it not you? Then you need not do anything: nothing more will follow.',
    stop: 'Never ask my address again',
  },
  receipt: {
    subject: (words) => `Received: ${words}`,
    thanks: {
      compliment: 'Thank you. That is good to hear, and we pass it on to those it is about.',
      complaint: 'Thank you for telling us. It has arrived.',
      idea: 'Thank you for your idea. It has arrived.',
      question: 'Thank you for your question. It has arrived.',
    },
    youSaid: 'You wrote:',
  },
  arrived: { subject: (words) => `It has reached the team: ${words}` },
  message: {
    subject: (words) => `Message about ${words}`,
    wrote: (author, team, organisation) =>
      author ? `${author}${team ? ` of ${team}` : ''} writes to you:` : `${team ?? organisation} writes to you:`,
    asked: (author, team, organisation) =>
      author ? `${author}${team ? ` of ${team}` : ''} asks you something:` : `${team ?? organisation} asks you something:`,
    waits: 'As soon as you answer, we go on.',
    answer: 'Answer',
    youSaid: 'You wrote:',
    open: 'Read it all and write back',
  },
  merged: {
    subject: (words) => `Others said the same: ${words}`,
    together: 'What you told us is the same as what somebody else told us. We take it up together, and you hear of it just the same.',
  },
  moved: {
    subject: (words) => `It takes longer: ${words}`,
    early: (team, from) => `We promised you an answer by ${from}. ${team} will not manage that, and would rather tell you now than later.`,
    late: (team, from) => `We promised you an answer by ${from}. ${team} did not manage that. We are sorry.`,
    sooner: (team, from) => `We promised you an answer by ${from}. ${team} can let you know sooner.`,
    to: (day) => `You hear from us by ${day}.`,
    reason: 'Why:',
    youSaid: 'You wrote:',
  },
  outcome: {
    subject: {
      done: (words) => `What we did with ${words}`,
      partly: (words) => `What we did with ${words}`,
      not_doing: (words) => `Our decision on ${words}`,
      answer: (words) => `Answer to ${words}`,
    },
    correction: (subject) => `Correction: ${subject}`,
    test: (subject) => `Test: ${subject}`,
    youSaid: (day) => `On ${day} you wrote to us:`,
    youSaidAll: 'You wrote to us:',
    intro: {
      done: (team) => `${team} has worked on it. This is what came of it.`,
      partly: (team) => `${team} has worked on it. Part of it is done, part of it is not.`,
      not_doing: (team) => `${team} has looked at it and decided not to do this. We explain why.`,
      answer: (team) => `${team} has an answer for you.`,
    },
    goal: (team, goal) => `This belongs to the goal of ${team}: ${goal}.`,
    react: 'Let us know',
    reactTo: (words) => `About ${words}`,
    open: 'See the whole story',
    example: 'Here stands what the customer wrote.',
  },
  stillBetter: {
    subject: (words) => `Is it still better? ${words}`,
    told: (team, day) => `On ${day} ${team} wrote to you what was done with your feedback. You let us know that it helped.`,
    question: 'Is it still better?',
    ask: 'We would like to know whether it stayed that way. We ask you this once.',
    react: 'Let us know',
    outcome: 'What we did',
  },
  link: {
    subject: (organisation) => `Your feedback to ${organisation}, on another device`,
    asked: (organisation) =>
      `You asked to see what you told ${organisation} on another device too. This button shows all of it together, and what happens with it.`,
    open: 'See my feedback',
    keep: 'The link is yours alone: whoever has it can read and write along.',
    ignore: 'Did you not ask for this? Then you need not do anything: whoever filled in your address saw nothing.',
  },
  joined: {
    subject: (organisation, news) => `${organisation}: news about your feedback, ${news} times`,
    intro: 'Today there is more to tell than usual. So that you do not get a mail for each, it stands here together.',
  },
  invitation: {
    subject: (organisation) => `${organisation} invites you to Klankbord`,
    invited: (inviter, organisation) =>
      `${inviter ?? organisation} invites you to listen to customers at ${organisation}, and to let them know what happens with their feedback.`,
    accept: 'Accept the invitation',
    until: (day) => `You choose your own password. The link works once, up to and including ${day}.`,
    ignore: 'Did you not expect this? Then you need not do anything: without you nothing happens.',
  },
  trial: {
    subject: 'This is how e-mail from Klankbord arrives',
    arrived: (from) =>
      `This is the test message that you asked for. If you read it in your inbox, customers and colleagues get their e-mail too. Sender: ${from}.`,
    footer: 'You got this because you pressed “Send a test message” in Klankbord.',
  },
  ruleMail: {
    subject: (kind, said) => `${words.kind[kind]}: ${said}`,
    came: (site) => `This just came in through ${site}:`,
    goal: (team, goal) => `${team} takes it up, under the goal ‘${goal}’.`,
    noGoal: 'No goal has been chosen for it yet.',
    high: 'This comes first.',
    open: 'See the feedback',
    because: 'You get this mail because a rule that routes feedback like this names you. An admin can take you off it, in Settings → Routing.',
  },
}
