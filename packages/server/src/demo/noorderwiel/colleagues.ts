import type { TeamRole } from '@klankbord/shared/members'
import type { Chance } from '../chance.ts'
import { people, teams } from './people.ts'

/** A colleague who works there, and has no part in the story. */
export interface DemoColleague {
  key: string
  name: string
  email: string
  team: string
  role: TeamRole
  /** Set for who left so many days ago. */
  left?: number
}

const SIZE = 240

/** Those who lead the teams that the story does not visit, one who proposes something, and those who have left. */
const known: Omit<DemoColleague, 'email'>[] = [
  { key: 'gea', name: 'Gea Huizing', team: 'paddepoel', role: 'lead' },
  { key: 'mustafa', name: 'Mustafa Yıldız', team: 'station', role: 'lead' },
  { key: 'lieuwe', name: 'Lieuwe Dallinga', team: 'haren', role: 'lead' },
  { key: 'petra', name: 'Petra Schuiling', team: 'assen', role: 'lead' },
  { key: 'sietske', name: 'Sietske van der Ploeg', team: 'cargo', role: 'lead' },
  { key: 'bram', name: 'Bram Oosterhuis', team: 'companies', role: 'lead' },
  { key: 'coby', name: 'Coby Meijering', team: 'council', role: 'lead' },
  { key: 'ilse', name: 'Ilse Rademaker', team: 'marketing', role: 'lead' },
  { key: 'renske', name: 'Renske Alberda', team: 'support', role: 'lead' },
  { key: 'marjan', name: 'Marjan Eelkema', team: 'hr', role: 'lead' },
  { key: 'douwe', name: 'Douwe Hofstra', team: 'finance', role: 'lead' },
  { key: 'bep', name: 'Bep Kooistra', team: 'cleaning', role: 'lead' },
  { key: 'arend', name: 'Arend Nijboer', team: 'purchasing', role: 'lead' },
  { key: 'soumaya', name: 'Soumaya El Amrani', team: 'school', role: 'lead' },
  { key: 'jet', name: 'Jet Wildeman', team: 'cleaning', role: 'member' },
  { key: 'joke', name: 'Joke Stuifzand', team: 'shop', role: 'member', left: 38 },
  { key: 'erwin', name: 'Erwin Baas', team: 'finance', role: 'member', left: 15 },
]

const firstNames =
  'Anneke Bart Carla Daan Elif Froukje Gerben Hilda Ismail Jantje Karim Liesbeth Menno Nynke Omar Pieter Quinten Rieneke Sjoerd Titia Umut Vera Wiebe Xandra Youssef Zwaantje Albert Bouchra Cees Doortje Erik Fatma'.split(
    ' ',
  )
const lastNames =
  'Aalders|Bos|Chaouat|Dijk|Elzinga|de Graaf|Hamstra|Idema|Jager|Kamminga|Luinstra|Mulder|Nanninga|Öztürk|Pot|Rozema|Sikkens|Tillema|Ubbens|Veldhuis|Wolters|van Zanten'.split(
    '|',
  )

/** How full a team is beside others of its level. */
const weights: Record<string, number> = { organisation: 0.3, department: 0.4, team: 1 }
/** The shop floor is fuller than the office. */
const full = new Set(['oosterpoort', 'zernike', 'home', 'paddepoel', 'station', 'service', 'cleaning'])

const mail = (name: string) =>
  `${name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@noorderwiel.example`

/** Everyone but the people of the story, the same each time: 240 who work there with them, and two who have left. */
export function writeColleagues(chance: Chance): DemoColleague[] {
  const taken = new Set([...people, ...known].map(({ name }) => name))
  const places = teams.flatMap(({ key, level }) => Array.from({ length: Math.round((weights[level] ?? 1) * (full.has(key) ? 18 : 10)) }, () => key))
  const crowd: DemoColleague[] = known.map((colleague) => ({ ...colleague, email: mail(colleague.name) }))
  const counted = () => people.length + crowd.filter(({ left }) => left === undefined).length
  for (let i = 0; counted() < SIZE; ) {
    const name = `${chance.pick(firstNames)} ${chance.pick(lastNames)}`
    if (taken.has(name)) continue
    taken.add(name)
    const team = places[(i++ * 7) % places.length] ?? 'noorderwiel'
    crowd.push({ key: `${team}-crowd-${i}`, name, email: mail(name), team, role: 'member' })
  }
  return crowd
}
