import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureType } from './picture-type.ts'
import { reEncode } from './re-encode.ts'

const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 40, b: 90, alpha: 0.5 } }, limitInputPixels: false })

const formats: [string, () => Promise<Buffer>, string][] = [
  ['a JPEG', () => plain(60, 40).jpeg().toBuffer(), 'image/jpeg'],
  ['a PNG', () => plain(60, 40, 4).png().toBuffer(), 'image/webp'],
  ['a PNG of 16 bits', () => plain(60, 40).toColourspace('rgb16').png().toBuffer(), 'image/webp'],
  ['a GIF', () => plain(60, 40).gif().toBuffer(), 'image/webp'],
  ['a WebP', () => plain(60, 40).webp().toBuffer(), 'image/webp'],
  ['an AVIF', () => plain(60, 40).avif().toBuffer(), 'image/webp'],
  ['a JPEG for a press', () => plain(60, 40).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg'],
]

test.each(formats)('%s is kept as a picture of our own', async (_, make, type) => {
  const { bytes, ...picture } = await reEncode(await make())
  expect(picture).toEqual({ type, width: 60, height: 40 })
  expect(await sharp(bytes).metadata()).toMatchObject({ format: type.slice('image/'.length), space: 'srgb', width: 60, height: 40 })
})

test('of many that come at once each is kept', async () => {
  const made = await Promise.all(formats.map(([, make]) => make()))
  const sent = Array.from({ length: 10 }, () => made).flat()
  const kept = await Promise.all(sent.map((bytes) => reEncode(bytes)))
  expect(kept.map(({ width, height }) => [width, height])).toEqual(sent.map(() => [60, 40]))
})

test('what a camera wrote into a photo is gone, and the photo stands upright', async () => {
  const photo = await plain(60, 40)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: 'Ada', Software: 'canary' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' } })
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">canary</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  expect(await sharp(photo).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything(), xmp: expect.anything() })
  const { bytes, width, height } = await reEncode(photo)
  expect([width, height]).toEqual([40, 60])
  const left = await sharp(bytes).metadata()
  expect([left.exif, left.icc, left.xmp, left.iptc, left.orientation]).toEqual(Array(5).fill(undefined))
  expect(Buffer.from(bytes).includes('canary')).toBe(false)
})

test('a large picture becomes 2560 px on its longer side, a small one stays as it is', async () => {
  const large = await reEncode(await plain(5000, 4000).jpeg().toBuffer())
  expect(large).toMatchObject({ width: 2560, height: 2048 })
  expect(await reEncode(await plain(1, 1).png().toBuffer())).toMatchObject({ width: 1, height: 1 })
})

test('of a picture that moves the first image is kept', async () => {
  const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((background) => plainOf(background)))
  const moving = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(3)
  const { bytes } = await reEncode(moving)
  const { pages = 1, width, height } = await sharp(bytes).metadata()
  expect([pages, width, height]).toEqual([1, 20, 20])
})

const plainOf = (background: string) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background } })
    .png()
    .toBuffer()

test('a second file behind a picture is gone', async () => {
  const two = Buffer.concat([await plain(60, 40).png().toBuffer(), Buffer.from('PK\x03\x04<script>canary</script>')])
  expect(Buffer.from((await reEncode(two)).bytes).includes('canary')).toBe(false)
})

const small = () => plain(60, 40).png().toBuffer()
const refused: [string, () => Promise<Uint8Array> | Uint8Array, string, RegExp][] = [
  ['nothing', () => new Uint8Array(), 'bad-input', /empty/],
  ['a drawing with a program', () => Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'unsupported-media-type', /SVG/],
  ['a page', () => Buffer.from('<html><script>alert(1)</script>'), 'unsupported-media-type', /no picture/],
  ['a ZIP', () => Buffer.from('PK\x03\x04'), 'unsupported-media-type', /no picture/],
  ['a PDF', () => Buffer.from('%PDF-1.7'), 'unsupported-media-type', /no picture/],
  ['a TIFF', () => plain(60, 40).tiff().toBuffer(), 'unsupported-media-type', /no picture/],
  ['a photo in HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'unsupported-media-type', /HEIC/],
  ['a name of formats without an end', () => Buffer.from('\xff\xff\xff\xffftypavif', 'latin1'), 'bad-input', /broken/],
  ['the first bytes of a PNG', async () => Buffer.concat([(await small()).subarray(0, 33), Buffer.alloc(5000, 7)]), 'bad-input', /broken/],
  ['the first bytes of a JPEG', () => Buffer.from('\xff\xd8\xff\xe0MSL <image/>', 'latin1'), 'bad-input', /broken/],
  ['half a JPEG', async () => (await plain(600, 400).jpeg().toBuffer()).subarray(0, 1200), 'bad-input', /broken/],
  ['a PNG of 256 million pixels', () => plain(16_000, 16_000).png({ compressionLevel: 1 }).toBuffer(), 'too-large', /40 million/],
  ['a WebP that says it is a JPEG', async () => Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), await small()]), 'bad-input', /broken/],
]

test.each(refused)('%s is refused with what to do', async (_, make, code, words) => {
  const error = await reEncode(await make()).then(
    () => null,
    (refusal) => refusal,
  )
  expect(error).toMatchObject({ code, message: expect.stringMatching(words) })
  expect(error.message).toMatch(/[Ss]end|[Ss]ave/)
})

test('a picture that is larger than it says in its first bytes takes no memory', async () => {
  const png = await small()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  const before = process.memoryUsage().rss
  await expect(reEncode(png)).rejects.toThrow()
  expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000)
})

test('bytes are told by how they begin, however few there are', () => {
  for (const text of ['', '\xff', 'RIFF', '\0\0\0\x18ftyp', '\0\0\0\x18ftypmp42', 'GIF90a'])
    expect(pictureType(Buffer.from(text, 'latin1'))).toBeNull()
  expect(pictureType(Buffer.from('\0\0\0\x1cftypmif1\0\0\0\0mif1avif', 'latin1'))).toBe('avif')
})
