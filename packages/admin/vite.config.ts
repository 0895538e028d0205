import { defineConfig } from 'vite'

const server = process.env.KLANKBORD_URL ?? 'http://127.0.0.1:3000'

export default defineConfig({
  base: '/admin/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // The pages' policy allows scripts and styles from their own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': server, '/widget': server, '/f': server } },
})
