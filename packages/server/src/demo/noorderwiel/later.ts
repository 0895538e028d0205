import type { DemoInitiative } from './initiatives.ts'

/** The How of goals that customers have not spoken of yet. */
export const under: (Omit<DemoInitiative, 'begun'> & { daysAgo: number; planned?: true })[] = [
  {
    key: 'talk-early',
    goal: 'hr',
    by: 'marjan',
    daysAgo: 96,
    title: 'Na drie dagen ziek belt de leidinggevende, niet de bedrijfsarts',
    plan: 'Eén gesprek, met één vraag: wat heb je nodig?',
    notes: 'Afgestemd met de OR. Geen lijstjes, geen druk.',
  },
  {
    key: 'open-vacancies',
    goal: 'hr-vacancies',
    by: 'marjan',
    daysAgo: 44,
    title: 'Meelopen in plaats van solliciteren',
    plan: 'Wie wil komen werken loopt een dag mee. Daarna weten we het allebei.',
  },
  {
    key: 'first-half-hour',
    goal: 'cleaning',
    by: 'bep',
    daysAgo: 60,
    title: 'Het eerste halfuur samen met de monteur',
    plan: 'We beginnen een half uur later, zodat we de monteurs spreken en weten wat er die dag nodig is.',
    notes: 'Bep: twee collega’s kunnen dan niet op tijd bij de crèche zijn. Voor hen blijft de oude tijd.',
  },
  {
    key: 'price-card',
    goal: 'paddepoel',
    by: 'gea',
    daysAgo: 51,
    title: 'Een prijskaart die je ondertekent',
    plan: 'Voordat we beginnen schrijven we op wat het kost. Wordt het meer, dan bellen we eerst.',
  },
  {
    key: 'light-line',
    goal: 'station',
    by: 'mustafa',
    daysAgo: 33,
    title: 'Groene lampjes boven vrije plekken',
    plan: 'We hangen lampjes boven twee gangen en tellen of mensen sneller een plek vinden.',
  },
  { key: 'guards', goal: 'station-safe', by: 'mustafa', daysAgo: 7, planned: true, title: 'Tot één uur ’s nachts iemand aan de balie', plan: '' },
  { key: 'battery-day', goal: 'haren', by: 'lieuwe', daysAgo: 12, planned: true, title: 'Accumeetdag op het Raadhuisplein', plan: '' },
  { key: 'top-twenty', goal: 'purchasing', by: 'arend', daysAgo: 70, title: 'Een eigen schap voor de twintig', plan: '' },
  { key: 'fifth-day', goal: 'finance', by: 'douwe', daysAgo: 25, title: 'Facturen elke dag boeken in plaats van aan het eind', plan: '' },
]

/** What colleagues without an account proposed, under their first name. */
export const ideas = [
  {
    goal: 'cleaning',
    title: 'Een haakje voor natte regenpakken bij elke brug',
    plan: 'Dan ligt er geen plas meer waar iemand uitglijdt.',
    name: 'Fikria',
    daysAgo: 5,
  },
  { goal: 'cleaning', title: 'De verwarming van Haren een uur eerder aan', plan: undefined, name: 'Henk', daysAgo: 2 },
  { goal: 'oosterpoort', title: 'Whiteboard bij de achterdeur voor wat er binnenkomt', plan: undefined, name: 'Milan', daysAgo: 1 },
]

/** What they say of goals and initiatives. */
export const comments = [
  {
    about: 'company',
    by: 'nadia',
    daysAgo: 120,
    text: 'In de ledenraad werd gevraagd wat “zonder gedoe” is. Ik heb verteld van de mevrouw die drie keer voor niets kwam. Toen was het stil.',
  },
  { about: 'oosterpoort', by: 'henk-jan', daysAgo: 40, text: 'Drie weken boven de 88. Wat doen jullie op maandag anders dan in het voorjaar?' },
  {
    about: 'oosterpoort',
    by: 'jelle',
    daysAgo: 39,
    text: 'Maandag beloven we niets vóór woensdag, tenzij het onderdeel op de bank ligt. Dat is alles.',
  },
  { about: 'home', by: 'rachid', daysAgo: 3, text: 'Met de derde bus kan 97. Zonder niet, dus als de bus later komt, dan dit ook.' },
  { about: 'hr', by: 'renske', daysAgo: 21, text: 'Bij Zernike werkt het: twee mensen zijn terug die we kwijt dachten te zijn.' },
  { about: 'first-half-hour', by: 'ineke', daysAgo: 18, text: 'Wij merken het. De vloer bij de wasplaats is voor het eerst droog als ik kom.' },
  { about: 'parts-first', by: 'marloes', daysAgo: 90, text: 'Mooi dat dit van jullie zelf kwam.' },
  { about: 'shop-returns', by: 'tjeerd', daysAgo: 10, text: 'Joke is weg, en sindsdien kijkt hier niemand naar. Wie neemt dit over?' },
]

/** What customers say and no goal owns, as the reason for a new one. */
export const fromFeedback = {
  by: 'nadia',
  team: 'noorderwiel',
  title: 'Ook buiten onze deuren wordt fietsen prettiger',
  why: 'Drie mensen in een week vragen iets voor de stad, niet voor zichzelf: een bankje, een waterpunt, een jeugdclub. Nu is dat van niemand.',
  said: ['Zet eens een bankje neer', 'Maak een kaart met alle plekken', 'You should sponsor the youth cycling club'],
}
