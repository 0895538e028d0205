import type { FirstTexts } from './en.ts'
import { finding } from './nl/finding.ts'
import { inbox } from './nl/inbox.ts'
import { item, merging } from './nl/item.ts'
import { bulk, live } from './nl/live.ts'
import { promises } from './nl/promises.ts'
import { words } from './nl/words.ts'

export const nl: FirstTexts = {
  ...words,
  finding,
  inbox,
  item,
  merging,
  bulk,
  live,
  promises,
}
