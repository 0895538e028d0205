import type { contract } from '@klankbord/shared/contract'
import { systemScope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import { about, item, nothing, type Row } from './access-row.ts'
import { actRows } from './act-access-rows.ts'
import { givenMember } from './builders.ts'
import { signedByHost } from './host-tokens.ts'
import { inboundRows, mailRows } from './mail-access-rows.ts'
import { outcomeRows } from './outcome-access-rows.ts'
import { replyTemplateRows } from './reply-access-rows.ts'
import { routingRows } from './routing-access-rows.ts'
import type { Tenant } from './tenants.ts'

/** A GIF of one pixel. */
const ONE_PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** The body of an endpoint that takes bytes. */
export const bytesFor = (path: string) => (path.includes('/imports') ? Buffer.from('datum;waarde\n1-2-2026;5') : ONE_PIXEL)

const newPassword = 'een-nieuw-wachtwoord'

const site = (t: Tenant) => ({ id: t.siteId })
const pulse = (t: Tenant) => ({ id: t.pulseId })
const monday = { on: true, weekday: 1, hour: 8, locale: 'nl' }
const goal = (t: Tenant) => ({ id: t.goalId })
const measure = (t: Tenant) => ({ id: t.measureId })
const initiative = (t: Tenant) => ({ id: t.initiativeId })

const inTenant = (deps: Deps, t: Tenant) => deps.db.within(systemScope(t.organisationId))
const setUpAgain = (deps: Deps, t: Tenant) =>
  deps.db.everywhere.updateTable('organisations').set({ setUpAt: null }).where('id', '=', t.organisationId).execute()

/** One row for each endpoint of the contract: one without does not compile. */
export const rows: { [Name in keyof typeof contract]: Row } = {
  signIn: {
    input: (t) => ({ email: t.people.viewer.email, password: t.password }),
    refused: (t) => [
      { email: t.people.owner.email, password: `${t.password}!` },
      { email: `niemand@${t.mark}.example`, password: t.password },
    ],
  },
  signOut: nothing,
  readMe: nothing,
  changeMe: { input: () => ({ name: 'Sam' }) },
  changePassword: { input: (t) => ({ currentPassword: t.password, newPassword }) },
  changeOrganisation: { input: () => ({ name: 'Een andere naam' }) },
  readSetUp: { input: (t) => ({ token: t.setUpToken }), prepare: setUpAgain },
  setUp: {
    input: (t) => ({ token: t.setUpToken, name: 'Eva', email: `eva@${t.mark}.example`, password: newPassword, organisation: 'Bakker' }),
    prepare: setUpAgain,
  },
  listSettingChanges: { ...nothing, filters: (t) => ({ aboutId: t.spareTeamId }) },
  undoSettingChange: about((t) => ({ id: t.settingChangeId })),
  listHoldings: about((t) => ({ id: t.people.viewer.id })),
  listMembers: { ...nothing, filters: (t) => ({ teamId: t.teamId, ids: t.people.owner.id }) },
  changeMember: {
    input: (t) => ({ id: t.people.viewer.id, teams: [{ teamId: t.teamId, role: 'member' }], deactivated: true, handOverTo: t.people.owner.id }),
    foreign: (t) => ({ id: t.people.viewer.id, teams: [{ teamId: t.teamId, role: 'member' }], handOverTo: t.people.owner.id }),
  },
  listInvitations: nothing,
  invite: {
    input: (t) => ({ email: `iemand@${t.mark}.example`, teams: [{ teamId: t.teamId, role: 'member' }] }),
    foreign: (t) => ({ teams: [{ teamId: t.teamId, role: 'member' }] }),
  },
  renewInvitation: about((t) => ({ id: t.invitationId })),
  withdrawInvitation: about((t) => ({ id: t.invitationId })),
  readInvitation: { input: (t) => ({ token: t.invitationToken }) },
  acceptInvitation: { input: (t) => ({ token: t.invitationToken, name: 'Noor', password: newPassword }) },
  listApiKeys: nothing,
  createApiKey: { input: () => ({ name: 'Webwinkel' }) },
  revokeApiKey: about((t) => ({ id: t.people.viewer.apiKeyId })),

  listTeams: nothing,
  createTeam: about((t) => ({ parentId: t.teamId }), { name: 'Werkplaats', level: 'department' }),
  changeTeam: {
    input: (t) => ({ id: t.teamId, name: 'Werkplaats' }),
    foreign: (t) => ({ id: t.teamId, parentId: t.teamId }),
  },
  removeTeam: about((t) => ({ id: t.spareTeamId, goalsTo: t.teamId })),
  listTeamPeople: about((t) => ({ id: t.teamId })),

  putMyEmail: { input: (t) => ({ email: `nieuw@${t.mark}.example` }) },

  mailLink: { input: (t) => ({ siteKey: t.siteKey, email: t.customer.email }) },

  readSiteConfiguration: { input: (t) => ({ siteKey: t.siteKey }) },
  listSites: nothing,
  createSite: { input: () => ({ name: 'Winkel', origins: ['https://www.bakker.example'] }) },
  changeSite: about((t) => ({ id: t.siteId }), { name: 'Winkel' }),

  addAttachment: { input: (t) => ({ siteKey: t.siteKey }) },
  readAttachment: about((t) => ({ ...item(t), attachmentId: t.customer.attachmentId })),
  identifyCustomer: { input: (t) => ({ siteKey: t.siteKey, token: signedByHost(t) }) },
  listIdentityKeys: about(site),
  addIdentityKey: about(site, { kid: 'nieuw', algorithm: 'HS256', key: 'een geheim van de winkel, lang genoeg' }),
  removeIdentityKey: about((t) => ({ ...site(t), keyId: t.identityKeyId })),
  tryIdentityToken: { ...about(site, { token: 'geen.echt.token' }) },

  listGoals: { ...nothing, filters: (t) => ({ teamId: t.teamId }) },
  readGoalTree: nothing,
  createGoal: about((t) => ({ teamId: t.teamId, memberId: t.people.owner.id, ownerId: t.people.owner.id, parentId: t.goalId }), {
    title: 'Een doel',
  }),
  readGoal: about(goal),
  changeGoal: {
    input: (t) => ({ id: t.goalId, title: 'Een doel' }),
    foreign: (t) => ({ id: t.goalId, memberId: t.people.owner.id, ownerId: t.people.owner.id, parentId: t.goalId }),
  },
  proposeGoalChange: {
    ...about(goal, { title: 'Een ander doel' }),
    prepare: (deps, t) => inTenant(deps, t).updateTable('goalProposals').set({ acceptedAt: deps.clock().toISOString() }).execute(),
  },
  decideGoalProposal: about((t) => ({ ...goal(t), proposalId: t.proposalId }), { accept: true }),
  endGoal: about(goal, { state: 'achieved', lookBack: 'Geleerd' }),
  resumeGoal: {
    ...about(goal),
    prepare: (deps, t) => inTenant(deps, t).updateTable('goals').set({ state: 'achieved', endedAt: deps.clock().toISOString() }).execute(),
  },
  listGoalEvents: about(goal),
  listGoalComments: about(goal),
  commentOnGoal: about(goal, { text: 'Goed plan' }),
  proposeGoalFromFeedback: {
    ...about((t) => ({ teamId: t.teamId, feedbackIds: [t.customer.feedbackId] }), { title: 'Een nieuw doel' }),
    prepare: (deps, t) => inTenant(deps, t).updateTable('feedbackItems').set({ status: 'received', goalId: null }).execute(),
  },

  listInitiatives: { ...nothing, filters: (t) => ({ goalId: t.goalId }) },
  createInitiative: about((t) => ({ goalId: t.goalId, memberIds: [t.people.owner.id] }), { title: 'Een aanpak' }),
  readInitiative: about(initiative),
  changeInitiative: {
    input: (t) => ({ ...initiative(t), title: 'Een andere aanpak' }),
    foreign: (t) => ({ ...initiative(t), memberIds: [t.people.owner.id] }),
  },
  startInitiative: about((t) => ({ ...initiative(t), feedbackIds: [t.customer.feedbackId] })),
  endInitiative: about(initiative, { state: 'finished' }),
  listInitiativeComments: about(initiative),
  commentOnInitiative: about(initiative, { text: 'Goed plan' }),

  listMeasures: { ...nothing, filters: (t) => ({ goalId: t.goalId, teamId: t.teamId }) },
  createMeasure: about((t) => ({ goalId: t.goalId, ownerId: t.people.owner.id }), {
    name: 'Klachten',
    unit: 'per maand',
    direction: 'down',
    source: 'entered',
  }),
  readMeasure: about(measure),
  changeMeasure: about((t) => ({ ...measure(t), ownerId: t.people.owner.id }), { name: 'Klachten' }),
  removeMeasure: about(measure),
  putMeasurePoints: about(measure, { points: [{ at: '2026-01-01T00:00:00.000Z', value: 5 }] }),
  removeMeasurePoint: about(measure, { at: '2026-03-02T09:00:00.000Z' }),
  readMeasureSeries: about(measure),
  listMeasureEvents: about(measure),
  previewMeasureImport: about((t) => ({ measureId: t.measureId, measures: `1:${t.measureId}` })),
  importMeasures: about((t) => ({ measures: `1:${t.measureId}` })),
  undoMeasureImport: about((t) => ({ importId: t.importId })),

  ...routingRows,
  ...actRows,

  submitFeedback: { input: (t) => ({ siteKey: t.siteKey, kind: 'idea', message: 'Zet een bankje bij de deur' }) },
  listMine: nothing,
  readMine: about(item),
  addMine: about(item, { text: 'Nog iets' }),
  reactMine: {
    ...about(item, { helped: 'no', text: 'Het piept nog' }),
    prepare: (deps, t) =>
      inTenant(deps, t)
        .updateTable('feedbackItems')
        .set({ status: 'answered', outcomeId: t.publishedId, answeredAt: deps.clock().toISOString() })
        .execute(),
  },
  seeMine: about(item),

  listFeedback: {
    ...nothing,
    filters: (t) => ({
      ...{ goalId: t.goalId, initiativeId: t.initiativeId, teamId: t.teamId, siteId: t.siteId, customerId: t.customer.id, q: t.mark },
      attribute: `plan:${t.mark} attribuut`,
    }),
  },
  countInbox: nothing,
  readFeedback: about(item),
  routeFeedback: about((t) => ({ ...item(t), goalId: t.goalId })),
  returnFeedback: about(item),
  planFeedback: about((t) => ({ ...item(t), initiativeId: t.initiativeId })),
  replyFeedback: about((t) => ({ ...item(t), mentions: [t.people.owner.id] }), { text: 'Kijk jij?', internal: true }),
  holdReply: about(item, { text: 'Dank je wel' }),
  takeBackReply: about((t) => ({ ...item(t), replyId: t.heldReplyId })),
  ...replyTemplateRows,
  markSpam: about(item),
  unmarkSpam: { ...about(item), prepare: (deps, t) => inTenant(deps, t).updateTable('feedbackItems').set({ status: 'spam' }).execute() },

  ...outcomeRows,

  readPublicPage: nothing,
  changePublicPage: { input: () => ({ found: true }) },
  readLoop: about((t) => ({ teamId: t.teamId, goalId: t.goalId, siteId: t.siteId })),
  divideLoop: { input: () => ({ by: 'goal' }) },
  readLoopSeries: about((t) => ({ teamId: t.teamId, goalId: t.goalId })),
  rankTeams: { input: () => ({ metric: 'answered' }) },

  exportMine: nothing,
  eraseMine: nothing,

  ...mailRows,
  ...inboundRows,

  readCoverage: about((t) => ({ teamId: t.teamId })),
  listCoverageTeams: { input: () => ({}), foreign: (t) => ({ teamId: t.teamId, parentId: t.teamId }) },
  listCoveragePeople: about((t) => ({ teamId: t.teamId }), { gap: 'no-goal' }),
  listCoverageGoals: about((t) => ({ teamId: t.teamId }), { gap: 'loose' }),
  readStory: about((t) => ({ teamId: t.teamId })),
  readStoryPage: about((t) => ({ teamId: t.teamId })),
  readShareLink: about((t) => ({ teamId: t.teamId }), { kind: 'story' }),
  createShareLink: about((t) => ({ teamId: t.teamId }), { kind: 'team-page' }),
  revokeShareLink: about((t) => ({ id: t.storyLinkId })),
  listPulses: nothing,
  createPulse: about((t) => ({ teamId: t.teamId, measureId: t.measureId }), {
    kind: 'enps',
    startsOn: '2026-03-09',
    everyWeeks: 4,
    closesAfterDays: 7,
  }),
  changePulse: about((t) => ({ ...pulse(t), measureId: t.measureId }), { everyWeeks: 2 }),
  listPulseRounds: about(pulse),
  openPulseRound: {
    ...about(pulse),
    prepare: async (deps, t) => {
      await givenMember(deps, t.organisationId, 'member')
      await givenMember(deps, t.organisationId, 'member')
      await inTenant(deps, t).updateTable('pulseRounds').set({ closedAt: deps.clock().toISOString() }).execute()
    },
  },
  closePulseRound: about((t) => ({ ...pulse(t), roundId: t.roundId })),

  listLetters: nothing,
  changeAllLetters: { input: () => monday },
  changeTeamLetter: about((t) => ({ teamId: t.teamId }), monday),
  previewLetter: about((t) => ({ teamId: t.teamId })),
  previewLetterHtml: about((t) => ({ teamId: t.teamId })),
  readMyMails: nothing,
  changeMyMails: { input: () => ({ letters: false }) },

  listViews: nothing,
  createView: about((t) => ({ teamId: t.teamId }), { name: 'Te laat', filter: { due: 'overdue' } }),
  changeView: about((t) => ({ id: t.viewId, teamId: t.teamId }), { name: 'Te laat' }),
  removeView: about((t) => ({ id: t.viewId })),
  readCalendar: nothing,
  changeCalendar: { input: () => ({ timeZone: 'Europe/Brussels', workdays: [1, 2], holidays: null, ownDays: [] }) },
  listFreeDays: nothing,
  previewCalendar: { input: () => ({ timeZone: 'Europe/Brussels', workdays: [1, 2], holidays: null, ownDays: [] }) },
  movePromise: about(item, { replyBy: '2026-03-16', reason: 'We wachten op een onderdeel', late: true }),
  listNotifications: nothing,
  countNotifications: nothing,
  readNotifications: { input: () => ({ all: true }) },
  readNotificationChoice: nothing,
  changeNotificationChoice: { input: () => ({ mail: 'none' }) },
}
