import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The lab: a page for who works on the widget, which `npm run dev` serves and nothing else. */
export default defineConfig({
  root,
  base: '/widget-lab/',
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  build: { outDir: 'dist', emptyOutDir: true, modulePreload: false, rolldownOptions: { input: [`${root}index.html`, `${root}cell.html`] } },
})
