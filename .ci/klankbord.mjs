import { serve } from './serve.mjs'

const args = process.argv.slice(3)
// Without a command it would serve; the list of commands is what was looked for. What a command prints may be read by a script.
await serve(args.length > 0 ? args : ['help'], { say: () => {} })
