import { nl } from '../nl.ts'
import type { MailTexts } from './mail-texts.ts'

type Pages = MailTexts['pages']

const KEEP = 'Deze pagina is van u. Bewaar de link: wie hem heeft, kan meelezen en meeschrijven.'

const status: Pages['status'] = {
  ...nl.pages.status,
  title: {
    compliment: 'Wat er met uw compliment gebeurt',
    complaint: 'Wat er met uw klacht gebeurt',
    idea: 'Wat er met uw idee gebeurt',
    question: 'Wat er met uw vraag gebeurt',
  },
  youSaid: (day) => `U schreef op ${day}`,
  picture: (at, of) => (of === 1 ? 'De afbeelding die u meestuurde' : `Afbeelding ${at} van de ${of} die u meestuurde`),
  late: (day) =>
    `We beloofden u uiterlijk ${day} een antwoord. Dat is ons niet gelukt. Het staat bij het team als te laat, zodat het niet blijft liggen.`,
  asked: 'We hebben u iets gevraagd. Zodra u antwoordt, gaan we verder.',
  reopened: 'U liet weten dat het niet is opgelost. Het team kijkt er opnieuw naar.',
  merged: 'Anderen schreven hetzelfde. U krijgt samen één antwoord, en het verschijnt ook hier.',
  you: 'U',
  noMessages: 'Nog geen berichten. Wilt u iets toevoegen of vragen? Het team leest het.',
  messageMissing: 'Schrijf eerst iets, dan versturen we het.',
  messageLong: (most) => `Dit is te lang. Houd het op ${most} tekens; uw tekst staat er nog.`,
  messageSent: 'Uw bericht staat bij het team.',
  choiceMissing: 'Kies eerst ja, deels of nee. Wat u schreef, staat er nog.',
  reactionWords: 'Wilt u er iets bij zeggen?',
  yourAnswer: (choice) => `Uw antwoord: ${choice.toLowerCase()}. Het telt pas als u op de knop drukt.`,
  reacted: { yes: 'U zei: ja.', partly: 'U zei: deels.', no: 'U zei: nee. Het team kijkt er opnieuw naar.' },
  reactionSent: 'Dank u, het team leest wat u ervan vindt.',
  changeReaction: 'Verander uw antwoord',
  events: {
    ...nl.pages.status.events,
    received: () => 'Uw feedback is ontvangen',
    asked: (team) => (team ? `${team} vroeg u iets` : 'We vroegen u iets'),
    reaction: () => 'U liet weten wat u ervan vond',
  },
  keep: KEEP,
}

const confirm: Pages['confirm'] = {
  title: 'Mogen we u op de hoogte houden?',
  ask: (organisation, email) => `Dan mailt ${organisation} naar ${email} wat er met uw feedback gebeurt. U kunt dat in elke mail weer stoppen.`,
  yes: 'Ja, houd mij op de hoogte',
  doneTitle: 'Geregeld',
  done: (organisation, email) => `Vanaf nu schrijft ${organisation} u op ${email} zodra er iets te vertellen is.`,
  next: (day) => `U hoort van ons uiterlijk ${day}.`,
  open: 'Bekijk wat er met uw feedback gebeurt',
}

const unsubscribe: Pages['unsubscribe'] = {
  ...nl.pages.unsubscribe,
  ask: (organisation) => `Dan stuurt ${organisation} u geen mail meer over uw feedback. Op uw eigen pagina blijft u alles kunnen lezen.`,
  doneTitle: 'U krijgt geen mail meer',
  done: (organisation) => `${organisation} mailt u niet meer over uw feedback. Op uw eigen pagina blijft u alles kunnen lezen.`,
  resumedTitle: 'U krijgt weer mail',
  resumed: (organisation) => `${organisation} schrijft u weer zodra er iets te vertellen is.`,
  unconfirmed: (organisation) =>
    `${organisation} mag u weer vragen of u op de hoogte gehouden wilt worden. De knop in de mail die u kreeg, werkt ook weer.`,
}

export const politeDutchPages: Pages = {
  ...nl.pages,
  status,
  all: {
    ...nl.pages.all,
    title: 'Alles wat u ons vertelde',
    lead: (organisation) => `Dit schreef u aan ${organisation}. Open er een om te zien wat ermee gebeurt, of om iets toe te voegen.`,
    keep: KEEP,
  },
  confirm,
  unsubscribe,
  preferences: {
    ...nl.pages.preferences,
    title: 'Wat we u mailen',
    lead: (organisation, email) => `Hier kiest u wat ${organisation} naar ${email} mailt. Op uw eigen pagina blijft u alles kunnen lezen.`,
    about: 'Mogen we u mailen?',
    whileOff: 'Dit telt pas weer als u mail van ons wilt.',
  },
}
