import { expect, test } from 'vitest'
import { publicTitle } from './public-title.ts'

test('customers read the goal’s title for them, its own title, or only the team', () => {
  const goal = { title: 'Doorlooptijd < 24 u', team: 'Werkplaats' }
  expect(publicTitle({ ...goal, public: { title: 'Je fiets snel weer op de weg' } })).toBe('Je fiets snel weer op de weg')
  expect(publicTitle({ ...goal, public: true })).toBe('Doorlooptijd < 24 u')
  expect(publicTitle({ ...goal, public: false })).toBe('Werkplaats')
  expect(publicTitle({ ...goal, public: { title: 'Je fiets snel weer op de weg' }, state: 'proposed' })).toBe('Werkplaats')
})
