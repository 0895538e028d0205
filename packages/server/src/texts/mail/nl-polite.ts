import { nl } from '../nl.ts'
import type { MailTexts } from './mail-texts.ts'
import { politeDutchPages } from './nl-polite-pages.ts'

const words: MailTexts['words'] = {
  ...nl.words,
  yours: { compliment: 'uw compliment', complaint: 'uw klacht', idea: 'uw idee', question: 'uw vraag' },
  promise: {
    ...nl.words.promise,
    compliment: (team) => `Uw compliment is aangekomen bij ${team}. De mensen voor wie het is, lezen het.`,
    date: (day) => `U hoort van ons uiterlijk ${day}.`,
    open: 'We kijken welk team dit oppakt. Zodra dat duidelijk is, ziet u wie het is en wanneer u iets hoort.',
  },
  outcome: { ...nl.words.outcome, helped: { ...nl.words.outcome.helped, answer: 'Hebt u hier iets aan?' } },
}

const letters: MailTexts['letters'] = {
  ...nl.letters,
  because: (organisation) => `U krijgt deze mail omdat u ${organisation} vroeg om u op de hoogte te houden van wat er met uw feedback gebeurt.`,
  noReply: 'Een antwoord op deze mail komt niet aan. Schrijf terug op uw eigen pagina.',
  replyHere: 'U kunt op deze mail antwoorden: het team leest het.',
  confirmation: {
    subject: (organisation, kind) =>
      kind ? `${organisation}: mogen we u mailen over ${words.yours[kind]}?` : `${organisation}: mogen we u mailen over uw feedback?`,
    asked: (organisation, kind) =>
      `Bij ${organisation} gaf iemand dit adres op, om te horen wat er met ${kind ? { compliment: 'een compliment', complaint: 'een klacht', idea: 'een idee', question: 'een vraag' }[kind] : 'feedback'} gebeurt. Was u dat? Druk dan op de knop. Daarna schrijven we u alleen als er iets te vertellen is.`,
    received: 'Wat u ons vertelde, is goed aangekomen.',
    yes: 'Ja, houd mij op de hoogte',
    ignore: 'Was u dit niet? Dan hoeft u niets te doen: er volgt niets meer.',
    stop: 'Vraag dit nooit meer aan mijn adres',
  },
  receipt: {
    ...nl.letters.receipt,
    thanks: {
      compliment: 'Dank u wel. Leuk om te horen, we geven het door aan wie het aangaat.',
      complaint: 'Dank u dat u het ons zegt. Dit is goed aangekomen.',
      idea: 'Dank u wel voor uw idee. Het is goed aangekomen.',
      question: 'Dank u voor uw vraag. Die is goed aangekomen.',
    },
    youSaid: 'U schreef:',
  },
  message: {
    ...nl.letters.message,
    wrote: (author, team, organisation) => (author ? `${author}${team ? ` van ${team}` : ''} schrijft u:` : `${team ?? organisation} schrijft u:`),
    asked: (author, team, organisation) =>
      author ? `${author}${team ? ` van ${team}` : ''} vraagt u iets:` : `${team ?? organisation} vraagt u iets:`,
    waits: 'Zodra u antwoordt, gaan we verder.',
    youSaid: 'U schreef:',
  },
  merged: {
    ...nl.letters.merged,
    together: 'Wat u ons vertelde, is hetzelfde als wat iemand anders ons vertelde. We pakken het samen op, en u hoort er net zo goed van.',
  },
  moved: {
    ...nl.letters.moved,
    early: (team, from) => `We beloofden u uiterlijk ${from} een antwoord. Dat gaat ${team} niet lukken, en dat hoort u liever nu dan straks.`,
    late: (team, from) => `We beloofden u uiterlijk ${from} een antwoord. Dat is ${team} niet gelukt. Dat spijt ons.`,
    sooner: (team, from) => `We beloofden u uiterlijk ${from} een antwoord. ${team} kan het eerder laten weten.`,
    to: (day) => `U hoort uiterlijk ${day} van ons.`,
    youSaid: 'U schreef:',
  },
  outcome: {
    ...nl.letters.outcome,
    youSaid: (day) => `Op ${day} schreef u ons:`,
    youSaidAll: 'U schreef ons:',
    intro: { ...nl.letters.outcome.intro, answer: (team) => `${team} heeft een antwoord voor u.` },
  },
  stillBetter: {
    ...nl.letters.stillBetter,
    told: (team, day) => `Op ${day} schreef ${team} u wat er met uw feedback is gedaan. U liet weten dat het u hielp.`,
    ask: 'We zijn benieuwd of het zo gebleven is. Dit vragen we u één keer.',
  },
  link: {
    subject: (organisation) => `Uw feedback bij ${organisation}, op een ander apparaat`,
    asked: (organisation) =>
      `U vroeg om alles wat u ${organisation} vertelde ook op een ander apparaat te zien. Met deze knop ziet u het bij elkaar, en wat ermee gebeurt.`,
    open: 'Bekijk mijn feedback',
    keep: 'De link is van u alleen: wie hem heeft, kan meelezen en meeschrijven.',
    ignore: 'Vroeg u hier niet om? Dan hoeft u niets te doen: wie uw adres invulde, kreeg niets te zien.',
  },
  joined: {
    subject: (organisation, news) => `${organisation}: ${news} keer nieuws over uw feedback`,
    intro: 'Vandaag is er meer te vertellen dan anders. Om u niet voor alles apart te mailen, staat het hier bij elkaar.',
  },
}

/** The Dutch of who says u. */
export const politeDutch: MailTexts = {
  ...{ words, letters, pages: politeDutchPages },
  publicPage: { ...nl.publicPage, none: 'Er staat hier nog niets. Zodra er een resultaat is, leest u het hier.' },
}
