import { createHash } from 'node:crypto'
import type { Config } from '../config.ts'

/** The Message-ID of an effect (`receipt`, the id of its item): the same whenever and wherever it is written, so that a later mail can refer to it. */
export function messageIdOf({ publicUrl }: Pick<Config, 'publicUrl'>, ...effect: string[]): string {
  const host = new URL(publicUrl).hostname.replace(/[^\w.-]/g, '') || 'localhost'
  return `<${createHash('sha256').update(effect.join(':')).digest('hex').slice(0, 40)}@${host}>`
}
