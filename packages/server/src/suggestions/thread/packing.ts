import type { RoutingModel } from '../../routing/learned/model.ts'
import { pack, unpack } from '../../routing/learned/pack.ts'

/** Bytes of a piece: in base64 some 256 KB, which crosses between threads and into a row in a millisecond or two. */
const PIECE = 192 * 1024

/** Both models as pieces in base64. */
export function packBoth(goals: RoutingModel, kinds: RoutingModel | undefined): string[] {
  const [one, other] = [pack(goals), kinds ? pack(kinds) : new Uint8Array()]
  const length = Buffer.alloc(4)
  length.writeUInt32LE(one.length)
  const all = Buffer.concat([length, one, other])
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, i) => all.subarray(i * PIECE, (i + 1) * PIECE).toString('base64'))
}

/** The models of these pieces; each undefined where it isn't there or can't be read. */
export function unpackBoth(pieces: readonly string[]): { goals: RoutingModel | undefined; kinds: RoutingModel | undefined } {
  const all = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')))
  if (all.length < 4) return { goals: undefined, kinds: undefined }
  const end = 4 + all.readUInt32LE(0)
  return { goals: unpack(new Uint8Array(all.subarray(4, end))), kinds: end < all.length ? unpack(new Uint8Array(all.subarray(end))) : undefined }
}
