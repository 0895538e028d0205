import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import type { Messages } from '../outbox/messages.ts'
import { addresseeOf, findAddressee } from './addressee.ts'
import { hashAddress } from './addresses.ts'

/** The way to everything somebody said, in the language that they asked in. */
export async function composeLink(deps: Deps, scope: Scope, { customerId, addressHash, locale, at }: Messages['link']): Promise<Mail | null> {
  const known = await findAddressee(deps, scope, customerId)
  if (!known || hashAddress(known.customer.email) !== addressHash) return null
  const { id, email, organisation, name } = known.customer
  const to = await addresseeOf(deps, known.customer, locale ?? known.customer.locale)
  const { link, greeting } = to.texts.letters
  const letter = writeLetter({
    ...to.paper,
    subject: link.subject(organisation),
    blocks: [
      { say: greeting(name) },
      { say: link.asked(organisation) },
      { action: link.open, href: `${deps.config.publicUrl}/m/${deps.tokens.sign('all', id, email)}` },
      { say: link.keep },
    ],
    footer: { ...to.footer(), say: link.ignore },
  })
  return { ...to.envelope(null), ...letter, headers: to.headers, messageId: messageIdOf(deps.config, 'link', customerId, at) }
}
