import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmlFolder, listKept, readKept, readName } from './eml-folder.ts'
import type { Mail } from './mailer.ts'

const mail: Mail = { to: 'ada@example.com', subject: 'Je band', text: 'Geplakt.', html: '<p>Geplakt.</p>', headers: {}, messageId: 'receipt:1' }
let dataDir: string
let now: Date
const folder = () => createEmlFolder({ dataDir, mailFrom: 'hallo@bakker.example' }, () => now)
const noMark = async () => {}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'klankbord-mail-'))
  now = new Date('2026-03-02T09:00:00.007Z')
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

test('a mail is kept as a file that is named after its time and its delivery', async () => {
  expect(await folder().send(mail, noMark, 'outcome-email:1-a:2-b')).toEqual({ state: 'sent' })
  expect(await readdir(join(dataDir, 'mail'))).toEqual(['20260302T090000007Z-outcome-email_1-a_2-b.eml'])
  const [kept] = await listKept({ dataDir })
  expect(kept).toEqual({ name: '20260302T090000007Z-outcome-email_1-a_2-b', deliveryId: 'outcome-email:1-a:2-b', at: now })
  expect((await readKept({ dataDir }, kept!))?.toString()).toContain('Subject: Je band')
})

test('kept mails are listed newest first', async () => {
  for (const id of ['receipt:1', 'receipt:2', 'receipt:3']) {
    await folder().send(mail, noMark, id)
    now = new Date(now.getTime() + 1_000)
  }
  expect((await listKept({ dataDir })).map(({ deliveryId }) => deliveryId)).toEqual(['receipt:3', 'receipt:2', 'receipt:1'])
})

test('a mail that is no longer ours to send leaves nothing behind', async () => {
  expect(await folder().send(mail, () => Promise.reject(new Error('taken over')), 'receipt:1')).toMatchObject({ state: 'refused', again: true })
  expect(await readdir(join(dataDir, 'mail'))).toEqual([])
})

test('a folder that can’t be written keeps the mail waiting', async () => {
  await writeFile(join(dataDir, 'mail'), 'in the way')
  expect(await folder().send(mail, noMark, 'receipt:1')).toMatchObject({ state: 'refused', again: true })
  expect(await readFile(join(dataDir, 'mail'), 'utf8')).toBe('in the way')
})

test.each(['../secret', '20260302T090000007Z-../../secret', '20260302T090000007Z-a.b', '20261399T090000007Z-receipt_1', ''])(
  '%j is no name of a kept mail',
  (name) => {
    expect(readName(name)).toBeNull()
  },
)
