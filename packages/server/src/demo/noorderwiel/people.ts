import type { Role, TeamRole } from '@klankbord/shared/members'
import type { TeamLevel } from '@klankbord/shared/teams'

export interface DemoTeam {
  key: string
  name: string
  level: TeamLevel
  parent: string | null
}

export interface DemoPerson {
  key: string
  name: string
  role: Role
  teams: [team: string, role: TeamRole][]
}

export const COMPANY = 'Noorderwiel'

export const teams: DemoTeam[] = [
  { key: 'noorderwiel', name: 'Noorderwiel', level: 'organisation', parent: null },
  { key: 'workshops', name: 'Werkplaatsen', level: 'department', parent: 'noorderwiel' },
  { key: 'members', name: 'Leden en fietsen', level: 'department', parent: 'noorderwiel' },
  { key: 'digital', name: 'Online en winkel', level: 'department', parent: 'noorderwiel' },
  { key: 'support', name: 'Mensen en middelen', level: 'department', parent: 'noorderwiel' },
  { key: 'oosterpoort', name: 'Werkplaats Oosterpoort', level: 'team', parent: 'workshops' },
  { key: 'zernike', name: 'Werkplaats Zernike', level: 'team', parent: 'workshops' },
  { key: 'home', name: 'Monteur aan huis', level: 'team', parent: 'workshops' },
  { key: 'fleet', name: 'Fietsenpark', level: 'team', parent: 'members' },
  { key: 'service', name: 'Ledenservice', level: 'team', parent: 'members' },
  { key: 'app', name: 'App en website', level: 'team', parent: 'digital' },
  { key: 'shop', name: 'Webwinkel en magazijn', level: 'team', parent: 'digital' },
  { key: 'paddepoel', name: 'Werkplaats Paddepoel', level: 'team', parent: 'workshops' },
  { key: 'station', name: 'Stalling Hoofdstation', level: 'team', parent: 'workshops' },
  { key: 'haren', name: 'Werkplaats Haren', level: 'team', parent: 'workshops' },
  { key: 'assen', name: 'Werkplaats Assen', level: 'team', parent: 'workshops' },
  { key: 'cargo', name: 'Bakfietsen en verhuur', level: 'team', parent: 'members' },
  { key: 'companies', name: 'Fietsen voor bedrijven', level: 'team', parent: 'members' },
  { key: 'council', name: 'Ledenraad', level: 'team', parent: 'members' },
  { key: 'marketing', name: 'Communicatie', level: 'team', parent: 'digital' },
  { key: 'hr', name: 'Mens en werk', level: 'team', parent: 'support' },
  { key: 'finance', name: 'Financiën', level: 'team', parent: 'support' },
  { key: 'cleaning', name: 'Schoonmaak en gebouwen', level: 'team', parent: 'support' },
  { key: 'purchasing', name: 'Inkoop', level: 'team', parent: 'support' },
  { key: 'school', name: 'Leerwerkplaats', level: 'team', parent: 'support' },
]

/** Those who speak in the story. The first is the one to sign in as: the director, who also answers members now and then. */
export const people: [DemoPerson, ...DemoPerson[]] = [
  {
    key: 'marloes',
    name: 'Marloes Dijkstra',
    role: 'owner',
    teams: [
      ['noorderwiel', 'lead'],
      ['service', 'member'],
      ['oosterpoort', 'member'],
    ],
  },
  {
    key: 'henk-jan',
    name: 'Henk-Jan Postma',
    role: 'admin',
    teams: [
      ['workshops', 'lead'],
      ['oosterpoort', 'member'],
    ],
  },
  {
    key: 'nadia',
    name: 'Nadia Bouzid',
    role: 'admin',
    teams: [
      ['members', 'lead'],
      ['service', 'member'],
    ],
  },
  {
    key: 'niels',
    name: 'Niels Veenstra',
    role: 'member',
    teams: [
      ['digital', 'lead'],
      ['app', 'lead'],
    ],
  },
  { key: 'jelle', name: 'Jelle Wiersma', role: 'member', teams: [['oosterpoort', 'lead']] },
  {
    key: 'samira',
    name: 'Samira Haddad',
    role: 'member',
    teams: [
      ['oosterpoort', 'member'],
      ['workshops', 'member'],
    ],
  },
  { key: 'ineke', name: 'Ineke Kloosterman', role: 'member', teams: [['zernike', 'lead']] },
  { key: 'tobias', name: 'Tobias Adeyemi', role: 'member', teams: [['zernike', 'member']] },
  { key: 'rachid', name: 'Rachid Amrani', role: 'member', teams: [['home', 'lead']] },
  { key: 'fenna', name: 'Fenna Bakker', role: 'member', teams: [['fleet', 'lead']] },
  { key: 'yvonne', name: 'Yvonne Kuipers', role: 'member', teams: [['service', 'lead']] },
  { key: 'aylin', name: 'Aylin Demir', role: 'member', teams: [['app', 'member']] },
  { key: 'tjeerd', name: 'Tjeerd Boersma', role: 'member', teams: [['shop', 'lead']] },
  { key: 'kees', name: 'Kees Bruinsma', role: 'viewer', teams: [['noorderwiel', 'member']] },
]

export const addressOf = ({ key }: DemoPerson) => `${key}@noorderwiel.example`
