import { readEnclosed } from '../attachments/read-attachment.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { ToldPicture } from '../feedback/outcome-pictures.ts'
import type { Block } from '../mail/blocks.tsx'
import type { Mail } from '../mail/mailer.ts'
import type { MailTexts } from '../texts/mail/mail-texts.ts'

type Enclosed = NonNullable<Mail['pictures']>

/** The pictures of an outcome as they stand in its letter, and those that travel along. What one that is lost showed is said in words. */
export async function enclosePictures(deps: Deps, scope: Scope, told: readonly ToldPicture[], { words }: MailTexts) {
  const pictures: Enclosed = []
  const blocks: Block[] = []
  for (const { id, alt, locale, width, height } of told) {
    const bytes = await readEnclosed(deps, scope, id)
    const plain = words.outcome.picture(alt)
    blocks.push(bytes ? { picture: nameOf(id), alt, locale, width, height, plain } : { say: plain })
    if (bytes) pictures.push({ name: nameOf(id), type: 'image/jpeg', bytes })
  }
  return { blocks, pictures }
}

const nameOf = (id: string) => `picture-${id}`

/** The HTML of a letter for a page, which has nothing that travels along: the pictures stand in it. */
export const withPicturesInside = (html: string, pictures: Enclosed): string =>
  pictures.reduce(
    (page, { name, type, bytes }) => page.replaceAll(`cid:${name}`, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`),
    html,
  )
