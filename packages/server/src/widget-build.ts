import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, copyFile, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WidgetBuild } from '@klankbord/shared/widget'
import * as z from 'zod'
import type { Config } from './config.ts'

/** The built widget, beside the server that serves it. */
const dist = fileURLToPath(new URL('../../widget/dist/', import.meta.url))

const Build = z.object({
  version: z.string(),
  path: z.string().regex(/^\/widget\/assets\/[\w.-]+\.js$/),
  integrity: z.string().regex(/^sha(256|384|512)-[A-Za-z0-9+/=]+$/),
}) satisfies z.ZodType<WidgetBuild>

/** What the widget's build says of itself; null when there is none, or one that says nothing. */
export function readWidgetBuild(folder = dist): WidgetBuild | null {
  try {
    return Build.parse(JSON.parse(readFileSync(join(folder, 'widget.json'), 'utf8')))
  } catch {
    return null
  }
}

/** Where chunks of every build that was ever served are kept. */
export const keptAssets = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'widget-assets')

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Keeps the chunks of this build for after the next upgrade: tabs that are open then, and pages that name this build, still ask for them. Several processes may do so at
 * once; a file is there whole or not at all.
 */
export async function keepAssets(config: Pick<Config, 'dataDir'>, folder = dist): Promise<void> {
  const from = join(folder, 'assets')
  const to = keptAssets(config)
  const files = await readdir(from).catch(() => [])
  await mkdir(to, { recursive: true })
  for (const file of files) {
    if (await isThere(join(to, file))) continue
    const draft = join(to, `.${randomUUID()}`)
    await copyFile(join(from, file), draft)
    await rename(draft, join(to, file))
  }
}
