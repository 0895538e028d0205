import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { release } from './child.mjs'
import { prepare, root } from './prepare.mjs'

await prepare()
release()

const vite = join(root, 'node_modules/vite/bin/vite.js')
const watchers = {
  server: {
    args: [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      'watch',
      '--clear-screen=false',
      '--tsconfig=packages/server/tsconfig.json',
      'packages/server/src/main.ts',
      '--dev',
    ],
    cwd: root,
  },
  widget: { args: [vite, 'build', '--watch', '--logLevel', 'warn'], cwd: join(root, 'packages/widget') },
  lab: { args: [vite, 'build', '--watch', '--logLevel', 'warn', '--config', 'lab/vite.config.ts'], cwd: join(root, 'packages/widget') },
  admin: { args: [vite, 'build', '--watch', '--logLevel', 'warn'], cwd: join(root, 'packages/admin') },
}

const children = Object.entries(watchers).map(([name, { args, cwd }]) => {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' })
  child.once('exit', (code) => {
    if (!stopping) console.error(`${name} ended with ${code}`)
    stop(code ?? 0)
  })
  return child
})

let stopping = false
function stop(code) {
  if (stopping) return
  stopping = true
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0))
