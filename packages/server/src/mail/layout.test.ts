import { describe, expect, test } from 'vitest'
import { type Letter, writeLetter } from './layout.tsx'

const letter = (who: string, subject = 'Je band'): Letter => ({
  language: 'nl',
  subject,
  organisation: 'Bakker & Zn',
  accent: '#0f6b5c',
  blocks: [
    { say: 'Hallo,' },
    { action: 'Bekijk het', href: `https://bakker.example/f/${who}?a=1&b="2"` },
    {
      choices: ['ja', 'nee'].map((label) => ({ label, href: `https://bakker.example/f/${who}/reaction/${label}` })),
      ends: null,
      choose: 'Kies',
      href: `https://bakker.example/f/${who}#reaction`,
    },
    { link: 'Alles lezen', href: `https://bakker.example/f/${who}` },
  ],
  footer: {
    say: 'Je krijgt dit omdat je schreef.',
    stop: { label: 'Stop', href: `https://bakker.example/unsubscribe/${who}` },
    choose: { label: 'Kies', href: `https://bakker.example/preferences/${who}` },
  },
})

const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

describe('a letter', () => {
  test.each(['ada', 'bram', 'ada', '0'])('leads %s to their own pages, whoever had the same letter before', (who) => {
    expect(linksOf(writeLetter(letter(who)).html)).toEqual([
      `https://bakker.example/f/${who}?a=1&amp;b=&quot;2&quot;`,
      `https://bakker.example/f/${who}/reaction/ja`,
      `https://bakker.example/f/${who}/reaction/nee`,
      `https://bakker.example/f/${who}`,
      `https://bakker.example/preferences/${who}`,
      `https://bakker.example/unsubscribe/${who}`,
    ])
  })

  test('shows what somebody wrote as words, in its title too', () => {
    const { html } = writeLetter(letter('ada', '<b>"Band" & wiel</b>'))
    expect(html).toContain('<title>&lt;b>&quot;Band&quot; &amp; wiel&lt;/b></title>')
    expect(html).toContain('Bakker &amp; Zn')
  })
})
