import { setPriority } from 'node:os'
import type { OutputInfo, Sharp } from 'sharp'
import type { Fault, Form, Made, Order } from './encoder-process.ts'
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

async function make({ bytes, as }: Order): Promise<Made> {
  loaded ??= loadSharp()
  const open = await loaded
  const picture = () => open(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
  const { width, height } = await picture().metadata()
  const { data, info } = await inTurn(width * height > LARGE_PIXELS ? 2 : 1, () => encoders[as](picture))
  return { width: info.width, height: info.height, bytes: data }
}

type Open = () => Sharp
type Encoded = Promise<{ data: Buffer; info: OutputInfo }>

const encoders: Record<Form, (picture: Open) => Encoded> = {
  photo: (picture) => encode(picture(), 'photo'),
  drawing: (picture) => encode(picture(), 'drawing'),
  logo: (picture) => encodeLogo(picture()),
  enclosed: encodeEnclosed,
}

function encode(picture: Sharp, as: 'photo' | 'drawing') {
  const upright = picture
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  return (as === 'photo' ? upright.jpeg({ quality: 85 }) : upright.webp({ quality: 88, smartSubsample: true })).toBuffer({ resolveWithObject: true })
}

/** Twice as sharp as it is shown. */
const LOGO = { width: 480, height: 160 }

const encodeLogo = (picture: Sharp) =>
  picture
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({ ...LOGO, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ palette: true, colours: 256, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })

/** A mail carries up to five of them to each of its receivers. */
const MOST_ENCLOSED_BYTES = 200_000

/** From as sharp as a letter of 560 px can show down to what fits at last, whatever the picture is. */
const STEPS = [
  { side: 1120, quality: 82 },
  { side: 1120, quality: 68 },
  { side: 900, quality: 62 },
  { side: 700, quality: 55 },
  { side: 480, quality: 40 },
] as const

/** On white: old mail programs know neither WebP nor transparency. */
async function encodeEnclosed(picture: Open): Encoded {
  const once = async ({ side, quality }: (typeof STEPS)[number]) =>
    picture()
      .timeout({ seconds: PATIENCE_SECONDS })
      .autoOrient()
      .resize({ width: side, height: side * 2, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
  const [first, ...smaller] = STEPS
  let made = await once(first)
  for (const step of smaller) {
    if (made.data.length <= MOST_ENCLOSED_BYTES) break
    made = await once(step)
  }
  return made
}

/** Sharp tells the cases apart by its words only. */
function faultOf(error: unknown): Fault {
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'ERR_MODULE_NOT_FOUND' || /could not load the "sharp" module/i.test(message)) return 'unable'
  if (/pixel limit|dimensions|too large/i.test(message)) return 'pixels'
  return /timeout/i.test(message) ? 'time' : 'broken'
}

/** Loaded once: while it is told anew what it may read, a picture that is being read is of no known kind. */
let loaded: ReturnType<typeof loadSharp> | undefined

async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  // What is no picture of the kinds that we take never reaches a reader, even if its first bytes deceived us.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((reader) => `VipsForeignLoad${reader}`) })
  return sharp
}
