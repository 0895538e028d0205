import type { CapturedMail } from '@klankbord/shared/mails'
import type { Page, PageQuery } from '@klankbord/shared/page'
import PostalMime, { type Email } from 'postal-mime'
import { cursorAfter, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { type KeptMail, listKept, readKept, readName } from '../mail/eml-folder.ts'
import { notFound } from '../problem-error.ts'
import { receiversOf } from './store.ts'

/** Files looked at in one go for those that are the caller's. */
const CHUNK = 500

/** The mails of this organisation that were kept instead of sent, newest first; none once there is an SMTP server. */
export async function listMails({ db, config }: Deps, scope: Scope, { limit, cursor }: PageQuery): Promise<Page<CapturedMail>> {
  const after = cursor === undefined ? null : (readCursor(cursor, 1)[0] ?? '')
  const kept = config.smtpUrl ? [] : (await listKept(config)).filter(({ name }) => after === null || name < after)
  const items: CapturedMail[] = []
  for (let at = 0; at < kept.length; at += CHUNK) {
    const chunk = kept.slice(at, at + CHUNK)
    const receivers = await receiversOf(
      db,
      scope,
      chunk.map(({ deliveryId }) => deliveryId),
    )
    for (const mail of chunk) {
      const to = receivers.get(mail.deliveryId)
      const parsed = to === undefined ? null : await parse({ config }, mail)
      if (to === undefined || !parsed) continue
      const last = items.at(-1)
      if (items.length === limit && last) return { items, next: cursorAfter([last.id]) }
      items.push(present(mail, to, parsed))
    }
  }
  return { items, next: null }
}

export async function readMail({ db, config }: Deps, scope: Scope, id: string) {
  const mail = config.smtpUrl ? null : readName(id)
  const to = mail && (await receiversOf(db, scope, [mail.deliveryId])).get(mail.deliveryId)
  const parsed = mail && to ? await parse({ config }, mail) : null
  if (!mail || !to || !parsed) throw notFound('mail')
  const headers = parsed.headers.map(({ originalKey, value }): [string, string] => [originalKey, value])
  return { ...present(mail, to, parsed), text: parsed.text ?? '', html: parsed.html ?? '', headers }
}

async function parse({ config }: Pick<Deps, 'config'>, mail: KeptMail): Promise<Email | null> {
  const content = await readKept(config, mail)
  return content && PostalMime.parse(content)
}

const present = ({ name, at }: KeptMail, to: string, { subject = '' }: Email): CapturedMail => ({ id: name, to, subject, at: at.toISOString() })
