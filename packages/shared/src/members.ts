import * as z from 'zod'
import { SettingVersion } from './changes.ts'
import { DeliveryState } from './deliveries.ts'
import { endpoint } from './endpoint.ts'
import { Email, Id, Locale, line, Time } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'

/** From most to least: what a member may do in the whole organisation. */
export const roles = ['owner', 'admin', 'member', 'viewer'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** True when a role may do what `least` may do. */
export const atLeast = (role: Role, least: Role) => roles.indexOf(role) <= roles.indexOf(least)

/** What a member is in one team. */
export const TeamRole = z.enum(['lead', 'member'])
export type TeamRole = z.infer<typeof TeamRole>

/** A new password: 10 to 200 characters, and that is the only rule. */
const NewPassword = z.string().min(10, 'Use at least 10 characters').max(200, 'Use at most 200 characters')
const Token = z.string().min(16, 'This link is not complete').max(200)
const TeamMembership = z.object({ teamId: Id, role: TeamRole })

export const Organisation = z.object({ id: Id, name: z.string(), locale: Locale, timeZone: z.string(), version: SettingVersion })
export type Organisation = z.infer<typeof Organisation>

/** A colleague with an account. */
export const Member = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  teams: z.array(TeamMembership),
  version: SettingVersion,
  createdAt: Time,
  deactivatedAt: Time.nullable(),
})
export type Member = z.infer<typeof Member>

/**
 * What is in a colleague's hands: a `goal` that is theirs alone, one that they tend (`goal-owner`), a `measure` of theirs, an `initiative` they take part in, a `rule` that
 * mails them, an open promise that a note asks them about (`mention`).
 */
export const holdingKinds = ['goal', 'goal-owner', 'measure', 'initiative', 'rule', 'mention'] as const
export const HoldingKind = z.enum(holdingKinds)
export type HoldingKind = z.infer<typeof HoldingKind>

/** One thing in a colleague's hands. `team` is whose it is, where it is a team's: with a colleague from elsewhere, it is left to that team. */
export const Holding = z.object({ kind: HoldingKind, id: Id, name: z.string(), teamId: Id.nullable(), team: z.string().nullable() })
export type Holding = z.infer<typeof Holding>

/** Who asks: a member, or an API key (then `member` is null). */
export const Me = z.object({
  member: Member.extend({ locale: Locale.nullable() }).nullable(),
  role: Role,
  organisation: Organisation,
  /** True when e-mails are captured in the data folder because no SMTP server is set. */
  mailCaptured: z.boolean(),
})
export type Me = z.infer<typeof Me>

/**
 * An invitation by a link that works once, for seven days. `email` is null where whoever has the link may come; `name` is whom it is for, where somebody said so; `mail` tells
 * what became of the e-mail, and is null where none was sent.
 */
export const Invitation = z.object({
  id: Id,
  email: z.string().nullable(),
  name: z.string().nullable(),
  role: Role,
  by: z.string().nullable(),
  mail: z.object({ state: DeliveryState, reason: z.string().nullable() }).nullable(),
  createdAt: Time,
  expiresAt: Time,
  acceptedAt: Time.nullable(),
})
export type Invitation = z.infer<typeof Invitation>
const InvitationWithLink = Invitation.extend({ link: z.string() })

/** A key for integrations; the secret is shown once, when it is made. */
export const ApiKey = z.object({ id: Id, name: z.string(), role: Role, createdAt: Time, lastUsedAt: Time.nullable(), revokedAt: Time.nullable() })
export type ApiKey = z.infer<typeof ApiKey>

export const memberEndpoints = {
  signIn: endpoint(
    'POST',
    '/api/v1/session',
    { access: 'public', status: 204 },
    z.object({ email: Email, password: z.string().min(1, 'Fill in your password').max(200) }),
    z.void(),
  ),
  signOut: endpoint('DELETE', '/api/v1/session', { access: 'viewer', status: 204 }, z.object({}), z.void()),
  readMe: endpoint('GET', '/api/v1/me', { access: 'viewer' }, z.object({}), Me),
  changeMe: endpoint(
    'PATCH',
    '/api/v1/me',
    { access: 'viewer' },
    z.object({ name: line(1, 100).optional(), locale: Locale.nullable().optional() }),
    Me,
  ),
  /** Every other session of this member ends with it. */
  changePassword: endpoint(
    'PUT',
    '/api/v1/me/password',
    { access: 'viewer', status: 204 },
    z.object({ currentPassword: z.string().min(1, 'Fill in your password').max(200), newPassword: NewPassword }),
    z.void(),
  ),
  changeOrganisation: endpoint(
    'PATCH',
    '/api/v1/organisation',
    { access: 'admin' },
    z.object({ name: line(1, 100).optional(), locale: Locale.optional(), timeZone: line(1, 60).optional(), version: SettingVersion.optional() }),
    Organisation,
  ),

  /** Answers 404 once the organisation has an owner. */
  readSetUp: endpoint(
    'GET',
    '/api/v1/set-up/:token',
    { access: 'public' },
    z.object({ token: Token }),
    z.object({ organisation: z.string(), snippet: z.string() }),
  ),
  setUp: endpoint(
    'POST',
    '/api/v1/set-up/:token',
    { access: 'public', status: 204 },
    z.object({
      token: Token,
      name: line(1, 100),
      email: Email,
      password: NewPassword,
      organisation: line(1, 100),
      locale: Locale.default('nl'),
      timeZone: line(1, 60).default('Europe/Amsterdam'),
    }),
    z.void(),
  ),

  /** By name. `q` are words of which each is in the name or the address; `teamId` asks who is in that team, `ids` for these, with commas, and `active` leaves out who has left. */
  listMembers: endpoint(
    'GET',
    '/api/v1/members',
    { access: 'viewer' },
    PageQuery.extend({
      q: z.string().trim().max(100).optional(),
      teamId: Id.optional(),
      ids: z
        .string()
        .max(8000)
        .regex(/^[\w,-]*$/, 'Give ids with commas')
        .optional(),
      active: z.enum(['true']).optional(),
    }),
    pageOf(Member),
  ),
  /**
   * With `deactivated` they can no longer sign in; what they hold goes to the colleague in `handOverTo`, in the same transaction. Without `deactivated` again they get back
   * what that colleague still holds.
   */
  changeMember: endpoint(
    'PATCH',
    '/api/v1/members/:id',
    { access: 'admin' },
    z.object({
      id: Id,
      role: Role.optional(),
      teams: z.array(TeamMembership).max(100).optional(),
      deactivated: z.boolean().optional(),
      handOverTo: Id.optional(),
      version: SettingVersion.optional(),
    }),
    Member,
  ),
  /** What is in a colleague's hands, and which teams nobody would lead without them. */
  listHoldings: endpoint(
    'GET',
    '/api/v1/members/:id/holdings',
    { access: 'admin' },
    z.object({ id: Id }),
    z.object({ items: z.array(Holding), ledAlone: z.array(z.object({ id: Id, name: z.string() })) }),
  ),
  listInvitations: endpoint('GET', '/api/v1/invitations', { access: 'admin' }, z.object({}), pageOf(Invitation)),
  /** `link` is shown once; whoever opens it chooses a name and a password. With an address it is mailed too, unless `mailed` says not to. */
  invite: endpoint(
    'POST',
    '/api/v1/invitations',
    { access: 'admin', status: 201 },
    z.object({
      email: Email.nullable().default(null),
      name: line(1, 100).nullable().default(null),
      mailed: z.boolean().default(true),
      role: Role.default('member'),
      teams: z.array(TeamMembership).max(100).default([]),
    }),
    InvitationWithLink,
  ),
  /** The same again with another link and seven new days, also after it was over; the link before it is dead. Mailed where there is an address. */
  renewInvitation: endpoint('POST', '/api/v1/invitations/:id/renewal', { access: 'admin', status: 201 }, z.object({ id: Id }), InvitationWithLink),
  withdrawInvitation: endpoint('DELETE', '/api/v1/invitations/:id', { access: 'admin', status: 204 }, z.object({ id: Id }), z.void()),
  /** What the person who opens an invitation sees; 404 when it was used, withdrawn or is older than seven days. */
  readInvitation: endpoint(
    'GET',
    '/api/v1/invitations/:token',
    { access: 'public' },
    z.object({ token: Token }),
    z.object({ organisation: z.string(), email: z.string().nullable(), name: z.string().nullable(), role: Role }),
  ),
  /** `email` is needed where the invitation names none, and counts only there. */
  acceptInvitation: endpoint(
    'POST',
    '/api/v1/invitations/:token/acceptance',
    { access: 'public', status: 204 },
    z.object({ token: Token, name: line(1, 100), email: Email.optional(), password: NewPassword }),
    z.void(),
  ),

  listApiKeys: endpoint('GET', '/api/v1/api-keys', { access: 'admin' }, z.object({}), pageOf(ApiKey)),
  createApiKey: endpoint(
    'POST',
    '/api/v1/api-keys',
    { access: 'admin', status: 201 },
    z.object({ name: line(1, 100), role: Role.exclude(['owner']).default('member') }),
    ApiKey.extend({ key: z.string() }),
  ),
  revokeApiKey: endpoint('DELETE', '/api/v1/api-keys/:id', { access: 'admin', status: 204 }, z.object({ id: Id }), z.void()),
}
