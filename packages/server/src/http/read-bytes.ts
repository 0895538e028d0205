import { ProblemError } from '../problem-error.ts'
import type { RequestContext } from './context.ts'

/** The body as it came. Refused above `most` bytes: by what it says of its length, and by counting, whatever it says. */
export async function readBytes(c: RequestContext, most: number): Promise<Uint8Array> {
  if (Number(c.req.header('Content-Length') ?? 0) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (most: number) =>
  new ProblemError('too-large', `This is larger than ${most / 1024 / 1024} MB. Make it smaller and send it again; nothing was stored.`)
