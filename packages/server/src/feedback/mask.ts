const HIDDEN = '[…]'

/** What tells who somebody is, or where they live: addresses, numbers, links, the places where names are kept. */
const PERSONAL: RegExp[] = [
  // E-mail addresses, also written as "ada (at) example.nl".
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  // Names on social media.
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu,
  // Bank accounts, before the digits in them are taken for a telephone.
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{2,4}){3,7}\b/gi,
  // A Dutch postcode, with the number of the house where it follows.
  /\b\d{4}\s?[A-Z]{2}\b(?:\s?,?\s?\d+\s?[a-z]?\b)?/g,
  // A street with the number of a house.
  /\b\p{Lu}[\p{L}'’-]*(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|pad|steeg|dreef|street|road|lane|avenue)\s+\d+\s?[a-z]?\b/gu,
  // Telephones, and every number long enough to be somebody's: six digits or more, however they are grouped; but no dates.
  /(?<![\p{L}\p{N}]|\d[-/.])(?!\d{1,2}([-/.])\d{1,2}\1(?:\d{2}|\d{4})(?!\d)|\d{4}-\d{2}-\d{2}(?!\d))\+?\(?\d(?:[\s().\-/]{0,2}\d){5,}(?![\p{L}\p{N}])/gu,
  // Number plates: three groups of letters and digits, of which at least one of each.
  /\b(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,3}\b/g,
]

/** Where a letter ends and its writer signs: what follows is a name. */
const SIGNED =
  /((?:^|[\n.!?,])\s*(?:(?:met\s+)?(?:vriendelijke|hartelijke|warme)?\s*groet(?:en|jes)?|mvg|(?:kind|best|warm)?\s*regards|cheers|xx?)\b[\s,.!]*)([\s\S]{1,80})$/iu
/** Where somebody says who they are. */
const CALLED =
  /\b([Mm]ijn naam is|[Ii]k heet|[Mm]y name is)\s+\p{L}[\p{L}'’-]*(?:(?:\s+(?:van|de|der|den|het|ten|ter)){0,3}\s+\p{Lu}[\p{L}'’-]*){0,4}/gu

/**
 * A customer's words without what tells who they are, as far as that can be told from the words: e-mail addresses, telephone and other long numbers, bank
 * accounts, postcodes, houses, number plates, links, names under a letter, and the names that we know them by.
 */
export function maskPersonal(words: string, { name, email }: Known = { name: null, email: null }): string {
  let masked = closeUp(words).replace(SIGNED, `$1${HIDDEN}`).replace(CALLED, `$1 ${HIDDEN}`)
  for (const pattern of PERSONAL) masked = masked.replace(pattern, HIDDEN)
  const names = [...(name?.match(WORD) ?? []), ...(email?.replace(/@.*/, '').match(WORD) ?? [])]
  for (const one of names) {
    if (one.length < 3 || NO_NAMES.has(one.toLowerCase())) continue
    masked = masked.replace(new RegExp(`(?<![\\p{L}\\p{N}])${one}(?![\\p{L}\\p{N}])`, 'giu'), HIDDEN)
  }
  return masked
}

/** Leaves one blank, one new line or one empty line of any white space: long stretches of it would keep the patterns busy. */
const closeUp = (words: string) => words.replace(/\s{2,}/g, (blank) => (/\n[^\S\n]*\n/.test(blank) ? '\n\n' : blank.includes('\n') ? '\n' : ' '))

/** What we know a customer by. */
export interface Known {
  name: string | null
  email: string | null
}

const WORD = /[\p{L}\p{N}]+/gu

/** Parts of a name or of an address that are words like any other. */
const NO_NAMES = new Set('van von der den het ten ter del las los des the and info mail contact post hallo hello klant klanten customer'.split(' '))

/**
 * The beginning of a customer's words, without what tells who they are, with at most `most` characters. What lies far beyond is not looked at; the last words
 * before that are left out, since half a number would not be seen for what it is.
 */
export function maskedBeginning(words: string, most: number, known?: Known): string {
  const near = words.slice(0, most * 4)
  return shorten(maskPersonal(near.length < words.length ? withoutLastWords(near) : near, known), most)
}

const EDGE_WORDS = 5

function withoutLastWords(text: string): string {
  let kept = text
  for (let i = 0; i < EDGE_WORDS; i++) kept = kept.slice(0, Math.max(0, kept.lastIndexOf(' '), kept.lastIndexOf('\n'))).trimEnd()
  return `${kept}…`
}

/** The beginning of a text on a word's end, with at most `most` characters. */
export function shorten(text: string, most: number): string {
  const characters = [...text.trim()]
  if (characters.length <= most) return characters.join('')
  const kept = characters.slice(0, most - 1).join('')
  const whole = /\s/u.test(characters[most - 1] ?? '') ? kept : kept.replace(/\s+\S*$/u, '')
  return `${whole.replace(/[\s,.;:–-]+$/u, '')}…`
}
