import type { Texts } from '../later-en.ts'

export const coverage: Texts['coverage'] = {
  title: 'Dekking',
  lead: 'Wie een doel heeft dat de organisatie verder helpt, en wat er nog ontbreekt.',
  of: 'Van wie',
  everyone: 'De hele organisatie',
  sentence: (reached, people, count) =>
    count === 1
      ? 'van de ene collega heeft een doel dat in één ononderbroken keten de top bereikt.'
      : `van de collega’s heeft een doel dat in één ononderbroken keten de top bereikt: ${reached} van de ${people}.`,
  definition: 'Een doel van jezelf of van je team telt mee zodra het is afgesproken en zolang het loopt; zo ook elk doel waar het bij helpt.',
  nobody: 'Hier zijn nog geen collega’s.',
  nobodyHere: 'nog niemand',
  none: 'Geen: in orde',
  gapsLabel: 'Wat er ontbreekt',
  byTeam: 'Per team',
  byTeamLead: 'Elk team met alles eronder: hoeveel collega’s een doel hebben dat de top bereikt, en wat er ontbreekt.',
  noTeams: 'Hier zijn geen teams.',
  below: (team) => `Teams onder ${team}`,
  outOf: (reached, people) => `${reached} van ${people} met een doel`,
  complete: 'compleet',
  ownGoalMissing: 'zelf nog geen doel',
  ofPeople: 'Collega’s en teams',
  ofGoals: (count) => (count === 1 ? '1 lopend doel' : `${count} lopende doelen`),
  allDone: 'Hier ontbreekt niets.',
  noTeam: 'nog in geen team',
  giveTeam: 'Geef een team',
  addFor: (team) => `Doel toevoegen voor ${team}`,
  also: (marks) => `Ook: ${marks}`,
  colleagues: (count) => (count === 1 ? '1 collega' : `${count} collega’s`),
  people: {
    'no-goal': {
      name: 'Collega’s zonder doel',
      mend: () => 'Zij hebben er geen, en hun team ook niet. Spreek er met het team een af, of geef hun een team.',
    },
    'not-reaching': {
      name: 'Collega’s met een los doel',
      mend: () => 'Zij hebben een doel, maar het helpt bij geen doel dat de top bereikt. Kies bij welk groter doel het helpt.',
    },
  },
  teams: { name: 'Teams zonder doel', mend: () => 'Begin met één klein doel waar het team invloed op heeft.' },
  goals: {
    loose: {
      name: 'Doelen die los hangen',
      mark: 'los',
      mend: () => 'Er loopt geen ononderbroken keten naar een doel van de top. Open er een en kies bij welk groter doel het helpt.',
    },
    'no-measure': {
      name: 'Doelen zonder meting',
      mark: 'zonder meting',
      mend: () => 'Niemand ziet of het beter gaat. Open er een en voeg een getal toe om te volgen.',
    },
    'no-feedback': {
      name: 'Doelen zonder feedback',
      mark: 'zonder feedback',
      mend: (since) =>
        `Sinds ${since} zeiden klanten niets wat hier hoort. Kijk naar de woorden bij “Welke feedback hoort hier?” en naar de routeringsregels.`,
    },
    'no-initiative': {
      name: 'Doelen met feedback, zonder aanpak',
      mark: 'zonder aanpak',
      mend: (since) => `Er is feedback sinds ${since}, en het team heeft er nog niets voor gepland of gestart.`,
    },
    'no-owner': {
      name: 'Doelen zonder trekker',
      mark: 'zonder trekker',
      mend: () => 'Niemand staat ervoor, misschien omdat de trekker is vertrokken. Open er een en kies wie het trekt.',
    },
  },
}

export const story: Texts['story'] = {
  title: 'Verhaal',
  lead: 'Eén pagina om aan alle collega’s te laten zien: waarom, wat eraan bijdraagt, en wat klanten zeggen.',
  of: 'Het verhaal van',
  organisation: 'De hele organisatie',
  frame: 'Het verhaal zoals het wordt getoond en afgedrukt',
  print: 'Afdrukken',
  share: 'Delen',
  teamPage: 'Teampagina',
  fullScreen: 'Groot',
}

export const sharing: Texts['sharing'] = {
  story: {
    title: 'Dit verhaal delen',
    lead: 'Wie de link heeft, leest het verhaal zonder account, zoals het op dat moment is. Namen en adressen van klanten staan er niet in.',
    revoked: 'De link is ingetrokken: hij opent niets meer.',
  },
  'team-page': {
    title: 'Teampagina',
    lead: 'Voor collega’s zonder bureau: met deze link zien ze op hun telefoon of op een gedeeld scherm de doelen, de complimenten en de open stemmen, en stellen ze onder hun voornaam een aanpak voor. Namen en adressen van klanten staan er niet op.',
    revoked: 'De link is ingetrokken: hij opent niets meer.',
  },
  make: 'Link maken',
  link: 'Link',
  by: (name, day) => `Gemaakt door ${name || 'een API-sleutel'} op ${day}`,
  open: 'Openen',
  code: 'QR-code van de teampagina',
  poster: 'Afdrukken als poster',
  renew: 'Nieuwe link',
  renewTitle: 'Een nieuwe link maken?',
  renewText: 'De link die er nu is stopt meteen, ook op posters en schermen.',
  revoke: 'Intrekken',
  revokeTitle: 'De link intrekken?',
  revokeText: 'Hij stopt meteen, voor iedereen die hem heeft. Je kunt later een nieuwe maken.',
}
