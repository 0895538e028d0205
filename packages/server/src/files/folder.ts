import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from './files.ts'

const KEY = /^[\w-]+\/[\w-][\w.-]*$/

/** Files in a folder. Several processes may share it; what is there under its key is there whole. */
export function createFolder(root: string): Files {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error(`Not a key of ours: ${key}`)
    return join(root, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const draft = `${path}.${randomUUID()}.part`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await writeWhole(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {})
        throw error
      }
      await syncFolder(dirname(path))
    },
    get: (key) => orElse(null, readFile(pathOf(key)) as Promise<Uint8Array<ArrayBuffer>>),
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list(folder) {
      const entries = await orElse(null, opendir(join(root, folder)))
      if (entries) for await (const entry of entries) yield `${folder}/${entry.name}`
    },
  }
}

async function writeWhole(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is in its folder for good only when the folder itself is on disk. Windows opens no folders, and needs none. */
async function syncFolder(path: string) {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** What a promise gives, or `other` where there is no such file. */
const orElse = <Value, Other>(other: Other, found: Promise<Value>): Promise<Value | Other> =>
  found.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return other
    throw error
  })
