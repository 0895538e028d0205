import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { release } from './child.mjs'
import { prepare, root } from './prepare.mjs'

/** Prepares, then becomes the server: no process in between that a signal could get lost in. */
export async function serve(args, options) {
  await prepare(options)
  release()
  const entry = join(root, 'packages/server/dist/main.js')
  process.argv = [process.argv[0], entry, ...args]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(entry).href)
}
