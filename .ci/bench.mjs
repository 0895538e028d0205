import { spawn } from 'node:child_process'
import { release } from './child.mjs'
import { prepare, root } from './prepare.mjs'

await prepare()
release()
const child = spawn(process.execPath, ['--import', 'tsx', 'packages/server/bench/main.ts', ...process.argv.slice(3)], {
  cwd: root,
  env: { ...process.env, TSX_TSCONFIG_PATH: 'packages/server/tsconfig.json' },
  stdio: 'inherit',
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
