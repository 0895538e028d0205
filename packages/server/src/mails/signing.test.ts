import { generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, test } from 'vitest'
import { writeMessage } from '../mail/mime.ts'
import { findRecord, recordOf } from './signing.ts'

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const config = { mailFrom: 'Klankbord <no-reply@bakker.example>', signing: { selector: 'klankbord', privateKey } }
const mail = {
  to: 'ada@example.com',
  subject: 'Wat we deden met ‘één band’',
  text: `Dag Ada,\n\n${'De band is geplakt. '.repeat(20)}\n`,
  html: '<p>Dag Ada,</p><p>De band is geplakt – écht.</p>',
  headers: { 'List-Unsubscribe': '<https://feedback.bakker.example/u/x>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  messageId: 'receipt:1',
}

async function verified(message: Buffer) {
  const record = recordOf(config)
  const { results } = await dkimVerify(message, { resolver: async (name: string) => (name === record?.name ? [[record.value]] : []) })
  return results.map(({ signingDomain, status }) => [signingDomain, status.result])
}

describe('signing', () => {
  test('another program than ours finds the signature good, and its one-click header under it', async () => {
    const { content } = await writeMessage(mail, config, new Date('2026-03-02T09:00:00Z'))
    expect(await verified(content)).toEqual([['bakker.example', 'pass']])
    expect(
      String(content)
        .split('\r\n\r\n')[0]
        ?.replace(/\r\n\s+/g, ''),
    ).toMatch(/h=[^;]*List-Unsubscribe:List-Unsubscribe-Post/i)
  })

  test.each([
    ['a word', 'geplakt', 'verkocht'],
    ['the way to unsubscribe', 'feedback.bakker.example/u/x', 'feedback.evil.example/u/x'],
  ])('a letter in which %s was changed on the way is not', async (_, was, became) => {
    const { content } = await writeMessage(mail, config, new Date('2026-03-02T09:00:00Z'))
    expect((await verified(Buffer.from(String(content).replace(was, became))))[0]?.[1]).not.toBe('pass')
  })

  test('nothing is signed without a key', async () => {
    const { content } = await writeMessage(mail, { mailFrom: config.mailFrom }, new Date())
    expect(String(content)).not.toContain('DKIM-Signature')
  })

  test.each([
    ['yes', async () => [[recordOf(config)?.value.slice(0, 200) ?? '', recordOf(config)?.value.slice(200) ?? '']]],
    ['other', async () => [['v=DKIM1; k=rsa; p=AAAA']]],
    ['no', () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))],
    ['unknown', () => Promise.reject(Object.assign(new Error('x'), { code: 'ETIMEOUT' }))],
  ])('what the DNS says is told: %s', async (found, lookUp) => {
    const record = recordOf(config)
    expect(record && (await findRecord(record, lookUp))).toBe(found)
    expect(recordOf({ ...config, signing: undefined })).toBeNull()
  })
})
