import type { Kit } from '../form/kit.ts'

/** What this part uses of the form's; see there why it is handed over. */
export let h: Kit['h']
export let dress: Kit['dress']
export let Icon: Kit['Icon']
export let learn: Kit['learn']
export let plural: Kit['plural']
export let write: Kit['write']

export function take(kit: Kit) {
  ;({ h, dress, Icon, learn, plural, write } = kit)
}
