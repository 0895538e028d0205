/** Loaded with the settings of mail only. */
export const mailLook = {
  title: 'Letters to customers',
  tone: 'Tone',
  tones: { informal: 'Familiar: je, du, tu', polite: 'Polite: u, Sie, vous' },
  senderName: 'Name of the sender',
  signature: 'Signature',
  accent: 'Colour',
  replyTo: 'Answers go to',
  inboundAddress: 'Mailbox for replies',
  hints: {
    senderName: 'Stands in front of the address of the sender.',
    accent: 'As #0f6b5c. Left empty, it is the colour of the site.',
    replyTo: 'As long as replies are not read here.',
    inboundAddress:
      'With it, a reply lands in the conversation. Let this mailbox, with everything behind a plus, pass its mail on to the address below.',
    logo: 'JPEG, PNG, WebP or GIF, at most 5 MB. It travels along with every letter, on white.',
  },
  inboundUrl: 'Post the mail of that mailbox, whole, to this secret address',
  logo: 'Logo',
  removeLogo: 'Remove the logo',
  tooLarge: 'This file is larger than 5 MB. Make it smaller and choose it again.',
  preview: 'How it looks, in',
  languages: { nl: 'Dutch', en: 'English', de: 'German', fr: 'French' },
  signing: {
    title: 'Signature of the domain (DKIM)',
    lead: 'We sign every e-mail. Others believe that once the domain of the sender has this TXT record.',
    name: 'Name',
    value: 'Value',
    check: 'See whether it is there',
    found: {
      unsigned: 'E-mails are not signed. Whoever runs the server sets DKIM_KEY_FILE.',
      yes: 'It is there: our signature is believed.',
      other: 'There is a record by this name, but with another key.',
      no: 'It is not there yet. After a change it can take an hour.',
      unknown: 'The DNS did not answer. Try again in a moment.',
    },
  },
  bounces: {
    title: 'Addresses that take no more mail',
    lead: 'Their mail server said that nothing can be delivered there, so we no longer write. These customers read along through their private link.',
    back: 'Write again',
  },
}
export type MailLookTexts = typeof mailLook
