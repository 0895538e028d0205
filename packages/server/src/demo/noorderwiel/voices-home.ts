import type { Voices } from './voices.ts'

export const home: Voices[] = [
  {
    goal: 'home',
    outcome: 'one-hour',
    said: `
182 complaint nl 1 | “Tussen 8 en 17 uur.” Een hele dag vrij genomen voor een lekke band, en om kwart over vijf een sms dat het niet meer lukt. Wie kan zich dat veroorloven?
  team: Dag {name}, dat is niet uit te leggen en ik ga het ook niet proberen. Ik kom morgenochtend om acht uur zelf, als dat voor je schikt. Rachid Amrani
  customer: Acht uur is goed. Ik zet koffie, want boos blijven heeft ook geen zin.
  yes: Vorige week kreeg ik een vak van één uur en hij was er na tien minuten. Wereld van verschil.
178 complaint nl 2 | Monteur zou ’s ochtends komen. Het werd half vier. Intussen durfde ik niet eens naar de winkel.
175 complaint en 2 | The mobile mechanic arrived on a different day than agreed. I was at work, my roommate didn't know about it, so he left. Now I'm back at the end of the list?
  team: Hi {name}, no, you are not: you're first tomorrow, at 18:30, so that you are at home. The mix-up was ours. Rachid
170 complaint nl | Een tijdvak van vier uur is voor iemand met een baan eigenlijk hetzelfde als geen tijdvak.
166 complaint nl 2 | Zit al de hele middag te wachten met een baby die wil slapen en een bel die elk moment kan gaan. Kan dat echt niet preciezer?
  team: Wat een middag, {name}. Ik ben er over een kwartier en ik klop zachtjes. En ja, dat kan preciezer: we zijn ermee bezig. Rachid
  yes: Ze bellen nu als ze onderweg zijn, en niet aan. Met een baby is dat goud waard.
161 idea nl | De pakketbezorger kan me op de minuut vertellen waar hij is. De fietsenmaker moet dat toch ook kunnen.
156 complaint nl 3 | Top monteur, maar twee uur te laat en geen bericht.
152 complaint en 1 | Nobody came. Nobody called. I waited from 9 till 1 and then rode to a shop on the rim. Cancel my home service please.
  team: {name}, I am sorry. Your address was missing its house number in our planning, and the mechanic rang the wrong door. That should have led to a phone call. I have refunded the visit and paid for the rim. Rachid
  customer: I appreciate the refund. I'll keep the service for now and see.
  partly: Better. But I still had to find out by myself that the planning had changed once.
146 complaint nl 2 | Ik werk in de zorg en heb wisselende diensten. “Ergens op donderdag” werkt voor mij niet.
141 complaint nl | Een dag gewacht, wel een leuke vent aan de deur, band in tien minuten geplakt. Die tien minuten waren perfect.
136 complaint nl 2 | Tijdvak 12–16 uur, gekomen om 16:40. Gelukkig was ik nog thuis, mijn les begon om 17:00.
132 question nl | Kan ik de monteur ook ’s avonds laten komen? Overdag is er nooit iemand thuis.
  team: Dag {name}, op dinsdag en donderdag rijden we tot negen uur. Op de site staat dat te verstopt, dat passen we aan. Rachid
125 complaint en | Four-hour slots belong in the nineties. Otherwise a lovely service.
115 idea nl | Bel of app een half uur van tevoren. Dan kan ik in de tussentijd gewoon mijn leven leiden.
  yes: Precies dit. Dank dat jullie geluisterd hebben.
`,
  },
  {
    goal: 'home',
    outcome: 'thanks-mechanics',
    said: `
169 compliment nl 5 | Mijn man zit in een rolstoel en de monteur heeft na mijn fiets ook even zijn banden opgepompt. “Hoort erbij.” Nee hoor, dat hoort er niet bij. Dank je.
147 compliment nl | Vrolijke monteur, modderlaarzen uit bij de voordeur, werkplek achtergelaten alsof hij er nooit was.
108 compliment nl 5 | “Ik ben er tussen tien en elf.” Om 10:20 stond hij er. Om 10:45 reed ik. Zo wil ik alles in mijn leven geregeld hebben.
100 compliment en 5 | He called ahead, came on time, and explained to my son how a gear hub works. My son now wants to become a mobile mechanic.
  yes: He still does!
91 compliment nl 4 | De nieuwe tijdvakken werken. Twee keer gehad, twee keer op tijd.
80 compliment nl 5 | Ik ben 76 en kan niet meer met een lekke band naar de stad lopen. Dat er iemand naar míj komt, daar word ik gewoon blij van.
72 compliment nl | Rachid kwam in de stromende regen en maakte er nog een grap over ook.
60 compliment en 5 | Brilliant. One hour window, phone call, done in twenty minutes, and he spoke English with my flatmates.
49 compliment nl 5 | Onze school heeft twaalf leenfietsjes in één ochtend weer rijdend gekregen. De kinderen hebben een tekening gemaakt, die ligt bij jullie op de mat.
  yes: Leuk om de tekening op jullie bus terug te zien!
37 compliment nl 5 | Klein ding: de monteur vroeg aan mij wat er mis was en niet aan mijn vriend die ernaast stond.
`,
  },
  {
    goal: 'home',
    initiative: 'villages',
    said: `
30 idea nl | Komen jullie ook naar Ten Boer? Het is maar tien kilometer, en hier is de laatste fietsenmaker vorig jaar gestopt.
22 question nl | Wij wonen in Winsum en zijn al drie jaar lid. Waarom stopt de monteur bij de stadsgrens?
  team: Dag {name}, omdat we tot nu toe met twee bussen reden. Er komt een derde bij en dan zijn de dorpen aan de beurt; Winsum staat op de lijst. Rachid
  customer: Mooi! Er wonen hier in de straat nog vier leden, die kunnen dan in één rit.
  note: Idee van deze klant: een vaste dorpsdag per maand. Meenemen in de proef.
16 idea nl | Een vaste dag in de maand in Haren op het plein, dan kan iedereen die iets kleins heeft langskomen.
8 complaint nl 3 | In Hoogkerk val ik volgens jullie postcodecheck “net buiten het gebied”. Ik kan de Martinitoren zien vanaf mijn balkon.
`,
  },
  {
    goal: 'home',
    said: `
3 question en | Can the mobile mechanic also come to my office on the Europapark? There are about ten of us with the same subscription.
1 compliment nl 5 | Om zeven uur ’s avonds nog een nieuwe binnenband aan huis. Held!
`,
  },
]
