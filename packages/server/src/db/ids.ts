import { createHash, randomBytes, randomFillSync } from 'node:crypto'
import { V7Generator } from 'uuidv7'

/** Random numbers, drawn in bulk: a draw for each id costs more than the id. */
const pool = new Uint32Array(1024)
let drawn = pool.length

function nextUint32(): number {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  return pool[drawn++] as number
}

const generator = new V7Generator({ nextUint32 })

/** An id for a new row: UUIDv7, so that ids made later sort later. */
export const newId = () => generator.generate().toString()

/** A secret of 256 bits for a link, a cookie or a key; stored only as its hash. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** How a secret is stored: SHA-256 in hex. Enough, since a secret of 256 bits can't be guessed. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')
