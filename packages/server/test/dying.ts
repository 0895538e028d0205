import type { Deps } from '../src/deps.ts'

/** The same server, that dies at its so-manieth transaction from now. */
export function dyingAfter(deps: Deps, deaths: number): Deps {
  let count = 0
  const { db } = deps
  const everywhere = new Proxy(db.everywhere, {
    get: (kysely, name) => {
      if (name === 'transaction' && ++count >= deaths) throw new Error('killed')
      const value = Reflect.get(kysely, name)
      return typeof value === 'function' ? value.bind(kysely) : value
    },
  })
  return { ...deps, db: { ...db, everywhere } }
}
