import { ProblemError } from '../problem-error.ts'
import type { RequestContext } from './context.ts'

/** Room for a body that does not tell its length, until it is longer. */
const FIRST_ROOM = 64 * 1024

/** The body as it came. Refused above `most` bytes: by what it says of its length, and by counting, whatever it says. */
export async function readBytes(c: RequestContext, most: number): Promise<Uint8Array> {
  const told = Number(c.req.header('Content-Length') ?? 0)
  if (told > most) throw tooLarge(most)
  // Into its place at once: pieces that are put together at the end are there twice, for every picture that arrives.
  let bytes = Buffer.allocUnsafe(told > 0 ? told : FIRST_ROOM)
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    const end = size + chunk.length
    if (end > most) throw tooLarge(most)
    if (end > bytes.length) bytes = Buffer.concat([bytes.subarray(0, size)], Math.min(most, end * 2))
    bytes.set(chunk, size)
    size = end
  }
  return bytes.subarray(0, size)
}

const tooLarge = (most: number) =>
  new ProblemError('too-large', `This is larger than ${most / 1024 / 1024} MB. Make it smaller and send it again; nothing was stored.`)
