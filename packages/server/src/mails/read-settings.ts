import type { MailSettings } from '@klankbord/shared/mails'
import type { Config } from '../config.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findSigned } from './change-signing.ts'
import { countUnsettled } from './store.ts'

const isLocal = (host: string) => /^(localhost|127\.|\[?::1)/.test(host) || host.endsWith('.localhost')

/** What keeps mail from reaching people, by the variable that says it. */
function missingIn({ smtpUrl, mailFrom, publicUrl }: Config): MailSettings['missing'] {
  const senderHost = /@([^\s>]+)/.exec(mailFrom)?.[1] ?? ''
  return [
    ...(smtpUrl === undefined ? (['SMTP_URL'] as const) : []),
    ...(isLocal(senderHost) ? (['MAIL_FROM'] as const) : []),
    ...(isLocal(new URL(publicUrl).hostname) ? (['PUBLIC_URL'] as const) : []),
  ]
}

/** Where mail goes out; never with what we sign in. */
function serverIn({ smtpUrl }: Config): MailSettings['server'] {
  if (smtpUrl === undefined) return null
  const { protocol, hostname, port, username } = new URL(smtpUrl)
  const encrypted = protocol === 'smtps:'
  return { host: hostname, port: Number(port || (encrypted ? 465 : 587)), encrypted, signsIn: username !== '' }
}

export async function readMailSettings({ db, config, clock }: Deps, scope: Scope): Promise<MailSettings> {
  const since = new Date(clock().getTime() - 7 * 86_400_000)
  return {
    server: serverIn(config),
    from: config.mailFrom,
    missing: missingIn(config),
    signing: await findSigned(db, config, scope),
    ...(await countUnsettled(db, scope, since)),
  }
}
