import { parseSearch } from '@klankbord/shared/search'
import { describe, expect, test } from 'vitest'

const nothing = { words: [], phrases: [], without: [], is: [], has: [] }

describe('a search', () => {
  test.each([
    ['lekke band', { words: ['lekke', 'band'] }],
    ['"lekke band" fiets', { phrases: ['lekke band'], words: ['fiets'] }],
    ['band -achter -"nieuwe fiets"', { words: ['band'], without: ['achter', 'nieuwe fiets'] }],
    ['team:"De werkplaats" is:overdue has:picture', { team: 'De werkplaats', is: ['overdue'], has: ['picture'] }],
    ['is:te-laat heeft:e-mail soort:klacht taal:nl', { is: ['overdue'], has: ['email'], kind: 'complaint', lang: 'nl' }],
    ['status:in-behandeling doel:snel', { status: 'in_progress', goal: 'snel' }],
    ['is:groen team:', { words: ['is', 'groen', 'team'] }],
    ['https://example.nl/a', { words: ['https', 'example', 'nl', 'a'] }],
    ['"niet dicht', { phrases: ['niet dicht'] }],
    ['- -- "" :', {}],
    ['is:constructor kind:toString', { words: ['is', 'constructor', 'kind', 'toString'] }],
    ['e-mail', { words: ['e', 'mail'] }],
  ])('%s is read', (typed, read) => {
    expect(parseSearch(typed)).toEqual({ ...nothing, ...read })
  })
})
