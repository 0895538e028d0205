import type { contract } from '@klankbord/shared/contract'
import { systemScope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import { about, item, nothing, type Row } from './access-row.ts'
import { givenMember } from './builders.ts'
import { signedByHost } from './host-tokens.ts'
import { routingRows } from './routing-access-rows.ts'
import type { Tenant } from './tenants.ts'

/** A GIF of one pixel. */
const ONE_PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** The body of an endpoint that takes bytes. */
export const bytesFor = (path: string) => (path.includes('/imports') ? Buffer.from('datum;waarde\n1-2-2026;5') : ONE_PIXEL)

const words = { kind: 'answer', title: 'Een resultaat', did: 'Dit deden we' }
const newPassword = 'een-nieuw-wachtwoord'

const draft = (t: Tenant) => ({ id: t.draftId })
const published = (t: Tenant) => ({ id: t.publishedId })
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
  listMembers: { ...nothing, filters: (t) => ({ teamId: t.teamId, ids: t.people.owner.id }) },
  changeMember: {
    input: (t) => ({ id: t.people.viewer.id, teams: [{ teamId: t.teamId, role: 'member' }] }),
    foreign: (t) => ({ id: t.people.viewer.id, teams: [{ teamId: t.teamId, role: 'member' }] }),
  },
  listInvitations: nothing,
  invite: {
    input: (t) => ({ email: `iemand@${t.mark}.example`, teams: [{ teamId: t.teamId, role: 'member' }] }),
    foreign: (t) => ({ teams: [{ teamId: t.teamId, role: 'member' }] }),
  },
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

  listFeedback: { ...nothing, filters: (t) => ({ goalId: t.goalId, initiativeId: t.initiativeId, teamId: t.teamId, q: t.mark }) },
  countInbox: nothing,
  readFeedback: about(item),
  routeFeedback: about((t) => ({ ...item(t), goalId: t.goalId })),
  planFeedback: about((t) => ({ ...item(t), initiativeId: t.initiativeId })),
  replyFeedback: about(item, { text: 'Dank je wel' }),
  markSpam: about(item),
  unmarkSpam: { ...about(item), prepare: (deps, t) => inTenant(deps, t).updateTable('feedbackItems').set({ status: 'spam' }).execute() },

  listPublicOutcomes: { input: (t) => ({ siteKey: t.siteKey, q: 'resultaat gedaan kanarie' }) },
  listOutcomes: { ...nothing, filters: (t) => ({ goalId: t.goalId }) },
  createOutcome: about((t) => ({ goalId: t.goalId, feedbackIds: [t.customer.feedbackId] }), words),
  readOutcome: about(draft),
  changeOutcome: about((t) => ({ ...draft(t), feedbackIds: [t.customer.feedbackId] }), { title: 'Een beter resultaat' }),
  deleteOutcome: about(draft),
  listReceivers: about(draft),
  previewOutcome: about(draft),
  previewOutcomeHtml: about(draft),
  publishOutcome: about(draft),
  unscheduleOutcome: {
    ...about(draft),
    prepare: (deps, t) =>
      inTenant(deps, t).updateTable('outcomes').set({ publishAt: '2026-05-01T00:00:00.000Z' }).where('id', '=', t.draftId).execute(),
  },
  listDeliveries: about(published),
  resendDelivery: about((t) => ({ deliveryId: t.failedDeliveryId })),

  readLoop: about((t) => ({ teamId: t.teamId })),
  rankTeams: { input: () => ({ metric: 'answered' }) },

  exportMine: nothing,
  eraseMine: nothing,

  listMails: nothing,
  readMail: about((t) => ({ id: t.mailId })),
  readMailHtml: about((t) => ({ id: t.mailId })),

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
}
