import type { Kit } from './kit.ts'

/** What the later parts use of the form's; see there why it is handed over. Each part carries its own, with only what it uses. */
export let h: Kit['h']
export let dress: Kit['dress']
export let Icon: Kit['Icon']
export let Title: Kit['Title']
export let Pick: Kit['Pick']
export let fill: Kit['fill']
export let plural: Kit['plural']
export let go: Kit['go']
export let say: Kit['say']
export let write: Kit['write']
export let keep: Kit['keep']
export let complain: Kit['complain']
export let later: Kit['later']
export let learn: Kit['learn']
export let load: Kit['load']
export let forget: Kit['forget']

export function take(kit: Kit) {
  h = kit.h
  dress = kit.dress
  Icon = kit.Icon
  Title = kit.Title
  Pick = kit.Pick
  fill = kit.fill
  plural = kit.plural
  go = kit.go
  say = kit.say
  write = kit.write
  keep = kit.keep
  complain = kit.complain
  later = kit.later
  learn = kit.learn
  load = kit.load
  forget = kit.forget
}
