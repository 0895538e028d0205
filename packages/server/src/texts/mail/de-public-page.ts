import type { MailTexts } from './mail-texts.ts'

export const germanPublicPage: MailTexts['publicPage'] = {
  title: 'Was wir mit Feedback getan haben',
  lead: (organisation) =>
    `Das hat ${organisation} mit dem getan, was Kundinnen und Kunden gesagt haben: was erledigt ist, was jetzt besser ist und was noch kommt.`,
  none: 'Hier steht noch nichts. Sobald es ein Ergebnis gibt, steht es hier.',
  noneFound: 'Nichts gefunden. Ein anderes Wort oder ein anderes Ziel hilft vielleicht weiter.',
  older: 'Ältere',
  search: 'Suche',
  find: 'Zeigen',
  goal: 'Ziel',
  allGoals: 'Alle Ziele',
  voices: (count) => (count === 1 ? 'Antwort auf 1 Stimme' : `Antwort auf ${count} Stimmen`),
  promises: 'Woran wir noch arbeiten',
  open: (count) => (count === 1 ? 'Auf eine Antwort wartet noch 1 Stimme.' : `Auf eine Antwort warten noch ${count} Stimmen.`),
  openBy: (count, day) =>
    count === 1
      ? `Auf eine Antwort wartet noch 1 Stimme; sie kommt spätestens am ${day}.`
      : `Auf eine Antwort warten noch ${count} Stimmen. Die letzte kommt spätestens am ${day}.`,
  until: (day) => `Das wollen wir am ${day} erreicht haben.`,
  follow: 'Auch zum Abonnieren:',
}
