import { setTimeout } from 'node:timers/promises'
import { customerEndpoints } from '@klankbord/shared/customers'
import type { Hono, MiddlewareHandler } from 'hono'
import { transact } from '../db/db.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { clientAddress, createLimit } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { ProblemError } from '../problem-error.ts'
import { hashAddress, takeAddress } from './addresses.ts'
import { customerScope } from './confirm.ts'
import { mailLink } from './mail-link.ts'
import { findCustomersPlace } from './store.ts'

/** Says who asks where a customer's token is sent along; one that is not good is refused, since leaving it out would lose their thread unnoticed. */
export function identifyCustomer({ db, tokens }: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const authorization = c.req.header('Authorization')
    if (authorization !== undefined) {
      const id = tokens.read('customer', /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')
      const customer = id ? await findCustomersPlace(db, id) : undefined
      if (!customer)
        throw new ProblemError(
          'unauthenticated',
          'This customer token is not valid, or its customer was erased. Forget it, and send the next submission without Authorization: that returns a new one.',
        )
      c.set('scope', customerScope(customer))
    }
    await next()
  }
}

export function mountCustomers(app: Hono<Env>, deps: Deps) {
  const useCustomer = createLimit({ requests: 5, seconds: 3600 }, deps.config)
  const useAddress = createLimit({ requests: 20, seconds: 3600 }, deps.config)
  serve(app, customerEndpoints.putMyEmail, async ({ email, locale = null }, { scope, c }) => {
    const customerId = 'id' in scope.who ? scope.who.id : ''
    await useCustomer(customerId)
    await useAddress(clientAddress(c, deps.config))
    const mail = await transact(deps.db, (db) => takeAddress(deps, db, scope, { customerId, email, locale, feedbackItemId: null }, deps.clock()))
    return { mail }
  })
  mountLinks(app, deps)
}

/** How long asking for a link takes, whoever asks for whom: longer than finding someone and queueing a mail does. */
const LINK_MS = 250

function mountLinks(app: Hono<Env>, deps: Deps) {
  const useCaller = createLimit({ requests: 10, seconds: 3600 }, deps.config)
  const useAddress = createLimit({ requests: 5, seconds: 3600 }, deps.config)
  serve(app, customerEndpoints.mailLink, async ({ email, locale = null }, { scope, c }) => {
    await useCaller(clientAddress(c, deps.config))
    await useAddress(`${scope.organisationId} ${hashAddress(email)}`)
    await Promise.all([mailLink(deps, scope, { email, locale }), setTimeout(LINK_MS)])
    return {}
  })
}
