import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

/** The files that ours are held against, as a page would load them. */
export async function bundleFloors(): Promise<Map<string, Buffer>> {
  const { outputFiles } = await build({
    entryPoints: ['loader', 'form', 'preact'].map((name) => fileURLToPath(new URL(`floor/${name}.js`, import.meta.url))),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome123',
    outdir: '/floor',
    write: false,
  })
  const files = outputFiles.map(({ path, contents }): [string, Buffer] => {
    const name = path.replaceAll('\\', '/').split('/').at(-1) as string
    // A script that is no module: its names may not become the page's.
    return [name, name === 'loader.js' ? Buffer.concat([Buffer.from('{'), contents, Buffer.from('}')]) : Buffer.from(contents)]
  })
  return new Map(files)
}

export const compressed = (code: Uint8Array) => brotliCompressSync(code).length
