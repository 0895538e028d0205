import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import type { Messages } from '../outbox/messages.ts'
import { findAddressee, voiceOf } from './addressee.ts'
import { hashAddress } from './addresses.ts'

/** The way to everything somebody said, in the language that they asked in. */
export async function composeLink(deps: Deps, scope: Scope, { customerId, addressHash, locale, at }: Messages['link']): Promise<Mail | null> {
  const to = await findAddressee(deps, scope, customerId)
  if (!to || hashAddress(to.customer.email) !== addressHash) return null
  const { id, email, organisation, accent, name } = to.customer
  const { language, texts } = voiceOf(deps, locale ?? to.customer.locale, to.customer)
  const { link, greeting, stop } = texts.letters
  const letter = writeLetter({
    language,
    subject: link.subject(organisation),
    organisation,
    accent,
    blocks: [
      { say: greeting(name) },
      { say: link.asked(organisation) },
      { action: link.open, href: `${deps.config.publicUrl}/m/${deps.tokens.sign('all', id, email)}` },
      { say: link.keep },
    ],
    footer: { say: link.ignore, stop: { label: stop, href: to.stopUrl } },
  })
  return { to: email, ...letter, headers: to.headers, messageId: messageIdOf(deps.config, 'link', customerId, at) }
}
