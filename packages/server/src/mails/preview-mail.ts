import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import { findLook } from '../mail/look-store.ts'
import { readOrganisation } from '../members/store.ts'
import { type MailLanguage, mailTexts } from '../texts/mail/mail-texts.ts'

const ACCENT = '#0f6b5c'

/** A receipt as a customer gets it, with the logo in it: a page in a frame can't ask for what travels with a mail. Its links lead nowhere. */
export async function previewMail(deps: Deps, scope: Scope, language: MailLanguage): Promise<string> {
  const look = await findLook(deps.db, scope)
  const { name: organisation } = await readOrganisation(deps.db, scope)
  const { letters, words } = mailTexts[language][look.tone]
  const { html } = writeLetter({
    ...{ language, organisation, logo: look.logo, signature: look.signature, accent: look.accent ?? ACCENT },
    subject: letters.receipt.subject(letters.quoted('…')),
    blocks: [
      { say: letters.greeting(null) },
      { say: letters.receipt.thanks.idea },
      { say: words.promise.team(organisation) },
      { say: letters.receipt.youSaid },
      { quote: letters.outcome.example },
      { action: letters.openThread, href: '#' },
    ],
    footer: { say: letters.because(organisation), stop: { label: letters.stop, href: '#' }, choose: { label: letters.preferences, href: '#' } },
  })
  return look.logo ? html.replace('src="cid:logo"', `src="data:image/png;base64,${Buffer.from(look.logo.png).toString('base64')}"`) : html
}
