import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Mailer } from './mailer.ts'
import { writeMessage } from './mime.ts'

/** A mail in the folder: `name` is that of its file without `.eml`. */
export interface KeptMail {
  name: string
  deliveryId: string
  at: Date
}

// No delivery id holds an underscore, and no file system minds one.
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([\w-]{1,150})$/

const folderOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'mail')
const nameOf = (deliveryId: string, at: Date) =>
  `${at.toISOString().replace(/[-:.]/g, '')}-${deliveryId.replaceAll(':', '_').replace(/[^\w-]/g, '-')}`

/** What a file's name says, or null when it is no file of ours; a name that says something is safe in a path. */
export function readName(name: string): KeptMail | null {
  const parts = NAME.exec(name)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, ms, id = ''] = parts
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
  return Number.isNaN(at.getTime()) ? null : { name, deliveryId: id.replaceAll('_', ':'), at }
}

/** Keeps each mail as `<time>-<delivery>.eml` in `DATA_DIR/mail`, for who has no SMTP server (yet). A file is there whole or not at all. */
export function createEmlFolder(config: Pick<Config, 'dataDir' | 'mailFrom'> & Partial<Pick<Config, 'signing'>>, clock: () => Date): Mailer {
  const folder = folderOf(config)
  return {
    async send(mail, aboutToSend, deliveryId) {
      const at = clock()
      const path = join(folder, `${nameOf(deliveryId, at)}.eml`)
      const draft = `${path}.${process.pid}.tmp`
      try {
        const { content } = await writeMessage(mail, config, at, deliveryId)
        await mkdir(folder, { recursive: true })
        const file = await open(draft, 'wx', 0o600)
        await file.writeFile(content)
        await file.sync()
        await file.close()
        await aboutToSend()
        await rename(draft, path)
        return { state: 'sent' }
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {})
        return { state: 'refused', again: true, reason: `The mail folder can’t be written (${codeOf(error)})` }
      }
    },
    async close() {},
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unexpected')

/** The mails that were kept, newest first. */
export async function listKept(config: Pick<Config, 'dataDir'>): Promise<KeptMail[]> {
  const files = await readdir(folderOf(config)).catch(() => [])
  return files
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readName(file.slice(0, -'.eml'.length)))
    .filter((mail) => mail !== null)
    .sort((a, b) => (a.name < b.name ? 1 : -1))
}

/** A kept mail as it would have travelled, or null when it is gone. */
export const readKept = (config: Pick<Config, 'dataDir'>, { name }: KeptMail): Promise<Buffer | null> =>
  readFile(join(folderOf(config), `${name}.eml`)).catch(() => null)

/** Removes the mails of these deliveries. */
export async function removeKept(config: Pick<Config, 'dataDir'>, deliveryIds: string[]): Promise<void> {
  const wanted = new Set(deliveryIds.map((id) => readName(nameOf(id, new Date(0)))?.deliveryId))
  for (const { name, deliveryId } of await listKept(config))
    if (wanted.has(deliveryId)) await rm(join(folderOf(config), `${name}.eml`), { force: true })
}
