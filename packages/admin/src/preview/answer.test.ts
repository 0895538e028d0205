import { Look } from '@klankbord/shared/sites'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'

const configuration = {
  organisation: 'Bakker',
  kinds: ['idea' as const],
  questions: [],
  rating: null,
  look: Look.parse({}),
  texts: {},
  locale: 'nl',
  identifies: false,
}
const ask = async (method: string, path: string) => (await answer(configuration, method, `https://feedback.example.nl/widget/v1${path}`)).json()

test('the widget hears what is being written, and that nobody said or answered anything yet', async () => {
  expect(await ask('GET', '/sites/preview-1')).toEqual(configuration)
  expect(await ask('GET', '/sites/preview-1/outcomes?limit=3')).toEqual({ items: [], next: null })
  expect(await ask('GET', '/mine/feedback')).toEqual({ items: [], next: null })
})

test('what is sent is thanked for, and names no link that anybody could follow', async () => {
  expect(await ask('POST', '/sites/preview-1/feedback')).toMatchObject({ status: 'received', statusUrl: '#', goal: null })
})
