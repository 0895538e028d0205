import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import type { Mail } from './mailer.ts'
import { asMessageId, writeMessage } from './mime.ts'

const mail: Mail = {
  to: 'ada@example.com',
  subject: 'Je band',
  text: 'Geplakt.',
  html: '<p>Geplakt.</p>',
  headers: {},
  messageId: 'outcome-email:1:2',
}
const mailFrom = 'Bakker Fietsen <hallo@bakker.example>'
const write = async (changes: Partial<Mail> = {}) =>
  (await writeMessage({ ...mail, ...changes }, { mailFrom }, new Date('2026-03-02T09:00:00Z'))).content.toString()
const headersOf = (message: string) => message.slice(0, message.indexOf('\r\n\r\n')).split('\r\n')

describe('a written message', () => {
  test('has both parts and the headers that every mail of ours has', async () => {
    const message = await write({ headers: { References: '<receipt.1@bakker.example>' } })
    expect(headersOf(message)).toEqual(
      expect.arrayContaining([
        'From: Bakker Fietsen <hallo@bakker.example>',
        'To: ada@example.com',
        'Message-ID: <outcome-email.1.2@bakker.example>',
        'Auto-Submitted: auto-generated',
        'Date: Mon, 02 Mar 2026 09:00:00 +0000',
        'References: <receipt.1@bakker.example>',
      ]),
    )
    expect(message).not.toMatch(/^X-Mailer/im)
    const parsed = await simpleParser(message)
    expect([parsed.text, parsed.html]).toEqual(['Geplakt.', '<p>Geplakt.</p>'])
  })

  test('keeps a long List-Unsubscribe on one line, since a folded one breaks signatures', async () => {
    const link = `<https://feedback.example.nl/unsubscribe/${'a'.repeat(200)}>`
    const message = await write({ headers: { 'List-Unsubscribe': link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } })
    expect(headersOf(message)).toEqual(expect.arrayContaining([`List-Unsubscribe: ${link}`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']))
  })

  test.each([
    ['subject', { subject: 'Je band\r\nBcc: mallory@example.com\r\n\r\nHallo' }],
    ['header', { headers: { 'List-Unsubscribe': '<https://a.example>\r\nBcc: mallory@example.com' } }],
    ['name of a header', { headers: { 'X-A: 1\r\nBcc': 'mallory@example.com' } }],
    ['message id', { messageId: 'a>\r\nBcc: mallory@example.com' }],
    ['address', { to: 'ada@example.com\r\nBcc: mallory@example.com' }],
  ])('a line break in a %s starts no header of its own', async (_where, changes) => {
    const message = await write(changes)
    expect(headersOf(message).filter((line) => /^Bcc/i.test(line))).toEqual([])
    expect(message.match(/^Content-Type: multipart\/alternative/gm)).toHaveLength(1)
  })

  test('goes to one address, whatever is in it', async () => {
    const { envelope } = await writeMessage({ ...mail, to: '"mallory@example.com, x"@example.com' }, { mailFrom }, new Date())
    expect(envelope.to).toHaveLength(1)
  })

  test('takes letters of every language', async () => {
    const parsed = await simpleParser(await write({ subject: 'Überraschung: 你好 🚲', text: 'Één fiets', html: '<p>Één fiets</p>' }))
    expect([parsed.subject, parsed.text]).toEqual(['Überraschung: 你好 🚲', 'Één fiets'])
  })
})

test.each([
  ['outcome-email:1:2', '<outcome-email.1.2@bakker.example>'],
  ['<receipt.1@feedback.example>', '<receipt.1@feedback.example>'],
  ['receipt.1@feedback.example', '<receipt.1@feedback.example>'],
])('the message id of %s is %s', (id, messageId) => {
  expect(asMessageId(id, mailFrom)).toBe(messageId)
})
