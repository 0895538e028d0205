import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateRouting } from './routing-eval.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klankbord-eval-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}
const run = async (...args: string[]) => {
  const lines: string[] = []
  const code = await evaluateRouting(args, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}
const TRAIN =
  'text,label\n"the barrier, ""the red one"", is stuck",car_park\nmy car is in the car park,car_park\ncold soup,lunch\nthe soup was salty,lunch\n'

test('labelled texts are learned and looked at, quotes and line breaks in them included', async () => {
  const { code, said } = await run(
    await file('train.csv', TRAIN),
    await file('test.csv', '\uFEFFlabel,text\nlunch,"soup\nagain"\ncar_park,the barrier is stuck\n'),
  )
  expect(code).toBe(0)
  expect(said).toContain('train        4 texts, 2 labels')
  for (const line of [
    /^accuracy +100\.00 %$/m,
    /^macro-F1 +100/m,
    /^calibration error/m,
    /^milliseconds per item/m,
    /^train seconds/m,
    /^threshold/m,
  ]) {
    expect(said).toMatch(line)
  }
})

test('a label for what belongs nowhere is not learned, and told apart', async () => {
  const texts = await file('outside.csv', 'text,label\ncold soup,lunch\nthe red barrier,car_park\nbonjour xyzzy,nowhere\n')
  const { said } = await run(await file('train.csv', `${TRAIN}quux,nowhere\n`), texts, '--unknown', 'nowhere')
  expect(said).toContain('test         2 texts, 2 labels')
  expect(said).toMatch(/out of scope +1 texts; .* 100\.00 % of them are “unknown”/)
})

test.each([
  ['is not there', null, /There is no file/],
  ['is empty', '', /is empty/],
  ['has no such column', 'text,category\na,b\n', /has no column “label”; its first line names: text, category/],
  ['has only a header', 'text,label\n', /has a header and no rows/],
  ['has a quote that does not end', 'text,label\n"a,b\n', /is no proper CSV/],
  ['has a row without a label', 'text,label\na,\n', /row 1 after the header has no label/],
])('a file that %s is refused in a plain sentence', async (_, text, sentence) => {
  const wrong = text === null ? join(folder, 'nowhere.csv') : await file('wrong.csv', text)
  const { code, said } = await run(await file('train.csv', TRAIN), wrong)
  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(sentence) })
})

test('without two files it tells how it is used', async () => {
  expect(await run('one.csv')).toEqual({ code: 2, said: expect.stringContaining('routing-eval <train.csv> <test.csv>') })
})
