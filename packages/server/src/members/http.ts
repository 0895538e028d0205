import { memberEndpoints } from '@klankbord/shared/members'
import { snippetFor } from '@klankbord/shared/widget'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { clientAddress, createLimit } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../http/session-cookie.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { createApiKey, revokeApiKey } from './api-keys.ts'
import { changeMember } from './change-member.ts'
import type { AllHands } from './hand-over.ts'
import { listInvitations } from './invitation-store.ts'
import { invite, renewInvitation, withdrawInvitation } from './invite.ts'
import { listApiKeys } from './key-store.ts'
import { changeMe, changeOrganisation, changePassword, readMe } from './me.ts'
import { readHoldings } from './read-holdings.ts'
import { readMembers } from './read-members.ts'
import { endSession, type OpenedSession } from './session-store.ts'
import { readSetUp, setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

/** Everything about colleagues: signing in, the first owner, invitations, roles and API keys. */
/** `afterSetUp` is begun once an organisation has its first owner, who does not wait for it. */
export function mountMembers(app: Hono<Env>, deps: Deps, hands: AllHands, afterSetUp: () => Promise<void> = async () => {}) {
  mountSession(app, deps)
  mountMe(app, deps)
  mountDoors(app, deps, afterSetUp)
  mountColleagues(app, deps, hands)
  mountApiKeys(app, deps)
}

const onePage = <Item>(items: Item[]) => ({ items, next: null })

const signInWith = (c: RequestContext, { config, clock }: Deps, session: OpenedSession) => setSessionCookie(c, config, session, clock())

function mountSession(app: Hono<Env>, deps: Deps) {
  const { db, config } = deps
  const attempts = passwordAttempts(deps)
  serve(app, memberEndpoints.signIn, async (input, { c }) => {
    signInWith(c, deps, await attempts(c, input.email, () => signIn(deps, input)))
  })
  serve(app, memberEndpoints.signOut, async (_, { scope, c }) => {
    const token = readSessionCookie(c, config)
    if (token !== undefined) await endSession(db, scope, token)
    clearSessionCookie(c, config)
  })
  serve(app, memberEndpoints.changePassword, async (input, { scope, c }) => {
    const account = 'id' in scope.who ? scope.who.id : ''
    await attempts(c, account, () => changePassword(deps, scope, input, readSessionCookie(c, config)))
  })
}

/** Lets few wrong passwords through, from one address and for one account; a right one costs nothing. */
function passwordAttempts({ config }: Deps) {
  const byAddress = createLimit({ requests: 20, seconds: 600 }, config)
  const byAccount = createLimit({ requests: 10, seconds: 600 }, config)
  return async <Result>(c: RequestContext, account: string, attempt: () => Promise<Result>): Promise<Result> => {
    const address = clientAddress(c, config)
    await byAddress(address)
    await byAccount(account)
    const result = await attempt()
    await Promise.all([byAddress.giveBack(address), byAccount.giveBack(account)])
    return result
  }
}

function mountMe(app: Hono<Env>, deps: Deps) {
  serve(app, memberEndpoints.readMe, (_, { scope }) => readMe(deps, scope))
  serve(app, memberEndpoints.changeMe, (input, { scope }) => changeMe(deps, scope, input))
  serve(app, memberEndpoints.changeOrganisation, (input, { scope }) => changeOrganisation(deps, scope, input))
}

/** The doors for who is not a member yet: a signed link is all they have. */
function mountDoors(app: Hono<Env>, deps: Deps, afterSetUp: () => Promise<void>) {
  serve(app, memberEndpoints.readSetUp, async ({ token }) => {
    const { organisation, siteKey } = await readSetUp(deps, token)
    return { organisation, snippet: siteKey === null ? '' : snippetFor(deps.config.publicUrl, siteKey) }
  })
  serve(app, memberEndpoints.setUp, async (input, { c }) => {
    const session = await setUp(deps, input)
    void afterSetUp().catch((error) => deps.log.error({ err: error }, 'not ready after set-up'))
    return signInWith(c, deps, session)
  })
  serve(app, memberEndpoints.readInvitation, async ({ token }) => {
    const { organisation, email, name, role } = await readInvitation(deps, token)
    return { organisation, email: email || null, name, role }
  })
  serve(app, memberEndpoints.acceptInvitation, async (input, { c }) => signInWith(c, deps, await acceptInvitation(deps, input)))
}

function mountColleagues(app: Hono<Env>, deps: Deps, hands: AllHands) {
  serve(app, memberEndpoints.listMembers, (asked, { scope }) => readMembers(deps, scope, asked))
  serve(app, memberEndpoints.changeMember, (input, { scope }) => changeMember(deps, scope, hands, input))
  serve(app, memberEndpoints.listHoldings, ({ id }, { scope }) => readHoldings(deps, scope, hands, id))
  serve(app, memberEndpoints.listInvitations, async (_, { scope }) => onePage(await listInvitations(deps.db, scope)))
  serve(app, memberEndpoints.invite, (input, { scope }) => invite(deps, scope, input))
  serve(app, memberEndpoints.renewInvitation, ({ id }, { scope }) => renewInvitation(deps, scope, id))
  serve(app, memberEndpoints.withdrawInvitation, ({ id }, { scope }) => withdrawInvitation(deps, scope, id))
}

function mountApiKeys(app: Hono<Env>, deps: Deps) {
  serve(app, memberEndpoints.listApiKeys, async (_, { scope }) => onePage(await listApiKeys(deps.db, scope)))
  serve(app, memberEndpoints.createApiKey, (input, { scope }) => createApiKey(deps, scope, input))
  serve(app, memberEndpoints.revokeApiKey, ({ id }, { scope }) => revokeApiKey(deps, scope, id))
}
