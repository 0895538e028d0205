/**
 * Every text of the widget, in the parts in which it is loaded. A word in braces is filled in; a text that depends on a number is given for
 * each of the language's plural categories. A site may replace any of them by its key. Dutch says "je" to the customer.
 */

/** What it takes to say something, and everything that comes back. */

export const form = {
  close: 'Sluiten',
  back: 'Terug',
  loading: 'Even geduld…',
  failed: 'Even geen verbinding. Er is niets verloren.',
  again: 'Probeer opnieuw',
  mine: 'Mijn feedback',
  news: { other: '{n} nieuw' },

  compliment: 'Compliment',
  complaint: 'Klacht',
  idea: 'Idee',
  question: 'Vraag',

  chooseTitle: 'Wat wil je ons vertellen?',
  chooseIntro: 'Een team leest het, en je hoort wat ermee gebeurt.',
  complimentAsk: 'Wat ging er goed?',
  complaintAsk: 'Wat ging er mis?',
  ideaAsk: 'Wat kan er beter, en hoe?',
  questionAsk: 'Wat wil je weten?',
  charactersLeft: { one: 'Nog {n} teken', other: 'Nog {n} tekens' },
  picture: 'Foto toevoegen',
  capture: 'Deze pagina laten zien',
  notify: 'Laat me weten wat jullie ermee doen',
  email: 'E-mailadres',
  emailUse: 'Alleen om je hierover te schrijven. Eerst vragen we je het adres te bevestigen.',
  name: 'Naam (mag leeg blijven)',
  send: 'Versturen',
  sending: 'Bezig met versturen…',
  discard: 'Weggooien',
  discardAsk: 'Echt weggooien?',
  unkept: 'Je browser bewaart dit niet. Laat deze pagina open tot het verstuurd is.',

  messageMissing: 'Schrijf eerst een paar woorden.',
  emailWrong: 'Dit e-mailadres klopt niet. Kijk je het even na?',
  refused: 'Dit konden we niet aannemen. Je tekst staat er nog: pas hem aan of probeer het later opnieuw.',

  thanks: 'Dank je wel.',
  thanksComplaint: 'Dank je dat je het ons zegt.',
  promiseTeam: '{team} pakt dit op. Het hoort bij hun doel: {title}.',
  promiseDate: 'Je hoort van ons uiterlijk {date}.',
  promiseOpen: 'We kijken welk team dit oppakt. Je ziet het bij je feedback.',
  mailConfirm: 'Klik op de link in de mail aan {email}, dan hoor je het ook per mail.',
  mailConfirmed: 'Je hoort het ook per mail, op {email}.',
  keepLink: 'Met deze link zie je altijd wat er met je feedback gebeurt.',
  openLink: 'Open je pagina',
  another: 'Nog iets vertellen',

  kept: 'Bewaard op dit apparaat',
  keptOffline: 'Je bent offline. We versturen je feedback zodra je weer verbinding hebt.',
  keptBusy: 'Versturen lukt nu even niet. We proberen het vanzelf opnieuw.',
  notSent: 'Nog niet verstuurd',

  mineEmpty: 'Hier zie je wat je ons vertelde, en wat ermee gebeurt.',
  more: 'Meer laden',
  received: 'Ontvangen',
  routed: 'Bij het team',
  in_progress: 'In behandeling',
  answered: 'Beantwoord',
  reopened: 'Opnieuw geopend',
  merged: 'Samengevoegd',
  spam: 'Ontvangen',
  message: 'Bericht',
  asked: 'We vroegen je iets',
  moved: 'Nieuwe datum: {date}',
  reaction: 'Jouw reactie',

  plan: 'Wat we gaan doen',
  done: 'Wat we deden',
  partly: 'Deels',
  not_doing: 'Waarom we dit niet doen',
  answer: 'Ons antwoord',
  better: 'Wat nu beter is',
  next: 'Wat nog beter kan',
  decided: 'Wie dit besloot',
  change: 'Wat dit zou veranderen',
  measure: '{name}: van {before} naar {after}',

  conversation: 'Berichten',
  you: 'Jij',
  write: 'Schrijf een bericht',
  timeline: 'Wat er gebeurde',

  outcomes: 'Wat we met feedback deden',
  outcomesEmpty: 'Nog niets. Kom later nog eens kijken.',
  yours: 'Jouw gegevens',
}

/** What is asked for later: what is like it, what the site asks, what is the customer's, pictures, whether it helped. */
export const later = {
  similar: 'Hier deden we al iets aan',

  optional: 'mag leeg blijven',
  csat: 'Hoe tevreden ben je? (1 = niet, 5 = heel)',
  nps: 'Raad je ons aan? (0 = zeker niet, 10 = zeker wel)',
  ces: 'Hoe makkelijk ging het? (1 = moeilijk, 7 = makkelijk)',
  answerMissing: 'Er staat nog een vraag open.',
  pictureOf: 'Foto {n}',

  exportAll: 'Alles downloaden',
  eraseAll: 'Alles wissen',
  eraseAsk: 'Alles wat je hier vertelde verdwijnt, ook bij ons. Dat kan niet ongedaan worden gemaakt.',
  eraseYes: 'Ja, wis alles',
  erased: 'Alles is gewist.',
  device: 'Op een ander apparaat bekijken',
  deviceUse: 'We mailen een link naar het adres dat je bij ons bevestigde.',
  deviceSent: 'Kennen we dit adres, dan krijg je zo een mail.',

  pictureRefused: 'Een foto konden we niet aannemen. Je tekst staat er nog: haal de foto weg of kies een andere.',
  remove: 'Foto {n} weghalen',
  type: 'Dit bestand is geen foto die we kunnen lezen. Een JPEG, PNG, WebP of GIF kan wel.',
  size: 'Deze foto is te groot. Kies een kleinere.',
  broken: 'Deze foto is niet te lezen. Kies een andere.',
  captureFailed: 'De pagina vastleggen lukte niet. Een schermafbeelding toevoegen kan wel.',
  tooMany: 'Er passen {n} foto’s bij.',
  lost: 'Niet elke foto kon je browser bewaren. Voeg opnieuw toe wat ontbreekt.',

  helped: 'Heeft dit je geholpen?',
  yes: 'Ja',
  no: 'Nee',
  helpedThanks: 'Dank je. Het team leest het.',
  helpedReopened: 'Dank je. Het team kijkt er opnieuw naar.',
  reasonsAsked: 'Wat klopt er nog niet?',
  not_solved: 'Het is niet opgelost',
  still_part: 'Een deel is nog hetzelfde',
  came_back: 'Het is weer terug',
  other_point: 'Ik bedoelde iets anders',
  unclear: 'Ik begrijp het antwoord niet',
  disagree: 'Ik ben het er niet mee eens',
  helpedWords: 'Wil je er iets bij zeggen?',
}

/** Once the page itself becomes a picture. */
export const capture = {
  editTitle: 'Wat mag niemand zien?',
  editHelp: 'Sleep over wat je wilt verbergen. Het wordt uit de foto gehaald, voorgoed.',
  editKeys: 'Met toetsen: pijltjes verplaatsen het vak, Shift met pijltjes maakt het groter of kleiner, Enter verbergt wat eronder staat.',
  editPicture: 'De foto',
  editBrush: 'Kwast',
  editUndo: 'Ongedaan maken',
  editUse: 'Deze foto gebruiken',
  editCancel: 'Annuleren',
  editHidden: 'Verborgen plekken: {n}',
  editFailed: 'Deze foto lukt niet. Probeer een andere.',
}
