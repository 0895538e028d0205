import type { Kit } from '../form/kit.ts'

/** What this part uses of the form's; see there why it is handed over. */
export let h: Kit['h']
export let dress: Kit['dress']
export let Pick: Kit['Pick']
export let write: Kit['write']

export function take(kit: Kit) {
  ;({ h, dress, Pick, write } = kit)
}
