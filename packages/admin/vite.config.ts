import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { namedAhead } from './ahead.ts'
import { contractWithoutSchemas } from './contract.ts'

const server = process.env.KLANKBORD_URL ?? 'http://127.0.0.1:3000'

/** Writes, beside each file, what the server sends to a browser that takes it compressed. */
function compressed(): Plugin {
  return {
    name: 'klankbord-compressed',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      for (const file of Object.values(bundle)) {
        const content = file.type === 'chunk' ? file.code : file.source
        writeFileSync(resolve(dir, `${file.fileName}.br`), brotliCompressSync(content))
        writeFileSync(resolve(dir, `${file.fileName}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  base: '/admin/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [contractWithoutSchemas(), namedAhead(), compressed()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    // The pages' policy allows scripts and styles from their own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page on which the widget is seen before it is saved is one of its own: other rules hold for it.
    rolldownOptions: {
      input: ['index.html', 'widget-preview.html'],
      output: {
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules.preact/, priority: 2 },
            { name: 'first', tags: ['$initial'], test: (id) => !/src.(preview.|main\.tsx)/.test(id) && !id.includes('.html'), priority: 1 },
            { name: 'goals', test: /src.(goals|coverage|story|styles.(goals|coverage|story|tree))[./\\]/, minShareCount: 2 },
            { name: 'pieces', test: /src.ui.|node_modules.lucide|packages.shared/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': server, '^/widget(/|\\.js)': server, '/f': server, '^/[st]/': server, '/pages.css': server },
  },
})
