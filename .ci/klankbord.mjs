import { serve } from './serve.mjs'

// What a command prints may be read by a script, so the preparation says nothing.
await serve(process.argv.slice(3), { say: () => {} })
