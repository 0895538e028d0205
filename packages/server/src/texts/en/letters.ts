import type { Texts } from '../texts.ts'
import { words } from './words.ts'

export const letters: Texts['letters'] = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  quoted: (words) => `“${words}”`,
  openThread: 'See what happens with it',
  because: (organisation) => `You get this mail because you asked ${organisation} to keep you posted on what happens with your feedback.`,
  stop: 'Stop these mails',
  noReply: 'A reply to this mail does not arrive. Write back on your own page.',

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
  message: {
    subject: (words) => `Message about ${words}`,
    wrote: (author, team, organisation) =>
      author ? `${author}${team ? ` of ${team}` : ''} writes to you:` : `${team ?? organisation} writes to you:`,
    youSaid: 'You wrote:',
    open: 'Read it all and write back',
  },
  outcome: {
    subject: {
      done: (words) => `What we did with ${words}`,
      partly: (words) => `What we did with ${words}`,
      not_doing: (words) => `Our decision on ${words}`,
      answer: (words) => `Answer to ${words}`,
    },
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
  link: {
    subject: (organisation) => `Your feedback to ${organisation}, on another device`,
    asked: (organisation) =>
      `You asked to see what you told ${organisation} on another device too. This button shows all of it together, and what happens with it.`,
    open: 'See my feedback',
    keep: 'The link is yours alone: whoever has it can read and write along.',
    ignore: 'Did you not ask for this? Then you need not do anything: whoever filled in your address saw nothing.',
  },
  invitation: {
    subject: (organisation) => `${organisation} invites you to Klankbord`,
    invited: (inviter, organisation) =>
      `${inviter ?? organisation} invites you to listen to customers at ${organisation}, and to let them know what happens with their feedback.`,
    accept: 'Accept the invitation',
    until: (day) => `You choose your own password. The link works once, up to and including ${day}.`,
    ignore: 'Did you not expect this? Then you need not do anything: without you nothing happens.',
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
