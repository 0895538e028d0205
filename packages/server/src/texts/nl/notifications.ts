type Step = 'owner' | 'lead' | 'above'

/** What a colleague is told by mail of what stands in the app. */
export const notifications = {
  subject: {
    one: (said: string, words: string | null) => (words ? `${said}: ${words}` : said),
    several: (count: number) => `${count} meldingen uit Klankbord`,
    day: (count: number) => (count === 1 ? 'Je melding van de afgelopen dag' : `Je ${count} meldingen van de afgelopen dag`),
  },
  opening: { single: 'Dit vraagt je aandacht:', daily: 'Dit kwam er de afgelopen dag voor je bij, en heb je nog niet gelezen:' },
  says: {
    'due-soon': (count: number) => (count === 1 ? 'Een belofte is bijna om' : `${count} beloften zijn bijna om`),
    overdue: (count: number, step: Step | null) =>
      `${count === 1 ? 'Een belofte is niet nagekomen' : `${count} beloften zijn niet nagekomen`}${
        step === 'lead' ? ', en jij leidt het team' : step === 'above' ? ', en jouw doel ligt erboven' : ''
      }`,
    'to-route': (count: number) =>
      count === 1 ? 'Eén stem wacht langer dan een dag op een doel' : `${count} stemmen wachten langer dan een dag op een doel`,
    mention: (_: number, __: Step | null, by: string | null) => `${by ?? 'Een collega'} noemt je in een notitie`,
    assigned: (count: number, _: Step | null, by: string | null) =>
      count === 1 ? `${by ?? 'Een collega'} gaf je doel een stem` : `${by ?? 'Een collega'} gaf je doel ${count} stemmen`,
    message: (count: number) => (count === 1 ? 'Een klant schreef terug' : `${count} klanten schreven terug`),
    reopened: (count: number) => (count === 1 ? 'Een klant zei dat het niet hielp' : `${count} klanten zeiden dat het niet hielp`),
  },
  by: (day: string) => `Beloofd: uiterlijk ${day}.`,
  open: 'Open in Klankbord',
  all: 'Bekijk alle meldingen',
  more: (count: number) => `En nog ${count}.`,
  because:
    'Je krijgt deze mail omdat je een account bij Klankbord hebt. Bij Meldingen kies je of je ze los, één keer per dag of niet per mail krijgt.',
  stop: 'Stop deze mails',
  stopped: {
    title: 'Geen meldingen meer per mail?',
    ask: (organisation: string) => `Dan mailt ${organisation} je geen meldingen meer. In de app blijf je ze zien.`,
    stop: 'Stop deze mails',
    doneTitle: 'Je krijgt geen meldingen meer per mail',
    done: (organisation: string) => `${organisation} mailt je geen meldingen meer. In de app staan ze nog.`,
    again: 'Stuur ze mij toch weer',
    resumedTitle: 'Je krijgt je meldingen weer per mail',
    resumed: (organisation: string) => `${organisation} stuurt je ze één keer per dag, samen in één brief.`,
  },
}
