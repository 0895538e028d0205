import { finding } from './en/finding.ts'
import { inbox } from './en/inbox.ts'
import { item, merging } from './en/item.ts'
import { bulk, live } from './en/live.ts'
import { promises } from './en/promises.ts'
import { words } from './en/words.ts'

/** What the inbox is read with. Everything else comes later, with the page or the dialog that says it. */
export const en = {
  ...words,
  finding,
  inbox,
  item,
  merging,
  bulk,
  live,
  promises,
}
export type FirstTexts = typeof en
