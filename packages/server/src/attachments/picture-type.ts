export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif'

/** What bytes are by how they begin, whatever name or type they came with: a picture that we read, one that we don't, or null for what is none. */
export function pictureType(bytes: Uint8Array): PictureType | 'heic' | 'svg' | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp'
  if (start.startsWith('ftyp', 4)) return typeOfBrands(brandsIn(bytes, start))
  return /<svg[\s>]/i.test(start) ? 'svg' : null
}

/** The first box of the file names the formats that it follows, four letters each. */
function brandsIn(bytes: Uint8Array, start: string): string[] {
  const end = bytes.length < 16 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return start.slice(8, Math.max(12, end)).match(/.{4}/gs) ?? []
}

function typeOfBrands(brands: string[]): 'avif' | 'heic' | null {
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return 'avif'
  return brands.some((brand) => /^(he[iv][cxms]|mif1|msf1)$/.test(brand)) ? 'heic' : null
}
