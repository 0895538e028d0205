import type { Texts } from '../later-en.ts'

export const keys: Texts['keys'] = {
  title: 'Sneltoetsen',
  groups: { walk: 'Erdoor lopen', item: 'Het bericht dat openstaat', many: 'Meerdere tegelijk', find: 'Vinden' },
  acts: {
    next: 'Volgende bericht',
    previous: 'Vorige bericht',
    leave: 'Terug naar de lijst',
    accept: 'Neem het voorgestelde doel aan, of kies er een',
    candidate: 'Geef het aan de eerste, tweede of derde suggestie',
    first: 'Geef het aan de eerste suggestie',
    second: 'Geef het aan de tweede suggestie',
    third: 'Geef het aan de derde suggestie',
    goal: 'Ander doel',
    looked: 'Ik heb gekeken (waar een mens dat moet)',
    reply: 'Antwoord de klant',
    note: 'Schrijf een notitie',
    how: 'Kies de aanpak',
    answer: 'Beantwoord en sluit het',
    outcome: 'Schrijf het resultaat',
    merge: 'Voeg samen met een ander bericht',
    spam: 'Spam, of geen spam',
    select: 'Selecteer het bericht',
    selectDown: 'Selecteer door tot het volgende',
    selectUp: 'Selecteer door tot het vorige',
    selectAll: 'Selecteer alles in de lijst',
    bulk: 'Wat te doen met de selectie',
    search: 'Zoeken',
    filter: 'Filteren',
    palette: 'Vind wat dan ook',
    help: 'Deze lijst',
  },
}

export const palette: Texts['palette'] = {
  title: 'Vind wat dan ook',
  placeholder: 'Een weergave, doel, team, pagina, handeling, of woorden van een klant',
  nothing: 'Niets met deze woorden.',
  search: (words) => `Zoek in feedback naar “${words}”`,
  groups: { acts: 'Nu doen', views: 'Weergaven', pages: 'Pagina’s', goals: 'Doelen', teams: 'Teams', sites: 'Sites', feedback: 'Feedback' },
}
