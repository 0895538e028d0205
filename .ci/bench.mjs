import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

await prepare()
const child = spawn(process.execPath, ['--import', 'tsx', 'packages/server/bench/main.ts', ...process.argv.slice(3)], {
  cwd: join(root),
  stdio: 'inherit',
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
