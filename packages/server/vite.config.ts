import { defineConfig } from 'vite'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      // Everything that runs as a process or thread of its own.
      input: {
        main: 'src/main.ts',
        'writer-thread': 'src/db/sqlite/writer-thread.js',
        'reader-thread': 'src/db/sqlite/reader-thread.js',
        'holidays-thread': 'src/calendar/holidays-thread.js',
        encoder: 'src/attachments/encoder.ts',
        'learner-thread': 'src/suggestions/thread/learner-thread.ts',
      },
    },
  },
})
