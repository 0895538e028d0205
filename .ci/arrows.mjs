import { join } from 'node:path'
import { run } from './child.mjs'
import { root } from './prepare.mjs'

/**
 * Holds the imports of the source tree at `cwd` against .dependency-cruiser.cjs.
 * `modules` is how many were read: with a compiler that it cannot use, the tool reads none and finds no fault.
 */
export async function arrows(cwd = root) {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'packages']
  const { output } = await run(process.execPath, args, { cwd, timeoutMs: 120_000 })
  const start = output.indexOf('{')
  if (start < 0) throw new Error(output.trim())
  const { modules, summary } = JSON.parse(output.slice(start))
  return {
    modules: modules.filter(({ source }) => source.startsWith('packages/')).length,
    violations: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
  }
}
