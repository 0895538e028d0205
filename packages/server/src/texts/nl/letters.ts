import { words } from './words.ts'

type Kind = keyof typeof words.kind

/** The e-mails. */
export const letters = {
  greeting: (name: string | null) => (name ? `Dag ${name},` : 'Dag,'),
  quoted: (words: string) => `‘${words}’`,
  openThread: 'Bekijk wat er gebeurt',
  because: (organisation: string) =>
    `Je krijgt deze mail omdat je ${organisation} vroeg om je op de hoogte te houden van wat er met je feedback gebeurt.`,
  stop: 'Geen mail meer ontvangen',
  preferences: 'Kies wat we mailen',
  noReply: 'Een antwoord op deze mail komt niet aan. Schrijf terug op je eigen pagina.',
  replyHere: 'Je kunt op deze mail antwoorden: het team leest het.',
  plan: 'Wat we gaan doen',
  dropped: (names: string) => `[Niet meegekomen uit de e-mail: ${names}. Alleen afbeeldingen tot 5 MB komen mee, hoogstens vijf.]`,

  confirmation: {
    subject: (organisation: string, kind: Kind | null) =>
      kind ? `${organisation}: mogen we je mailen over ${words.yours[kind]}?` : `${organisation}: mogen we je mailen over je feedback?`,
    asked: (organisation: string, kind: Kind | null) =>
      `Bij ${organisation} gaf iemand dit adres op, om te horen wat er met ${kind ? { compliment: 'een compliment', complaint: 'een klacht', idea: 'een idee', question: 'een vraag' }[kind] : 'feedback'} gebeurt. Was jij dat? Druk dan op de knop. Daarna schrijven we je alleen als er iets te vertellen is.`,
    received: 'Wat je ons vertelde, is goed aangekomen.',
    yes: 'Ja, houd me op de hoogte',
    ignore: 'Was jij dit niet? Dan hoef je niets te doen: er volgt niets meer.',
    stop: 'Vraag dit nooit meer aan mijn adres',
  },
  receipt: {
    subject: (words: string) => `Ontvangen: ${words}`,
    thanks: {
      compliment: 'Dank je wel. Leuk om te horen, we geven het door aan wie het aangaat.',
      complaint: 'Dank je dat je het ons zegt. Dit is goed aangekomen.',
      idea: 'Dank je wel voor je idee. Het is goed aangekomen.',
      question: 'Dank je voor je vraag. Die is goed aangekomen.',
    },
    youSaid: 'Je schreef:',
  },
  arrived: { subject: (words: string) => `Aangekomen bij het team: ${words}` },
  message: {
    subject: (words: string) => `Bericht over ${words}`,
    wrote: (author: string | null, team: string | null, organisation: string) =>
      author ? `${author}${team ? ` van ${team}` : ''} schrijft je:` : `${team ?? organisation} schrijft je:`,
    asked: (author: string | null, team: string | null, organisation: string) =>
      author ? `${author}${team ? ` van ${team}` : ''} vraagt je iets:` : `${team ?? organisation} vraagt je iets:`,
    waits: 'Zodra je antwoordt, gaan we verder.',
    answer: 'Geef antwoord',
    youSaid: 'Jij schreef:',
    open: 'Lees alles en schrijf terug',
  },
  merged: {
    subject: (words: string) => `Anderen zeiden hetzelfde: ${words}`,
    together: 'Wat je ons vertelde, is hetzelfde als wat iemand anders ons vertelde. We pakken het samen op, en jij hoort er net zo goed van.',
  },
  moved: {
    subject: (words: string) => `Het duurt langer: ${words}`,
    early: (team: string, from: string) =>
      `We beloofden je uiterlijk ${from} een antwoord. Dat gaat ${team} niet lukken, en dat hoor je liever nu dan straks.`,
    late: (team: string, from: string) => `We beloofden je uiterlijk ${from} een antwoord. Dat is ${team} niet gelukt. Dat spijt ons.`,
    sooner: (team: string, from: string) => `We beloofden je uiterlijk ${from} een antwoord. ${team} kan het eerder laten weten.`,
    to: (day: string) => `Je hoort uiterlijk ${day} van ons.`,
    reason: 'Waarom:',
    youSaid: 'Jij schreef:',
  },
  outcome: {
    subject: {
      done: (words: string) => `Wat we deden met ${words}`,
      partly: (words: string) => `Wat we deden met ${words}`,
      not_doing: (words: string) => `Ons besluit over ${words}`,
      answer: (words: string) => `Antwoord op ${words}`,
    },
    correction: (subject: string) => `Correctie: ${subject}`,
    test: (subject: string) => `Proefbericht: ${subject}`,
    youSaid: (day: string) => `Op ${day} schreef je ons:`,
    youSaidAll: 'Je schreef ons:',
    intro: {
      done: (team: string) => `${team} is ermee aan de slag gegaan. Dit kwam eruit.`,
      partly: (team: string) => `${team} is ermee aan de slag gegaan. Een deel is gelukt, een deel nog niet.`,
      not_doing: (team: string) => `${team} heeft ernaar gekeken en besloten dit niet te doen. We leggen uit waarom.`,
      answer: (team: string) => `${team} heeft een antwoord voor je.`,
    },
    goal: (team: string, goal: string) => `Dit hoort bij het doel van ${team}: ${goal}.`,
    react: 'Laat het ons weten',
    reactTo: (words: string) => `Over ${words}`,
    open: 'Bekijk het hele verhaal',
    example: 'Hier staat wat de klant schreef.',
  },
  stillBetter: {
    subject: (words: string) => `Is het nog steeds beter? ${words}`,
    told: (team: string, day: string) => `Op ${day} schreef ${team} je wat er met je feedback is gedaan. Je liet weten dat het je hielp.`,
    question: 'Is het nog steeds beter?',
    ask: 'We zijn benieuwd of het zo gebleven is. Dit vragen we je één keer.',
    react: 'Laat het ons weten',
    outcome: 'Wat we deden',
  },
  link: {
    subject: (organisation: string) => `Je feedback bij ${organisation}, op een ander apparaat`,
    asked: (organisation: string) =>
      `Je vroeg om alles wat je ${organisation} vertelde ook op een ander apparaat te zien. Met deze knop zie je het bij elkaar, en wat ermee gebeurt.`,
    open: 'Bekijk mijn feedback',
    keep: 'De link is van jou alleen: wie hem heeft, kan meelezen en meeschrijven.',
    ignore: 'Vroeg je hier niet om? Dan hoef je niets te doen: wie je adres invulde, kreeg niets te zien.',
  },
  joined: {
    subject: (organisation: string, news: number) => `${organisation}: ${news} keer nieuws over je feedback`,
    intro: 'Vandaag is er meer te vertellen dan anders. Om je niet voor alles apart te mailen, staat het hier bij elkaar.',
  },
  invitation: {
    subject: (organisation: string) => `${organisation} nodigt je uit voor Klankbord`,
    invited: (inviter: string | null, organisation: string) =>
      `${inviter ?? organisation} nodigt je uit om bij ${organisation} mee te luisteren naar klanten, en ze te laten weten wat er met hun feedback gebeurt.`,
    accept: 'Neem de uitnodiging aan',
    until: (day: string) => `Je kiest zelf een wachtwoord. De link werkt één keer, tot en met ${day}.`,
    ignore: 'Verwachtte je dit niet? Dan hoef je niets te doen: zonder jou gebeurt er niets.',
  },
  trial: {
    subject: 'Zo komt e-mail van Klankbord aan',
    arrived: (from: string) =>
      `Dit is het testbericht waar je om vroeg. Lees je dit in je inbox, dan krijgen klanten en collega’s hun e-mail ook. Afzender: ${from}.`,
    footer: 'Je kreeg dit omdat je in Klankbord op “Testbericht sturen” drukte.',
  },
  ruleMail: {
    subject: (kind: Kind, said: string) => `${words.kind[kind]}: ${said}`,
    came: (site: string) => `Dit kwam net binnen via ${site}:`,
    goal: (team: string, goal: string) => `${team} pakt het op, bij het doel ‘${goal}’.`,
    noGoal: 'Er is nog geen doel voor gekozen.',
    high: 'Dit gaat voor.',
    open: 'Bekijk de feedback',
    because:
      'Je krijgt deze mail omdat je bij een regel staat die feedback als deze verdeelt. Een beheerder kan je daar weghalen, bij Instellingen → Routering.',
  },
}
