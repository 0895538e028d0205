import { describe, expect, test } from 'vitest'
import { neighbourOf, originsOf, readOrigins } from './origins.ts'

describe('addresses that the widget may be used on', () => {
  test.each([
    ['https://www.bakker.nl', 'https://www.bakker.nl', null],
    ['https://www.bakker.nl/', 'https://www.bakker.nl', null],
    ['HTTPS://WWW.Bakker.nl', 'https://www.bakker.nl', null],
    ['www.bakker.nl', 'https://www.bakker.nl', 'completed'],
    ['bakker.nl/contact?x=1', 'https://bakker.nl', 'completed'],
    ['https://bakker.nl/winkel/fietsen#top', 'https://bakker.nl', 'shortened'],
    ['http://bakker.nl', 'http://bakker.nl', 'insecure'],
    ['http://localhost:8080', 'http://localhost:8080', null],
    ['http://127.0.0.1:5173', 'http://127.0.0.1:5173', null],
    ['https://bücher.example', 'https://xn--bcher-kva.example', 'shortened'],
    ['https://*.bakker.nl', null, 'wildcard'],
    ['*', null, 'wildcard'],
    ['javascript:alert(1)', null, 'unreadable'],
    ['ftp://bakker.nl', null, 'unreadable'],
    ['https://user:pass@bakker.nl', null, 'unreadable'],
    ['bakker', null, 'unreadable'],
    ['<b>bakker.nl</b>', null, 'unreadable'],
    ['https://', null, 'unreadable'],
  ])('%s', (given, origin, note) => {
    expect(readOrigins(given)).toEqual([{ given, origin, note }])
  })

  test('they stand on lines or with commas or spaces between, and each counts once', () => {
    expect(originsOf('a.nl, https://a.nl\n\thttps://b.nl;b.nl  ')).toEqual(['https://a.nl', 'https://b.nl'])
    expect(readOrigins('a.nl https://a.nl').map(({ note }) => note)).toEqual(['completed', 'twice'])
  })

  test('what can’t be read is sent as it is, so that it is refused and not lost', () => {
    expect(originsOf('bakker *.nl')).toEqual(['bakker', '*.nl'])
  })

  test('the same place with or without www is named where it is not listed', () => {
    expect(neighbourOf(['https://bakker.nl'], 'https://bakker.nl')).toBe('https://www.bakker.nl')
    expect(neighbourOf(['https://www.bakker.nl'], 'https://www.bakker.nl')).toBe('https://bakker.nl')
    expect(neighbourOf(['https://www.bakker.nl', 'https://bakker.nl'], 'https://bakker.nl')).toBeNull()
    expect(neighbourOf([], 'https://winkel.bakker.nl')).toBeNull()
    expect(neighbourOf([], 'http://127.0.0.1:3000')).toBeNull()
  })
})
