import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFolder } from './folder.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'klankbord-files-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const bytes = new Uint8Array([1, 2, 3])
const keysIn = async (folder: string) => {
  const keys: string[] = []
  for await (const key of createFolder(root).list(folder)) keys.push(key)
  return keys
}

test('what was put is found under its key, by the owner of the process only, with no half file beside it', async () => {
  const files = createFolder(root)
  await files.put('bakker/1', bytes)
  expect(await files.get('bakker/1')).toEqual(Buffer.from(bytes))
  expect(await keysIn('bakker')).toEqual(['bakker/1'])
  expect((await stat(join(root, 'bakker/1'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(root, 'bakker'))).mode & 0o777).toBe(0o700)
})

test('what is not there is told as nothing, and can be removed', async () => {
  const files = createFolder(root)
  expect(await files.get('bakker/1')).toBeNull()
  await files.remove('bakker/1')
  expect(await keysIn('bakker')).toEqual([])
})

test('what can’t be written leaves nothing behind', async () => {
  const files = createFolder(root)
  await files.put('bakker/1', bytes)
  await expect(files.put('bakker/1', 'no bytes' as never as Uint8Array).then(() => files.put('bakker/2', 7 as never))).rejects.toThrow()
  expect((await readdir(join(root, 'bakker'))).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.each(['../secret.key', 'bakker/../../secret.key', '/etc/passwd', 'bakker/.hidden', 'bakker', 'a/b/c', 'bakker/a\0b', ''])(
  'a key such as %j is none of ours',
  async (key) => {
    const files = createFolder(root)
    expect(() => files.get(key)).toThrow('Not a key of ours')
    expect(() => files.remove(key)).toThrow('Not a key of ours')
    await expect(files.put(key, bytes)).rejects.toThrow('Not a key of ours')
  },
)
