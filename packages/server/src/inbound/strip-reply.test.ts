import { describe, expect, test } from 'vitest'
import { stripReply, textOfHtml } from './strip-reply.ts'

const SAID = 'Dank je, dat helpt.\n\nIk kom morgen langs.'
const LETTER = ['Dag Ada,', '', 'Sanne van Werkplaats schrijft je:', '  We hebben je band geplakt.', '', 'https://klankbord.example/f/abc']
const quoted = LETTER.map((line) => `> ${line}`).join('\n')
const bare = LETTER.join('\n')

describe('what mail programs put below a reply goes', () => {
  test.each([
    ['Gmail, Dutch', `Op ma 2 mrt 2026 om 10:04 schreef Bakker Fietsen <\nantwoord+rabc@bakker.example>:\n\n${quoted}`],
    ['Gmail, English', `On Mon, Mar 2, 2026 at 10:04 AM Bakker Fietsen <antwoord+rabc@bakker.example> wrote:\n\n${quoted}`],
    ['Gmail, German', `Am Mo., 2. März 2026 um 10:04 Uhr schrieb Bakker Fietsen <\nantwoord+rabc@bakker.example>:\n\n${quoted}`],
    ['Gmail, French', `Le lun. 2 mars 2026 à 10:04, Bakker Fietsen <antwoord+rabc@bakker.example> a\nécrit :\n\n${quoted}`],
    ['Apple Mail, Dutch', `> Op 2 mrt 2026 om 10:04 heeft Bakker Fietsen <a@bakker.example> het volgende geschreven:\n> \n${quoted}`],
    ['Apple Mail, Dutch, above', `Op 2 mrt 2026 om 10:04 heeft Bakker Fietsen <a@bakker.example> het volgende geschreven:\n\n${quoted}`],
    ['Apple Mail, English', `On 2 Mar 2026, at 10:04, Bakker Fietsen <a@bakker.example> wrote:\n\n${quoted}`],
    ['Apple Mail, German', `Am 02.03.2026 um 10:04 schrieb Bakker Fietsen <a@bakker.example>:\n\n${quoted}`],
    ['Apple Mail, French', `Le 2 mars 2026 à 10:04, Bakker Fietsen <a@bakker.example> a écrit :\n\n${quoted}`],
    ['Thunderbird, Dutch', `Op 02-03-2026 om 10:04 schreef Bakker Fietsen:\n${quoted}`],
    ['Thunderbird, German', `Am 02.03.26 um 10:04 schrieb Bakker Fietsen:\n${quoted}`],
    ['Thunderbird, French', `Le 02/03/2026 à 10:04, Bakker Fietsen a écrit :\n${quoted}`],
    [
      'Outlook, Dutch',
      `Van: Bakker Fietsen <a@bakker.example>\nVerzonden: maandag 2 maart 2026 10:04\nAan: Ada <ada@example.com>\nOnderwerp: Bericht over ‘band’\n\n${bare}`,
    ],
    [
      'Outlook, English',
      `From: Bakker Fietsen <a@bakker.example>\nSent: Monday, March 2, 2026 10:04\nTo: Ada <ada@example.com>\nSubject: Message\n\n${bare}`,
    ],
    [
      'Outlook, German',
      `Von: Bakker Fietsen <a@bakker.example>\nGesendet: Montag, 2. März 2026 10:04\nAn: Ada <ada@example.com>\nBetreff: Nachricht\n\n${bare}`,
    ],
    [
      'Outlook, French',
      `De : Bakker Fietsen <a@bakker.example>\nEnvoyé : lundi 2 mars 2026 10:04\nÀ : Ada <ada@example.com>\nObjet : Message\n\n${bare}`,
    ],
    [
      'Outlook on the web',
      `________________________________\nVan: Bakker Fietsen <a@bakker.example>\nVerzonden: maandag\nAan: Ada\nOnderwerp: Bericht\n\n${bare}`,
    ],
    ['Outlook, in bold', `*From:* Bakker <a@bakker.example>\n*Sent:* Monday\n*To:* Ada\n*Subject:* Message\n\n${bare}`],
    ['an older Outlook, Dutch', `-----Oorspronkelijk bericht-----\n${bare}`],
    ['an older Outlook, English', `-----Original Message-----\n${bare}`],
    ['an older Outlook, German', `-----Ursprüngliche Nachricht-----\n${bare}`],
    ['an older Outlook, French', `-----Message d'origine-----\n${bare}`],
    ['Yahoo, without marks', `On Monday, March 2, 2026 at 10:04:11 AM GMT+1, Bakker Fietsen <a@bakker.example> wrote:\n\n${bare}`],
    ['Proton', `Op maandag 2 maart 2026 om 10:04 schreef Bakker Fietsen <a@bakker.example>:\n\n${quoted}`],
    ['only marks', quoted],
  ])('%s', (_, below) => {
    expect(stripReply(`${SAID}\n\n${below}`)).toBe(SAID)
    expect(stripReply(`${SAID}\n\n${below}`.replaceAll('\n', '\r\n'))).toBe(SAID)
  })
})

describe('signatures go', () => {
  test.each([
    '-- \nAda Lovelace\n06 12345678',
    '--\nAda',
    'Verzonden vanaf mijn iPhone',
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Get Outlook for iOS',
    'Outlook voor Android downloaden',
    'Verstuurd vanaf mijn Samsung Galaxy-smartphone.',
    'Gesendet mit der GMX Mail App',
  ])('%j', (signature) => {
    expect(stripReply(`${SAID}\n\n${signature}`)).toBe(SAID)
    expect(stripReply(`${SAID}\n\n${signature}\n\nOp 2 mrt 2026 om 10:04 schreef Bakker <a@b.example>:\n\n${quoted}`)).toBe(SAID)
  })
})

describe('what somebody wrote themselves stays', () => {
  test.each([
    'Op maandag was het weer zo.\nVan mij mag het.',
    'From: the shop to my home took an hour.\nThat is too long.',
    'Ik schreef op de site: dit werkt niet.\nEn dat klopt.',
    'Am Montag war es wieder so: kaputt.',
    'Le vélo est réparé : merci.',
    '- een\n- twee\n-- drie',
    'Sent from my shop you get bad bikes.\n\nThat is all.\n\nReally.',
  ])('%j', (said) => {
    expect(stripReply(said)).toBe(said)
  })

  test('an answer below the quote, or between its lines', () => {
    expect(stripReply(`On Mon, Mar 2, 2026 Bakker <a@b.example> wrote:\n> Is it mended?\n\nYes.\n\n> And the bell?\nNo.`)).toBe('Yes.\n\nNo.')
  })
})

test('of a mail that is HTML only the words stay, without script, style and the letter that it answers', () => {
  const html = `<html><head><title>x</title><style>p{color:red}</style></head><body><script>alert('kwaad')</script><p>Dank je &amp; tot <b>morgen</b>.</p>
    <div>Ik kom&nbsp;langs &#8211; echt.</div><img src=x onerror="alert(1)"><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">Op 2 mrt schreef Bakker:</div><blockquote>Dag Ada</blockquote></div></body></html>`
  expect(stripReply(textOfHtml(html))).toBe('Dank je & tot morgen.\n\nIk kom langs – echt.')
  expect(textOfHtml('<p>a<script>nooit dicht')).toBe('a')
  expect(textOfHtml('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>')
})

test('a reply of a megabyte is read in well under a second', () => {
  const began = performance.now()
  stripReply(`${'op a '.repeat(100_000)}\n${'> x\n'.repeat(100_000)}`)
  stripReply('Op '.repeat(300_000))
  textOfHtml('<'.repeat(300_000))
  textOfHtml('<div '.repeat(100_000))
  expect(performance.now() - began).toBeLessThan(1_000)
})
