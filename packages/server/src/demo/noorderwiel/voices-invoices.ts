import type { Voices } from './voices.ts'

export const invoices: Voices[] = [
  {
    goal: 'invoices',
    outcome: 'clear-invoice',
    said: `
179 complaint nl 2 | Op mijn factuur staat “correctie 3-B verrekend met periode 9”. Wat betekent dat? Moet ik nu meer of minder betalen?
  team: Minder, {name}: je krijgt 6,40 terug. En ik snap nu pas hoe onbegrijpelijk die regel is. Yvonne
  yes: De nieuwe factuur snapt zelfs mijn man.
173 question en | My invoice has five lines and I understand one. Could you explain what “stalling forfait” is? I never asked for it.
166 complaint nl 2 | Twee keer afgeschreven in dezelfde week. Mijn rekening stond daardoor rood.
  team: Dag {name}, dat is een fout van ons: de incasso liep dubbel. Het bedrag en de rente van je bank zijn vandaag teruggestort. Yvonne
  customer: Dank voor het snelle regelen. Die rente had ik niet eens durven vragen.
  yes:
157 complaint nl | De factuur komt op de 3e, de incasso op de 1e. Zet dat eens andersom?
150 question nl | Kan ik de factuur op naam van mijn werkgever krijgen? Voor het fietsplan heb ik een btw-bedrag nodig en dat staat er niet op.
144 complaint en 2 | I got a payment reminder for an invoice that I never received. When I called, you couldn't find it either.
137 complaint nl 3 | Prijs in de app: 14,50. Prijs op de factuur: 15,13. Waar komen die 63 cent vandaan?
  team: Goed gezien, {name}: de app liet een oud tarief zien. Je krijgt de 63 cent terug en de app klopt sinds vanochtend. Yvonne
  yes: 63 cent, en toch serieus genomen.
131 question nl | Wat is het verschil tussen contributie en abonnement op mijn factuur? Betaal ik nu dubbel?
123 complaint nl 2 | Aanmaning gekregen terwijl ik een machtiging heb afgegeven. Dan mag je niet mij aanmanen vind ik.
115 idea nl | Eén A4’tje, grote letters, één bedrag onderaan. Meer hoeft een factuur niet te zijn.
  yes: Letterlijk één A4. Geweldig.
106 complaint en | Please put an English translation on the invoice. I used a translation app and it told me I owe you a “stable flat rate”.
100 question nl | Waarom krijg ik een factuur van 0,00 euro?
`,
  },
  {
    goal: 'invoices',
    said: `
4 question nl | Kan ik per kwartaal betalen in plaats van per maand? De incasso valt steeds net voor mijn salaris.
1 complaint nl 3 | De factuur is een stuk duidelijker geworden, maar het klantnummer staat er nu niet meer op. Mijn boekhouder vraagt erom.
`,
  },
]
