import type { Db } from '../db/db.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import type { Texts } from '../texts/texts.ts'
import type { TokenPurpose } from '../tokens.ts'
import { type Colleague, findColleague } from './mail-store.ts'

/** A kind of mail to colleagues, each of whom can stop it by a link in it. */
export interface StoppableMail {
  /** What that link is signed for, and where it leads. */
  purpose: TokenPurpose
  path: string
  said(texts: Texts): StopTexts
  isStopped(db: Db, scope: Scope, memberId: string): Promise<boolean>
  /** Stops it at this time, or (`at` null) has it sent again. */
  setStopped(db: Db, scope: Scope, memberId: string, at: string | null): Promise<void>
}

/** What the pages say on which a colleague stops a kind of mail, or has it sent again. */
export type StopTexts = Texts['colleagues']['stopPulses']

export const stopUrlOf = ({ config, tokens }: Pick<Deps, 'config' | 'tokens'>, { purpose, path }: StoppableMail, memberId: string) =>
  `${config.publicUrl}${path}/${tokens.sign(purpose, memberId)}`

/** The member whose mails hold this link. */
export async function readStop({ db, tokens }: Deps, mail: StoppableMail, token: string): Promise<Colleague & { stopped: boolean }> {
  const id = tokens.read(mail.purpose, token)
  const colleague = id ? await findColleague(db, id) : undefined
  if (!colleague) throw notFound('link')
  return { ...colleague, stopped: await mail.isStopped(db, systemScope(colleague.organisationId), colleague.id) }
}

/** Stops the mail to a member, or has it sent again. */
export async function setMailed(deps: Deps, mail: StoppableMail, token: string, wanted: boolean): Promise<Colleague> {
  const colleague = await readStop(deps, mail, token)
  await mail.setStopped(deps.db, systemScope(colleague.organisationId), colleague.id, wanted ? null : deps.clock().toISOString())
  return colleague
}
