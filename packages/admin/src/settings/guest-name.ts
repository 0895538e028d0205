import type { Invitation } from '@klankbord/shared/members'
import { useFullLanguage } from '../full-language.ts'

/** Whom an invitation is for, as far as anybody knows. */
export function useGuestName() {
  const { t } = useFullLanguage()
  return ({ email, name }: Pick<Invitation, 'email' | 'name'>) => (email && name ? `${name} (${email})` : (email ?? name ?? t.settings.people.anyone))
}
