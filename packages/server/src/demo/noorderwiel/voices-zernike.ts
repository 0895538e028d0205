import type { Voices } from './voices.ts'

export const zernike: Voices[] = [
  {
    goal: 'zernike',
    outcome: 'quick-desk',
    said: `
180 complaint en 1 | Waited 50 minutes at Zernike to have a flat tyre fixed, then had to leave because my exam started. Got a fine for locking the bike to a lamp post too. Great day.
  team: Hi {name}, I hope the exam went better than our queue. Come to me any morning this week and I'll fix it on the spot, no charge. We know the line at lunch is a real problem. Ineke
  customer: Exam went fine :) and thanks, will come on Thursday.
  yes: The quick desk is brilliant. Four minutes for a flat.
177 complaint nl 2 | Eén persoon achter de balie om half één, terwijl er 25 studenten staan. Iedereen met dezelfde lekke band. Daar is toch iets slims op te bedenken?
172 complaint en 2 | The line. Every. Single. Day.
167 complaint nl | Ik wilde alleen mijn zadel laten vastzetten. Twintig seconden werk, drie kwartier wachten.
  yes: Nu binnen twee minuten klaar. Dank je Tobias!
162 complaint en 3 | Nice mechanics, terrible queue. People in front of me had complicated e-bike questions and I just needed air and a valve.
  team: Hey {name}, exactly this. We counted last week: seven out of ten visits take less than five minutes of work. We are going to split the line. Tobias
  yes: Split line works. Nice to see you really counted!
155 idea en | Have a separate line for flats. Supermarkets figured this out decades ago.
149 complaint nl 2 | Wachttijd Zernike tussen de colleges is niet te doen. Ik laat mijn fiets nu maar met een lekke band staan tot vrijdagmiddag.
144 idea nl | Een bordje met de verwachte wachttijd bij de ingang. Dan kan ik beslissen of ik eerst koffie ga halen.
140 complaint en | I gave up after 35 minutes. The guy next to me too. Maybe you don't notice those who leave?
  team: We didn't notice, {name}, and that is a good point: our figures only counted people who were helped. We now count everyone who takes a number. Ineke
  yes:
134 complaint nl 1 | Drie keer een nummertje getrokken, drie keer college gemist of de rij uit moeten. Ik betaal een abonnement zodat ik juist géén gedoe heb.
128 question nl | Wat is het rustigste moment om langs te komen op Zernike? Ik heb maar een kwartier.
  team: Dag {name}, tussen negen en half elf ben je vrijwel meteen aan de beurt. Tussen twaalf en twee staat er een rij; daar zijn we mee bezig. Ineke
119 complaint en 2 | Your website says “walk in, ride out in 15 minutes”. Today: 42. I timed it.
112 complaint nl 2 | De rij staat bij regen buiten, zonder afdak. Wie bedenkt dat?
  partly: De rij is weg maar het afdak is er nog steeds niet. Als het regent sta je alsnog in de bui.
103 idea en | Let us book a slot between lectures in the app. I'm happy to wait, just not standing in the rain.
94 complaint nl 3 | Iets beter dan vorige maand, maar tussen de middag nog steeds een half uur.
86 complaint en | Waited 25 minutes for a 2-minute job again. The mechanic apologised before I'd said anything, which tells you enough.
76 complaint nl 2 | Waarom staat er om kwart voor negen niemand en om half één maar één iemand? Draai dat om en het is opgelost.
  team: We hebben het rooster ernaast gelegd en je hebt gewoon gelijk. Vanaf maandag staan we tussen twaalf en twee met z’n drieën. Ineke
  yes: Mijn ene gratis advies en jullie doen het nog ook.
`,
  },
  {
    goal: 'zernike',
    outcome: 'thanks-zernike',
    said: `
56 compliment en 5 | Flat tyre at 12:40, back on the road at 12:46. The quick desk is the best thing that happened to this campus since the coffee truck.
51 compliment nl 5 | Snelbalie = gouden greep. Complimenten aan wie dit bedacht heeft.
45 compliment en 5 | Tobias fixed my light, taught me a word of Gronings and wished me luck with my thesis. I don't know what more you could want from a repair shop.
  yes: Moi!
38 compliment nl 4 | In vier minuten buiten. Ik heb er zelfs een college voor op tijd gehaald, dat was lang geleden.
34 compliment en | Just wanted to say the queue is gone. Somebody listened.
29 compliment nl 5 | Fijn dat jullie bij de pomp ook een setje inbussleutels hebben gehangen. Scheelt weer een bezoek.
24 compliment en 5 | Came in crying because my bike was my late grandfather's and the frame had cracked. Ineke sat down with me first and only then looked at the bike. She found a welder. I will never forget it.
  yes: It holds. Thank you, Ineke.
`,
  },
  {
    goal: 'zernike',
    initiative: 'self-repair',
    said: `
33 idea en | A self-service stand with tools outside, so we can fix small things ourselves after you close at six?
27 idea nl | Zelf plakken zou ik best willen leren. Geef eens een workshop op woensdagavond, ik neem een kratje mee.
  team: Deal, {name}, al houden we het bij thee tot de laatste band geplakt is. We zetten er een paar avonden voor in de planning. Tobias
  customer: Thee is ook goed. Eerst zien dan geloven ;-)
18 idea en | Repair café for students? Many of us can't afford 12 euros for a patch, but we do have two hands.
11 question nl | Mag ik jullie gereedschap gebruiken als ik zelf mijn ketting wil vervangen?
`,
  },
  {
    goal: 'zernike',
    fate: 'overdue',
    said: `
13 complaint nl 2 | De fietspomp bij de ingang is al twee weken stuk. Er hangt een briefje “wordt aan gewerkt”, maar door wie?
10 complaint en 2 | Left my bike overnight for new brake pads and the bell was gone when I picked it up. It's only a bell, but still. Has anybody found it?
`,
  },
  {
    goal: 'zernike',
    said: `
3 compliment en 5 | Two mechanics, one smile each, three minutes. Ten out of ten.
1 complaint nl 3 | Bij de snelbalie stond vandaag iemand met een e-bike-storing voor me. Dan is het natuurlijk geen snelbalie meer.
`,
  },
]
