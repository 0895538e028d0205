import type { MailLookTexts } from '../en/mail-look.ts'

export const mailLook: MailLookTexts = {
  title: 'Mails aan klanten',
  tone: 'Toon',
  tones: { informal: 'Gewoon: je, du, tu', polite: 'Beleefd: u, Sie, vous' },
  senderName: 'Naam van de afzender',
  signature: 'Ondertekening',
  accent: 'Kleur',
  replyTo: 'Antwoorden gaan naar',
  inboundAddress: 'Postvak voor antwoorden',
  hints: {
    senderName: 'Staat voor het adres van de afzender.',
    accent: 'Zoals #0f6b5c. Laat je dit leeg, dan is het de kleur van de site.',
    replyTo: 'Zolang antwoorden hier niet worden gelezen.',
    inboundAddress:
      'Dan komt een antwoord in het gesprek. Laat dit postvak, met alles achter een plus, zijn post doorsturen naar het adres hieronder.',
    logo: 'JPEG, PNG, WebP of GIF, tot 5 MB. Het reist mee met elke mail, op wit.',
  },
  inboundUrl: 'Stuur de post van dat postvak in zijn geheel naar dit geheime adres',
  logo: 'Logo',
  removeLogo: 'Logo weghalen',
  tooLarge: 'Dit bestand is groter dan 5 MB. Maak het kleiner en kies het opnieuw.',
  preview: 'Zo ziet het eruit, in het',
  languages: { nl: 'Nederlands', en: 'Engels', de: 'Duits', fr: 'Frans' },
  signing: {
    title: 'Handtekening van het domein (DKIM)',
    lead: 'We ondertekenen elke e-mail. Anderen geloven dat zodra het domein van de afzender dit TXT-record heeft.',
    name: 'Naam',
    value: 'Waarde',
    check: 'Kijk of het er staat',
    found: {
      unsigned: 'E-mails zijn niet ondertekend. Wie de server beheert, zet DKIM_KEY_FILE.',
      yes: 'Het staat er: onze handtekening wordt geloofd.',
      other: 'Er staat een record met deze naam, maar met een andere sleutel.',
      no: 'Het staat er nog niet. Na een wijziging kan het een uur duren.',
      unknown: 'De DNS gaf geen antwoord. Probeer het zo nog eens.',
    },
  },
  bounces: {
    title: 'Adressen die geen mail meer aannemen',
    lead: 'Hun mailserver zei dat daar niets aankomt, dus schrijven we er niet meer heen. Deze klanten lezen mee via hun eigen link.',
    back: 'Weer schrijven',
  },
}
