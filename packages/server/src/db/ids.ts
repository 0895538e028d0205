import { createHash, randomBytes } from 'node:crypto'

export { uuidv7 as newId } from 'uuidv7'

/** A secret of 256 bits for a link, a cookie or a key; stored only as its hash. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** How a secret is stored: SHA-256 in hex. Enough, since a secret of 256 bits can't be guessed. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')
