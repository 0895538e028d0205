import type { Voices } from './voices.ts'

export const fleet: Voices[] = [
  {
    goal: 'fleet',
    outcome: 'lights',
    said: `
175 complaint nl 1 | Achterlicht alweer dood. Dit is de vierde keer sinds ik het abonnement heb. Gisteren reed een auto me bijna van het Damsterdiep.
  team: Dag {name}, wat naar, en gelukkig bleef het bij bijna. Kom vandaag langs in een van de werkplaatsen: je krijgt een ander lampje, op naafdynamo. En ik zoek uit waarom dit type het steeds begeeft. Fenna
  customer: Langs geweest, keurig geholpen. Maar mijn huisgenoot heeft precies hetzelfde probleem.
  note: Zelfde serie lampjes (partij van vorig najaar). Fenna vraagt de leverancier om het hele nummerbereik.
  yes: Nieuwe lamp doet het al weken. Eindelijk.
171 complaint en 2 | The rear light on my subscription bike dies every time it rains. In Groningen. Where it rains.
  yes: Rode through a proper storm yesterday. Light on the whole way.
164 complaint nl 2 | Boete van 70 euro voor fietsen zonder licht, op een fiets die van jullie is en waarvan ik het lampje vorige week heb laten maken.
  team: {name}, dat is zuur, en het is niet jouw schuld. Stuur me een foto van de boete, dan betalen wij hem. Fenna
  customer: Dat had ik echt niet verwacht. Foto is onderweg, dank je wel!
  yes:
159 complaint nl | Koplamp knippert als een discobal bij elke hobbel.
153 complaint nl 3 | Het licht doet het soms wel en soms niet. Dat is bijna gevaarlijker dan helemaal niet, want je merkt het niet.
147 complaint en 2 | Had both lights replaced twice already. Good service each time, but I would rather have a light that works.
143 complaint nl 2 | Mijn dochter rijdt op jullie jeugdfiets naar Haren, door het donker langs het kanaal. Achterlicht stuk. Ik slaap er slecht van.
  team: Dag {name}, dat begrijp ik heel goed. Rachid komt vanavond nog langs met een ander licht, dan hoeft ze morgen niet in het donker. Fenna
  yes: Hij stond er om half acht. Ik slaap weer.
130 complaint en 1 | Third time I'm reporting my light. I'm an international student without a car, a bus card or a death wish.
  team: {name}, you now have the one light in the fleet that I tested myself, in a bucket of water. If this one fails I will bring you a new bike. Fenna
  yes: The bucket light survived. Respect.
123 complaint nl 2 | Het lampje van mijn nieuwe abonnementsfiets was na elf dagen stuk. Nieuw!
114 idea nl | Gebruik gewoon weer een ouderwetse naafdynamo met een degelijke Hollandse lamp. Die van mijn oma doet het al sinds 1978.
  yes: Oma heeft dus gelijk gekregen. Ik geef het door.
105 complaint nl 3 | Kabeltje van het achterlicht hangt los en komt tussen de spaken.
93 complaint en | Light broken again, but I saw the message that you're replacing all of them. When is it my turn?
  team: Hi {name}, your bike is number 212 of 412, so about three weeks from now. Want it sooner? Come to Zernike, we keep twenty sets there. Fenna
78 complaint nl 2 | Licht doet het niet meer na een nachtje regen. Ik las dat jullie ze gaan vervangen; graag vóór mijn nachtdiensten beginnen.
61 question nl | Mijn fiets is nog niet aan de beurt geweest voor een nieuwe lamp. Moet ik zelf iets doen?
  team: Nee hoor, {name}. Je krijgt een berichtje zodra jouw fiets aan de beurt is, uiterlijk over twee weken. Fenna
`,
  },
  {
    goal: 'fleet',
    outcome: 'what-is-covered',
    said: `
168 question nl | Valt een gebroken spaak onder het abonnement of moet ik die zelf betalen? Aan de balie zegt de een ja en de ander nee.
  yes: Eindelijk zwart op wit.
160 question en | Is theft included in my plan? I've read the terms twice and I honestly can't tell.
153 complaint nl 2 | Nieuwe buitenband moest ik zelf betalen, “want dat is slijtage”. Mijn huisgenoot kreeg hem vorige maand gratis. Wat is het nou?
  team: Dag {name}, je huisgenoot had gelijk: banden vallen eronder. Je krijgt de 34 euro terug, en ik maak er een lijstje van dat aan elke balie hetzelfde is. Fenna
  customer: Staat al op mijn rekening. Snel!
  yes:
145 question nl | Mag ik met mijn abonnementsfiets op vakantie naar Duitsland? En als hij daar kapotgaat?
133 question en | What happens if I damage the frame? Do I pay for the whole bike?
  team: Hi {name}, no: you pay at most 75 euros, whatever the damage, unless you lent the bike to someone else. We will put that in plain words on the site. Fenna
  yes: Clear, thanks. I wish my phone contract read like this.
126 question nl | Mijn zoon is 14 en gebruikt mijn abonnementsfiets weleens. Is hij dan verzekerd?
118 complaint nl | De voorwaarden zijn elf kantjes. Ik ben hoogopgeleid en ik kom er niet uit.
107 question nl | Wat gebeurt er met mijn abonnement als ik drie maanden naar het buitenland ga? Kan ik pauzeren?
99 question en | Do I have to return the bike in person when the contract ends, or can a friend do it?
91 question nl | Als de accu van de e-bike minder wordt, krijg ik dan een nieuwe? Na een jaar kom ik nog maar 35 km ver.
  team: Dag {name}, onder de zeventig procent van wat hij nieuw deed krijg je een andere. Bij jou is dat zo: maak een afspraak, dan wisselen we hem om. Fenna
  yes: Omgewisseld, ik haal Assen en terug weer.
`,
  },
  {
    goal: 'fleet',
    outcome: 'child-seats',
    said: `
128 idea nl | Abonnement met bakfiets! Twee kinderen, geen auto, geen 5.000 euro. Ik teken morgen.
  yes: Getekend. Bak is al onder de pindakaas.
106 idea nl | Kunnen de abonnementsfietsen een bevestiging voor een kinderzitje krijgen? Nu past er niets op de bagagedrager.
92 complaint nl 3 | Kinderzitje zelf gemonteerd en toen te horen gekregen dat dat niet mag. Prima, maar bied dan zelf iets aan.
  team: Dag {name}, eens: nee zeggen zonder alternatief is te makkelijk. We testen nu drie zitjes, die van jou zit erbij. Fenna
  partly: Zitje zit erop, heel blij. Voor de tweede (achterop én voorop) is er nog niets.
77 idea en | Cargo bikes by the weekend, please. I don't need one every day but I do need to move a sofa.
63 idea nl | Een bakfiets die je met de buren deelt op één abonnement, zou dat kunnen?
46 question nl | Zijn er abonnementsfietsen waar een voorzitje op past? Onze dochter is tien maanden.
32 idea nl | Verhuur kinderzitjes per maand. Kinderen groeien er zo weer uit, dan kan een ander gezin hem gebruiken.
  yes: Ons zitje gaat nu naar het derde gezin, leuk idee hoe jullie dat bijhouden.
20 complaint nl 3 | Al vier weken op de wachtlijst voor een bakfiets. Hoeveel zijn er eigenlijk?
  team: Twaalf, {name}, en achttien mensen die er een willen. Er komen er acht bij; jij staat op plek drie. Fenna
`,
  },
  {
    goal: 'fleet',
    initiative: 'smaller-frames',
    said: `
35 complaint nl 2 | Ik ben 1,58 en de “kleinste maat” is me echt te groot. Bij het stoplicht val ik half om.
  team: Dag {name}, dank dat je dit zegt, want je bent niet de enige. We passen maandag drie kleinere frames en ik zou er graag iemand van 1,58 bij hebben. Zin om te komen? Fenna
  customer: Ja leuk! Na vieren kan ik.
25 complaint en 2 | All your bikes seem to be made for tall Dutch men. I'm 155 cm and my toes barely touch the ground.
19 idea nl | Kortere cranks en een lager frame voor kleine mensen. Wij bestaan ook!
12 complaint nl 3 | Zadel kan niet lager en dan zit ik nog te hoog. Mijn moeder van 1,54 durft er niet eens op.
5 question en | Do you have a step-through bike for someone who is 1.50 m? It's for my grandmother who is staying for a year.
`,
  },
  {
    goal: 'fleet',
    said: `
3 complaint nl 2 | Mijn abonnementsfiets kraakt bij elke trap alsof er een muis in de trapas woont.
2 question nl | Kan ik halverwege het jaar overstappen van een gewone fiets naar een e-bike? Nieuwe baan, 14 kilometer tegenwind.
1 compliment en 4 | Got my swap bike within a day. It even has a better saddle. Keep it up!
`,
  },
]
