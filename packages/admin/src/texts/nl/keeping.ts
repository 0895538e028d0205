import type { Texts } from '../later-en.ts'

export const moving: Texts['moving'] = {
  title: 'Noem de klant een nieuwe datum',
  lead: (day) =>
    `Beloofd: uiterlijk ${day}. De klant hoort de nieuwe datum en de reden nu meteen: in de widget, op de eigen pagina, en per mail als dat mag.`,
  leadLate: (day) => `De beloofde datum, ${day}, is voorbij. De klant leest dat we de belofte niet nakwamen, met de nieuwe datum en de reden.`,
  late: 'Ja, vertel de klant dat we te laat zijn',
  lateFirst: 'Zeg eerst dat de klant mag lezen dat we te laat zijn.',
  date: 'Nieuwe datum',
  dateHint: 'Een werkdag in jullie kalender',
  reason: 'Reden, zoals de klant hem leest',
  reasonHint: 'Wat er in de weg zit, in een zin of twee.',
  tell: 'Vertel het de klant',
  told: 'De klant heeft de nieuwe datum.',
}

export const kept: Texts['kept'] = {
  title: 'Beloften',
  text: (kept, missed) => `${kept} nagekomen, ${missed} niet`,
  none: 'Er is nog geen belofte verlopen.',
}

export const calendar: Texts['calendar'] = {
  lead: 'Elke belofte telt in deze werkdagen. Beloften die al gedaan zijn, houden hun datum.',
  timeZone: 'Tijdzone',
  timeZoneHint: 'Zoals IANA hem noemt, bijvoorbeeld Europe/Amsterdam. Een werkdag eindigt daar om 17.00 uur.',
  workdays: 'Dagen waarop jullie werken',
  holidays: 'Feestdagen',
  holidaysHint: 'Op deze dagen belooft niemand een antwoord. Zijn jullie open, of juist op een andere dag dicht? Pas dat hieronder aan.',
  country: 'Land',
  countries: { '': 'Geen', NL: 'Nederland', BE: 'België', DE: 'Duitsland' },
  region: 'Deelstaat',
  wholeCountry: 'Alleen wat in het hele land vrij is',
  ownDays: 'Eigen vrije dagen',
  ownDaysHint: 'Een uitje, de week tussen kerst en oud en nieuw, Goede Vrijdag.',
  noOwnDays: 'Nog geen.',
  date: 'Dag',
  name: 'Naam',
  addDay: 'Dag toevoegen',
  removeDay: (name) => `${name} weghalen`,
  dayTwice: 'Deze dag staat er al bij.',
  year: 'Jaar',
  free: (year) => `Vrij in ${year}`,
  noneFree: 'Alleen de dagen van de week waarop jullie niet werken.',
  from: { holiday: 'feestdag', own: 'eigen dag' },
  weekend: 'dan zijn jullie toch al dicht',
  isNew: 'nieuw',
  gone: 'niet meer vrij',
  changes: 'Wat dit verandert',
  noChanges: 'Er is nog niets veranderd.',
  workingDays: (before, after, year) =>
    before === after ? `${year} houdt ${before} werkdagen.` : `${year} gaat van ${before} naar ${after} werkdagen.`,
  example: (days, before, after) =>
    before === after
      ? `Wie vandaag schrijft, bij een doel dat binnen ${days} werkdagen antwoordt, hoort nog steeds uiterlijk ${after}.`
      : `Wie vandaag schrijft, bij een doel dat binnen ${days} werkdagen antwoordt, hoort uiterlijk ${after} in plaats van ${before}.`,
  given: (count) =>
    count === 0
      ? 'Er staat nu geen belofte open.'
      : count === 1
        ? 'De ene open belofte houdt haar datum.'
        : `De ${count} open beloften houden hun datum.`,
  save: 'Kalender bewaren',
  discard: 'Zet terug',
  saved: 'De kalender is bewaard.',
  undo: 'Ongedaan maken',
  undone: 'De kalender is weer zoals ervoor.',
  changed: (by, at) => `Laatst veranderd${by ? ` door ${by}` : ''}, ${at}.`,
  undoLast: 'Maak dit ongedaan',
  mayNot: 'Een eigenaar of beheerder verandert de kalender.',
}

export const notifications: Texts['notifications'] = {
  lead: 'Wat je aandacht vraagt: beloften, wie je noemt, en wat er met jouw doelen gebeurt.',
  none: 'Nog niets.',
  noneText: 'Is een belofte bijna om, noemt een collega je, of schrijft een klant van jouw doel terug? Dan staat het hier.',
  noneUnread: 'Je hebt alles gelezen.',
  unreadOnly: 'Ongelezen',
  everything: 'Alles',
  which: 'Welke meldingen',
  readAll: 'Markeer alles als gelezen',
  read: 'Gelezen',
  readOf: (what) => `Markeer als gelezen: ${what}`,
  unread: 'ongelezen',
  more: 'Toon eerdere',
  erased: 'De klant heeft gewist wat er stond.',
  by: (day) => `beloofd: uiterlijk ${day}`,
  says: {
    'due-soon': (count) => (count === 1 ? 'Een belofte is bijna om' : `${count} beloften zijn bijna om`),
    overdue: (count, step) =>
      `${count === 1 ? 'Een belofte is niet nagekomen' : `${count} beloften zijn niet nagekomen`}${
        step === 'lead' ? ', en jij leidt het team' : step === 'above' ? ', en jouw doel ligt erboven' : ''
      }`,
    'to-route': (count) =>
      count === 1 ? 'Eén stem wacht langer dan een werkdag op een doel' : `${count} stemmen wachten langer dan een werkdag op een doel`,
    mention: (_, __, by) => `${by ?? 'Een collega'} noemt je in een notitie`,
    assigned: (count, _, by) => (count === 1 ? `${by ?? 'Een collega'} gaf je doel een stem` : `${by ?? 'Een collega'} gaf je doel ${count} stemmen`),
    message: (count) => (count === 1 ? 'Een klant schreef terug' : `${count} klanten schreven terug`),
    reopened: (count) => (count === 1 ? 'Een klant zei dat het niet hielp' : `${count} klanten zeiden dat het niet hielp`),
  },
  mail: 'Per mail',
  mails: { single: 'Elk apart', daily: 'Eén keer per dag, samen in één brief', none: 'Niet per mail' },
  hour: 'Uur van de brief',
  hourHint: 'Op werkdagen, op de klok van je organisatie. Alleen wat je nog niet las.',
}
