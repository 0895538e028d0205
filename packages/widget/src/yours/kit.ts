import type { Kit } from '../form/kit.ts'

/** What this part uses of the form's; see there why it is handed over. */
export let h: Kit['h']
export let forget: Kit['forget']

export function take(kit: Kit) {
  ;({ h, forget } = kit)
}
