import { describe, expect, test } from 'vitest'
import { blankDraft, type Draft, inputOf, isReady, wordingIn } from './draft.ts'

const draft = (part: Partial<Draft> = {}): Draft => ({
  ...blankDraft({ goalId: 'g', locale: 'nl', feedbackIds: ['1'] }),
  title: 'Titel',
  did: 'Gedaan',
  ...part,
})

describe('a draft of an outcome', () => {
  test('is kept on the server once it has a goal, a title and its first part', () => {
    expect(isReady(draft())).toBe(true)
    expect(isReady(draft({ goalId: '' }))).toBe(false)
    expect(isReady(draft({ title: ' ' }))).toBe(false)
    expect(isReady(draft({ did: '' }))).toBe(false)
  })

  test('is sent either with what will still improve, or with the word that nothing will; a refusal always says what would change it', () => {
    expect(inputOf(draft({ next: 'Later', nothingMore: true }))).toMatchObject({ next: '', nothingMore: true })
    expect(inputOf(draft({ next: 'Later' }))).toMatchObject({ next: 'Later', nothingMore: false })
    expect(inputOf(draft({ kind: 'not_doing', next: 'Geld', nothingMore: true }))).toMatchObject({ next: 'Geld', nothingMore: false })
  })

  test('a translation is sent only when it can be read on its own', () => {
    const half = { title: 'Title', did: '', better: '', next: '' }
    expect(inputOf(draft({ translations: { en: half } })).translations).toEqual({})
    expect(Object.keys(inputOf(draft({ translations: { en: { ...half, did: 'Done' } } })).translations)).toEqual(['en'])
  })

  test('who reads another language gets the translation, or else the original', () => {
    const en = { title: 'Title', did: 'Done', better: '', next: '' }
    expect(wordingIn(draft({ translations: { en } }), 'en').title).toBe('Title')
    expect(wordingIn(draft({ translations: { en: { ...en, did: '' } } }), 'en').title).toBe('Titel')
    expect(wordingIn(draft(), 'fr').title).toBe('Titel')
  })
})
