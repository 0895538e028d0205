import { setPriority } from 'node:os'
import type { Sharp } from 'sharp'
import type { Fault, Made, Order } from './encoder-process.ts'
import { createTurns } from './turns.ts'

/*
 * A process of its own, started by encoder-process.ts: it reads what strangers sent. It has no key, no database and no variable of the environment,
 * stands behind those who answer, and gives all its memory back when it ends.
 */

/** Enough for any phone; a picture of a few KB can claim to be far larger and take all memory. */
const MOST_PIXELS = 40_000_000
const LONGEST_SIDE = 2560
const PATIENCE_SECONDS = 15

/** Two at a time, since each takes a processor; a large one alone, since it can take some 250 MB. */
const inTurn = createTurns(2)
const LARGE_PIXELS = 16_000_000

process.on('message', (order: Order) => {
  make(order).then(
    (made) => process.send?.({ id: order.id, made }),
    (error) => process.send?.({ id: order.id, fault: faultOf(error), why: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
// The server finishes what it accepted before it stops; then it ends this.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
setPriority(10)

async function make({ bytes, isPhoto }: Order): Promise<Made> {
  const open = await loadSharp()
  const picture = () => open(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
  const { width, height } = await picture().metadata()
  const { data, info } = await inTurn(width * height > LARGE_PIXELS ? 2 : 1, () => encode(picture(), isPhoto))
  return { width: info.width, height: info.height, bytes: data }
}

function encode(picture: Sharp, isPhoto: boolean) {
  const upright = picture
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  return (isPhoto ? upright.jpeg({ quality: 85 }) : upright.webp({ quality: 88, smartSubsample: true })).toBuffer({ resolveWithObject: true })
}

/** Sharp tells the cases apart by its words only. */
function faultOf(error: unknown): Fault {
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'ERR_MODULE_NOT_FOUND' || /could not load the "sharp" module/i.test(message)) return 'unable'
  if (/pixel limit|dimensions|too large/i.test(message)) return 'pixels'
  return /timeout/i.test(message) ? 'time' : 'broken'
}

async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  // What is no picture of the kinds that we take never reaches a reader, even if its first bytes deceived us.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((reader) => `VipsForeignLoad${reader}`) })
  return sharp
}
