import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's least for argon2id, which is the library's own kind: 19 MiB, two passes, one lane; about 10 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password that nobody knows: a sign-in with an unknown address takes as long as one with a wrong password. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$VrUyq2rT1PndErTuEyC7FA$mJItWtWXFCsL524FdrE/HfazDKrZfMGDFsQcvQgSmiE'

/** One spelling for what looks the same, whichever keyboard wrote it. */
const spelled = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string) => hash(spelled(password), cost)

/** Takes as long without a hash as with one. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const known = passwordHash?.startsWith('$argon2id$') ? passwordHash : undefined
  const matches = await verify(known ?? NOBODYS, spelled(password))
  return known !== undefined && matches
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over: four groups of five, without letters that look alike; 99 bits. */
export const temporaryPassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
