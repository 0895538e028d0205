import fc from 'fast-check'
import MailComposer from 'nodemailer/lib/mail-composer'
import { expect, test } from 'vitest'
import { writeOut } from './mime-text.ts'

const words = fc.oneof(
  fc.lorem({ maxCount: 60 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('één ', '你好', '.', '\n', '\r\n', '\t', ' ', '=', '🚲', 'From ', 'x'.repeat(90)), { maxLength: 60 })
    .map((parts) => parts.join('')),
)
const mails = fc.record({
  from: fc.constant('Bakker Fietsen <hallo@bakker.example>'),
  to: fc.constantFrom('ada@example.com', 'zoë@exämple.com'),
  subject: words,
  text: words.map((text) => `Dag,\n${text}\n`),
  html: words.map((text) => `<p>${text}</p>`),
  headers: fc.constantFrom({}, { 'List-Unsubscribe': { prepared: true, value: `<https://a.example/${'u'.repeat(90)}>` } }),
  attachments: fc.array(
    fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => ({
      ...{ cid: 'logo', filename: 'logo.png', contentType: 'image/png', content: Buffer.from(bytes), contentDisposition: 'inline' as const },
    })),
    { maxLength: 1 },
  ),
})

test('a message written out at once is what the library makes of it, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(mails, async (mail) => {
      const node = new MailComposer({ ...mail, date: new Date(0), messageId: '<a@b.example>', newline: 'windows' }).compile()
      const ours = writeOut(node)
      expect(ours.toString()).toBe((await node.build()).toString())
    }),
    { numRuns: 300 },
  )
})
