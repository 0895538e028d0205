/** The page on which everyone reads what was done with feedback. */
export const publicPage = {
  title: 'Wat we met feedback deden',
  lead: (organisation: string) => `Dit deed ${organisation} met wat klanten vertelden: wat er is gedaan, wat nu beter is en wat nog komt.`,
  none: 'Er staat hier nog niets. Zodra er een resultaat is, lees je het hier.',
  noneFound: 'Niets gevonden. Probeer een ander woord of een ander doel.',
  older: 'Ouder',
  search: 'Zoek',
  find: 'Laat zien',
  goal: 'Doel',
  allGoals: 'Alle doelen',
  voices: (count: number) => (count === 1 ? 'antwoord op 1 stem' : `antwoord op ${count} stemmen`),
  promises: 'Waar we nog aan werken',
  open: (count: number) => (count === 1 ? '1 klant wacht nog op antwoord.' : `${count} klanten wachten nog op antwoord.`),
  openBy: (count: number, day: string) =>
    count === 1
      ? `1 klant wacht nog op antwoord, en hoort uiterlijk ${day}.`
      : `${count} klanten wachten nog op antwoord. De laatste hoort uiterlijk ${day}.`,
  until: (day: string) => `Dit willen we bereikt hebben op ${day}.`,
  follow: 'Volgen kan ook:',
}
