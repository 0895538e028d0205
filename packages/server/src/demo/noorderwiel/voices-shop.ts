import type { Voices } from './voices.ts'

export const shop: Voices[] = [
  {
    goal: 'shop',
    outcome: 'stock',
    said: `
178 complaint nl 2 | Binnenband besteld: “op voorraad”. Drie dagen later een mail dat hij toch niet op voorraad is. Wat is die voorraad dan?
  team: Dag {name}, de site keek één keer per dag in het magazijn, en dat is voor banden te weinig. Jouw band ligt nu bij Oosterpoort, op onze kosten. Tjeerd
  yes: Sindsdien klopt het elke keer.
171 complaint nl 2 | Bestelling in drie losse pakketjes gekregen, op drie dagen, met drie keer een bezorger die mij niet thuis trof.
164 complaint en 3 | Ordered brake pads that fit “all models”. They don't fit my model. Which is one of yours.
155 question nl | Welke buitenband past op mijn abonnementsfiets? In de winkel zie ik 28 inch, maar in vier soorten.
  team: Dag {name}, voor jouw type is het de 28 × 1,50 met reflectie. We zetten per fiets erbij wat past; tot die tijd mag je het me altijd vragen. Tjeerd
147 complaint nl 2 | De accu voor mijn e-bike is al zes weken “binnenkort leverbaar”. Binnenkort is een rekbaar begrip.
  partly: Banden zijn nu goed geregeld. Op mijn accu wacht ik nog.
136 complaint nl | Verkeerd zadel geleverd. Retour was goed geregeld, maar ik zit nog steeds op mijn oude.
125 complaint en 2 | “In stock: 1”. I ordered it. “Sorry, out of stock.” Somebody should tell the website.
110 idea nl | Laat op de site zien bij welke werkplaats iets ligt. Dan fiets ik er wel even heen. Zolang de band het houdt.
  yes: Perfect, lag gewoon bij mij om de hoek.
93 complaint nl 2 | Bel besteld, beltoon gekregen (een download?). Iemand heeft zich hier vermaakt met de categorieën.
79 complaint nl 3 | Voorraad lijkt beter te kloppen, maar voor accu’s en displays nog niet.
`,
  },
  {
    goal: 'shop',
    outcome: 'pick-up-locker',
    said: `
65 idea nl | Een kluisje waar ik ’s avonds mijn bestelling kan ophalen. Jullie sluiten om zes uur en ik kom om half zeven uit de trein.
  team: Dag {name}, we zijn het aan het uitzoeken met de stalling onder het station; dan hoef je niet eens om te rijden. Tjeerd
  yes: Gisteren om elf uur ’s avonds een spatbord opgehaald. Heerlijk.
55 complaint nl 2 | Kan mijn pakketje alleen ophalen tussen negen en zes. Dan ben ik aan het werk. Verzenden kost 6,95 voor een ventieldopje.
44 idea en | Pick-up lockers at Zernike please. The parcel companies have them, and you'd save on delivery.
36 complaint nl 2 | Pakje drie keer niet thuis aangeboden en toen teruggestuurd. Ik woon boven jullie werkplaats.
  team: Boven onze werkplaats, {name}! Dat is bijna knap. Ik heb het zojuist zelf naar boven gebracht. Tjeerd
  customer: Ik hoorde voetstappen en daar was het. Dank!
30 idea nl | Bestelling achterlaten bij de stalling onder het station. Daar is toch dag en nacht iemand.
22 complaint en | Delivery costs more than the inner tube itself. Let me collect it after work and we both win.
14 idea nl | Afhaalkluis! Bij de bibliotheek werkt het ook met een code op je telefoon.
7 question nl | Ik las iets over een kluis bij het station. Kan ik daar ook een accu laten neerleggen of is dat te zwaar?
`,
  },
  {
    goal: 'shop',
    fate: 'overdue',
    said: `
12 complaint nl 2 | Ketting besteld, kettingkast gekregen. Retourlabel werkt niet en op mijn mail komt geen antwoord.
`,
  },
  {
    goal: 'shop',
    said: `
2 complaint nl 3 | Filteren op wielmaat laat ook autobanden zien. Verkopen jullie die nu ook?
1 idea en | Sell second-hand parts! You must have piles of good saddles from returned bikes.
`,
  },
]
