import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time } from './fields.ts'
import { pageOf } from './page.ts'

/** When a team's weekly letter comes and in which language. */
const Choice = {
  on: z.boolean(),
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().min(1).max(7),
  /** On the clock of the organisation. */
  hour: z.int().min(0).max(23),
  /** For members who chose no language of their own. */
  locale: z.enum(['nl', 'en']),
}

export const LetterChoice = z.object(Choice)
export type LetterChoice = z.infer<typeof LetterChoice>

/** The weekly letter of one team. */
export const TeamLetter = LetterChoice.extend({
  teamId: Id,
  team: z.string(),
  /** True when the team chose for itself; else it follows what was chosen for all teams. */
  own: z.boolean(),
  /** Members who get it: active, and not having stopped it. */
  receivers: z.int(),
  /** Null while it is off. */
  nextAt: Time.nullable(),
  mayChange: z.boolean(),
})
export type TeamLetter = z.infer<typeof TeamLetter>

/** Which mails somebody wants who has an account. */
export const MyMails = z.object({ letters: z.boolean(), pulses: z.boolean() })
export type MyMails = z.infer<typeof MyMails>

const OfTeam = z.object({ teamId: Id })

export const letterEndpoints = {
  /** `all` is what counts for teams that chose nothing. Owners and admins see every team, others the teams that they are in. */
  listLetters: endpoint('GET', '/api/v1/letters', { access: 'viewer' }, z.object({}), pageOf(TeamLetter).extend({ all: LetterChoice })),
  /** One choice for all teams, in place of what any team chose for itself; each may choose again afterwards. */
  changeAllLetters: endpoint('PUT', '/api/v1/letters', { access: 'admin' }, LetterChoice, LetterChoice),
  /** For the team's lead, or an admin. */
  changeTeamLetter: endpoint('PUT', '/api/v1/letters/:teamId', { access: 'member' }, LetterChoice.extend({ teamId: Id }), TeamLetter),
  /** The letter as it would go out now to the one who asks, of this team alone; its links to stop lead nowhere. `text` is null when there is nothing to say. */
  previewLetter: endpoint(
    'GET',
    '/api/v1/letters/:teamId/preview',
    { access: 'viewer' },
    OfTeam,
    z.object({ subject: z.string(), text: z.string() }).nullable(),
  ),
  previewLetterHtml: endpoint('GET', '/api/v1/letters/:teamId/preview/html', { access: 'viewer', produces: 'html' }, OfTeam, z.string()),
  readMyMails: endpoint('GET', '/api/v1/me/mails', { access: 'viewer' }, z.object({}), MyMails),
  changeMyMails: endpoint('PATCH', '/api/v1/me/mails', { access: 'viewer' }, MyMails.partial(), MyMails),
}
