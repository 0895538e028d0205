import type { Kit } from '../form/kit.ts'

/** What this part uses of the form's; see there why it is handed over. */
export let h: Kit['h']
export let Icon: Kit['Icon']
export let Title: Kit['Title']
export let Pick: Kit['Pick']
export let fill: Kit['fill']
export let go: Kit['go']
export let say: Kit['say']
export let keep: Kit['keep']
export let complain: Kit['complain']
export let later: Kit['later']
export let load: Kit['load']

export function take(kit: Kit) {
  ;({ h, Icon, Title, Pick, fill, go, say, keep, complain, later, load } = kit)
}
