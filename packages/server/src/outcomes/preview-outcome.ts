import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { withPicturesInside } from './enclose-pictures.ts'
import { previewOutcomeEmail } from './outcome-email.tsx'

/** The e-mail as its receivers will get it, in the language asked for. */
export async function previewOutcome(deps: Deps, scope: Scope, { id, locale }: { id: string; locale?: string | undefined }) {
  const letter = await previewOutcomeEmail(deps, scope, id, locale)
  if (!letter) throw notFound('outcome')
  return { ...letter, html: withPicturesInside(letter.html, letter.pictures) }
}
