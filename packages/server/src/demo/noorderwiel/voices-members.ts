import type { Voices } from './voices.ts'

export const membersService: Voices[] = [
  {
    goal: 'service',
    outcome: 'stolen',
    said: `
177 question nl | Mijn fiets is vannacht gestolen voor de deur. Wat moet ik nu doen? Op de site vind ik alleen een formulier van vier pagina’s.
  team: Wat een rotwakker worden, {name}. Doe online aangifte, stuur mij het nummer, dan staat er morgen een andere fiets voor je. Dat formulier vul ik voor je in. Yvonne
  customer: Nummer gestuurd en het klopt, er staat er al een. Jullie zijn geweldig.
  yes: Nu staat het ook helder op de site. Hopelijk heb ik het nooit meer nodig.
170 question en | My bike got stolen at the station. Do I need to go to the police in person? My Dutch isn't good enough for the website.
  team: Hi {name}, no need to go: we'll do the report together on the phone, it takes ten minutes. I'll call you at four. Yvonne
  yes:
158 complaint nl 2 | Drie verschillende mensen gesproken over mijn gestolen fiets en drie keer hetzelfde verhaal moeten vertellen.
149 question nl | Fiets gestolen maar ik heb nog maar één sleutel. Krijg ik dan toch een vervangende?
138 question en | How long until I get a replacement after theft? I've heard everything between one day and three weeks.
129 complaint nl 2 | Na de diefstal moest ik elf dagen wachten op een andere fiets, omdat een formulier “niet compleet” was. Dat had je me op dag één kunnen zeggen.
  team: Dat had ook op dag één gemoeten, {name}. Ik heb je die elf dagen van je abonnement teruggestort. Yvonne
  partly: Netjes van die terugbetaling. Of het nu echt sneller gaat wil ik liever niet uitproberen.
120 question nl | Ik heb aangifte gedaan maar het proces-verbaal heeft een typefout in het framenummer. Is dat erg?
113 question nl | Moet ik eigen risico betalen als mijn abonnementsfiets gestolen is terwijl hij wel op slot stond?
`,
  },
  {
    goal: 'service',
    outcome: 'contribution',
    said: `
142 complaint nl 1 | Twee euro per maand erbij, “vanwege de gestegen kosten”. Iedereen heeft gestegen kosten. Ik dacht dat we een coöperatie waren en geen energiebedrijf.
  team: Dag {name}, ik snap de boosheid. Het besluit ligt bij de ledenraad, en ik neem je woorden letterlijk mee. Je krijgt antwoord, ook als je er niet blij mee wordt. Nadia
  no@3: Een net verhaal, maar de vraag was of het ook zonder kon. Voor studenten en mensen met een minimum is twee euro wél veel. Daar lees ik niets over.
139 complaint nl 2 | Weer een verhoging. Ik kan het nog net betalen, maar mijn buurvrouw stopt ermee.
  note: Dit is de vierde die de minimuminkomens noemt. Voorstel: stadspas-korting uitzoeken.
136 complaint en 2 | 24 euros more per year, and the email announcing it was only in Dutch. Not a great look.
132 complaint nl | De verhoging is op zich te begrijpen, de brief niet. “Indexatie conform de geldende systematiek”: schrijf dat eens zoals je praat.
  yes: Deze uitleg was wél te lezen.
130 complaint nl 1 | Hier ben ik dus geen lid voor geworden. Draai die verhoging terug.
127 complaint nl 2 | Elk jaar meer betalen en minder mensen aan de telefoon. Rara hoe kan dat.
124 idea nl | Maak de contributie afhankelijk van hoeveel je repareert. Ik kom nooit langs en betaal hetzelfde als iemand die elke week een lekke band heeft.
  team: Interessant voorstel, {name}. Het botst met het idee dat we het samen dragen, maar het verdient een echt antwoord en dat komt. Nadia
121 question nl | Geldt de verhoging ook voor leden die vooruit voor een jaar betaald hebben?
  team: Nee {name}, voor jou gaat hij pas in als je jaar om is. Daar mag de brief duidelijker over zijn. Yvonne
116 complaint en | I joined because you were the cheapest in town. That gap is closing. Think about it.
109 complaint nl 2 | Wat krijgen we er eigenlijk voor terug? Zeg dat er dan bij.
  partly: Liever niet natuurlijk, maar nu weet ik tenminste waar het heen gaat: lonen van monteurs. Vooruit dan.
101 complaint nl 3 | Ik betaal het hoor, want ik gun de monteurs een normaal salaris. Maar kondig het voortaan drie maanden van tevoren aan en niet drie weken.
  yes: Drie maanden van tevoren staat nu in de regels. Dat was alles wat ik wilde.
`,
  },
  {
    goal: 'service',
    outcome: 'cancel-online',
    said: `
119 complaint nl 2 | Lid worden kan online in twee minuten. Opzeggen moet per brief. Wie verzint zoiets?
  team: Dag {name}, iemand in 2014, vrees ik. Mail mij gewoon, dan is het vandaag geregeld, en we gaan het veranderen. Yvonne
  yes: Inmiddels weer lid trouwens, maar fijn dat het nu normaal kan.
108 complaint en 1 | I have to send a LETTER to cancel my subscription? I don't own a printer. I don't own stamps. It's not 1985.
  team: Fair, {name}. It is cancelled as of the end of this month, no letter needed. And the letter rule is going. Yvonne
  yes: Thank you. Painless in the end.
98 question nl | Ik ga verhuizen naar Zwolle. Hoe zeg ik op, en krijg ik mijn borg terug?
87 complaint nl 2 | Opzegtermijn van drie maanden voor een fiets. Mijn huur is korter.
73 complaint en | Please make cancelling as easy as joining. I'd be more likely to come back.
58 question en | My exchange ends in six weeks. When do I need to cancel so that I don't pay for the summer?
  team: Hi {name}, today is fine: I've set your last day to the day of your flight. Bring the bike to any workshop. Have a safe trip home! Yvonne
43 complaint nl 3 | Opgezegd, en toch nog een keer afgeschreven. Wel snel teruggestort na een mailtje.
36 idea nl | Pauzeknop! Dan hoef ik niet op te zeggen als ik drie maanden stage loop in Antwerpen.
  yes: De pauzeknop is er echt gekomen, ik sta al op pauze :-)
`,
  },
  {
    goal: 'service',
    outcome: 'thanks-service',
    said: `
163 compliment nl 5 | Yvonne heeft een half uur met mijn vader van 84 aan de telefoon gezeten tot hij snapte hoe de laadkabel erin moet. Hij heeft het er nog steeds over.
140 compliment nl | Gemaild om 22:10, antwoord om 8:05. Met een naam eronder in plaats van “het team”.
111 compliment en 5 | Yvonne filed my police report with me on the phone, in English, and made me laugh twice. My bike was stolen and I still had a good day.
  yes: Hi Yvonne! The new bike is called Yvonne too.
94 compliment nl 5 | Fout van mij, en toch zonder gezeur opgelost. Dat onthoud ik.
84 compliment nl 4 | Fijn dat er een mens opneemt en geen keuzemenu.
70 compliment nl | Ik kreeg bericht over wat er met mijn klacht van maanden geleden gedaan is. Ik was hem zelf al vergeten, jullie niet.
59 compliment en 5 | Every time I write I get a real answer from a real person. In this day and age!
50 compliment nl 5 | De ledenavond was gezellig, de soep was goed en er werd ook nog geluisterd. Volgende keer neem ik mijn buurman mee.
`,
  },
  {
    goal: 'service',
    initiative: 'phone',
    said: `
40 complaint nl 2 | Twaalf minuten in de wacht, met een muziekje dat klinkt alsof het uit een blikje komt.
  team: Dag {name}, sorry voor de minuten en voor het blikje. We missen een collega en dat merk je; de vacature staat open en tot die tijd bellen we terug wie een bericht achterlaat. Yvonne
34 complaint nl 2 | Vroeger kreeg ik meteen iemand aan de lijn, nu sta ik minimaal acht minuten in de wacht. Wat is er gebeurd?
28 complaint en 2 | On hold for 15 minutes, then the line dropped. Called again, 11 minutes. Your emails are answered quickly, so I'll stick to that.
21 complaint nl 1 | Ik ben slechtziend en kan niet mailen of chatten. Bellen is voor mij de enige weg, en die weg staat tegenwoordig in de file.
  team: Dag {name}, dank dat je dit vertelt. Ik heb je een direct nummer gemaild dat voorrang krijgt, en dat doen we nu voor alle leden die het nodig hebben. Yvonne
  customer: Gebeld en het werkte meteen. Dat is fijn.
  note: Voorrangsnummer ook aanbieden via de Oogvereniging? Nadia vraagt het na.
14 idea nl | Terugbelknop: ik laat mijn nummer achter en jullie bellen als het rustig is. Scheelt ons allebei wachten.
7 complaint nl 2 | Om kwart over vier gebeld, “nummer vijf in de rij”, om vijf uur dicht. Niemand gesproken.
`,
  },
  {
    goal: 'service',
    fate: 'overdue',
    said: `
11 question nl | Ik wil mijn lidmaatschap op naam van mijn dochter zetten. Kan dat zonder dat zij opnieuw borg betaalt?
8 complaint nl 2 | Al twee keer gebeld en één keer gemaild over mijn borg van 50 euro. Stilte.
`,
  },
  {
    goal: 'service',
    said: `
2 question nl | Wanneer is de volgende ledenavond? Ik wil het over de stallingen bij het station hebben.
1 question en | I just moved here. Do I need a Dutch bank account to become a member?
`,
  },
]
