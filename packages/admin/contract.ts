import type { Plugin } from 'vite'
import { runnerImport } from 'vite'

const NOUN = /packages\/shared\/src\/([\w-]+)\.ts$/

type Exports = Record<string, unknown>

const isSchema = (value: unknown): value is { options?: unknown } => typeof value === 'object' && value !== null && '_zod' in value

/** What the app needs of one export: all of it but schemas, and of a schema only what may be chosen from. */
function withoutSchemas(value: unknown): unknown {
  if (typeof value === 'function') return undefined
  if (isSchema(value))
    return Array.isArray(value.options) && value.options.every((one) => typeof one === 'string') ? { options: value.options } : undefined
  if (Array.isArray(value)) return value.map(withoutSchemas)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutSchemas(one)]))
}

const written = (exports: Exports): string =>
  Object.entries(exports)
    .map(([name, value]) => [name, withoutSchemas(value)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
    .join('\n')

/**
 * Puts the tables of the contract into the app without their schemas: the server checks what it is sent, and zod would weigh as
 * much as the whole inbox. A schema that the app would need at run time is an export that is not there, and fails the build.
 */
export function contractWithoutSchemas(): Plugin {
  return {
    name: 'klankbord-contract',
    apply: 'build',
    enforce: 'pre',
    async transform(code, id) {
      if (!NOUN.test(id) || !/from '(zod|\.\/endpoint\.ts)'/.test(code)) return null
      const { module } = await runnerImport<Exports>(id, { logLevel: 'silent' })
      return { code: written(module), map: null }
    },
  }
}
