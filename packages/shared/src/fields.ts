import * as z from 'zod'

/** Characters that no text may hold: PostgreSQL cannot store NUL, and the other controls have no meaning in words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** Length as a person counts it: an emoji is one character, not two. */
const characters = (text: string) => {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Words of a person: `min` to `max` characters after trimming; control characters and broken surrogates are taken out. */
export function text(min: number, max: number) {
  return z
    .string()
    .overwrite((value) => value.replace(/\r\n?/g, '\n').replace(CONTROLS, '').toWellFormed().trim())
    .refine((value) => characters(value) >= min, {
      error: min === 1 ? 'Write at least one character' : `Write at least ${min} characters`,
      abort: true,
    })
    .refine((value) => characters(value) <= max, { error: `Keep it to ${max} characters` })
}

/** Like `text`, on one line: line breaks become spaces. For names, titles and everything that may reach a mail header. */
export function line(min: number, max: number) {
  return z
    .string()
    .overwrite((value) =>
      value
        .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
        .replace(CONTROLS, '')
        .toWellFormed()
        .trim(),
    )
    .refine((value) => characters(value) >= min, { error: min === 1 ? 'Fill this in' : `Write at least ${min} characters`, abort: true })
    .refine((value) => characters(value) <= max, { error: `Keep it to ${max} characters` })
}

/** An id that the server made (UUIDv7). Anything else can't be found, so its shape is not checked further. */
export const Id = z
  .string()
  .max(64)
  .regex(/^[\w-]+$/, 'Not an id')

/** A time: ISO 8601 in UTC with milliseconds, `2026-03-01T12:00:00.000Z`. */
export const Time = z.iso.datetime().max(40)

/** A day of the calendar: `2026-03-01`. */
export const Day = z.iso.date('Give a day, such as 2026-03-01')

/** An e-mail address in lower case, at most 254 characters, without display name, quotes or comments. */
export const Email = z
  .string()
  .max(254, 'This address is too long')
  .overwrite((value) => value.trim().toLowerCase())
  .pipe(z.email({ pattern: z.regexes.html5Email, error: 'This is not an e-mail address' }))

/** A web address that may stand in a link: http or https, at most 2,000 characters. */
export const WebAddress = z
  .string()
  .max(2000)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'Give an address that starts with http:// or https://',
  })

/** A BCP 47 language tag as the browser gives it: `nl`, `en-GB`. */
export const Locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'Not a language tag, such as nl or en-GB')

/** Where a page of a site lives: scheme, host and port, such as `https://www.example.nl`; a path behind it is dropped. */
export const Origin = z
  .string()
  .max(255)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'Give the address of a site, such as https://www.example.nl',
    abort: true,
  })
  .overwrite((value) => new URL(value).origin)
