import type { Voices } from './voices.ts'

export const digital: Voices[] = [
  {
    goal: 'app',
    outcome: 'booking-phone',
    said: `
180 complaint nl 1 | Afspraak maken via de app: kies een datum, scherm wit. Opnieuw, scherm wit. Vijf keer geprobeerd en toen maar gebeld (11 minuten in de wacht).
  team: Dag {name}, vervelend, en dank voor de precieze beschrijving. Welke telefoon heb je? Dan kan ik het nadoen. Aylin
  customer: Een Samsung A14, volgens mij nog op Android 12.
  note: Nagemaakt op een A14: de kalender loopt vast op oudere WebViews. Raakt ongeveer een op de vijf bezoekers.
  yes: Werkt nu in één keer. Ook op mijn oude toestel!
174 complaint en 2 | The calendar in the app doesn't scroll on my phone, so I can only book appointments in the first week of the month.
  yes: Scrolls now. Small thing, big relief.
167 complaint nl 2 | Na het kiezen van een tijd moet ik opnieuw mijn framenummer invullen. Dat staat onder mijn fiets. Ik zit in de trein.
161 complaint nl | De knop “bevestigen” zit verstopt achter de menubalk van mijn iPhone.
154 complaint nl 1 | Afspraak bevestigd op het scherm, sta ik bij de balie: “u staat er niet in”. Dan kan ik net zo goed een briefje door de bus doen.
  team: Dat is het ergste wat een afspraak kan doen, {name}: er niet zijn. We vonden de oorzaak: wie op “terug” tikte verloor hem zonder melding. Vandaag lossen we dat op. Aylin
  partly: Afspraken komen nu wel door. De bevestigingsmail komt soms een uur later.
148 idea nl | Laat me inloggen met mijn lidnummer en onthoud welke fiets ik heb. Dan is afspraak maken drie tikken.
141 complaint en 2 | Tried to book, got “Fout 500”. I don't know what it means but it doesn't sound like an appointment.
126 complaint nl 3 | Website werkt op de laptop prima, op mijn telefoon is het zoeken naar de knoppen.
118 complaint nl | Kan een afspraak wel maken maar niet verzetten. Dus bel ik. Dus zitten jullie aan de telefoon in plaats van aan mijn fiets.
  yes: Verzet in de bus, zonder bellen. Lekker.
107 complaint en | Date picker shows American dates. I showed up on 4 July instead of 7 April. Well, almost.
`,
  },
  {
    goal: 'app',
    outcome: 'stay-signed-in',
    said: `
95 complaint nl 2 | Elke keer als ik de app open moet ik opnieuw inloggen. Elke. Keer.
  no@4: Ik ben na de update twee dagen ingelogd gebleven en sinds gisteren moet het weer elke keer. Android, als dat helpt.
88 complaint en 2 | The app logs me out every day and then sends a code to my email, which is on the same phone with 3% battery, in the rain.
  yes: Still signed in after two weeks. Bless you.
80 complaint nl | Wachtwoord vergeten, link aangevraagd, link verlopen voordat de mail binnen was.
69 complaint nl 2 | Inloggen lukt niet met een apostrof in mijn e-mailadres. Die heb ik nou eenmaal.
  team: Dag {name}, dat mag natuurlijk gewoon, en vanaf vandaag kan het ook. Dank voor het melden; je bent de eerste, maar vast niet de enige. Aylin
  yes: Werkt. Groeten van een trotse d’Ancona.
58 idea nl | Inloggen met vingerafdruk of gezicht, dat doet mijn bank ook.
47 complaint nl 2 | App vergeet na elke update wie ik ben. Ik blijf dezelfde hoor.
41 complaint en 3 | Logging in is a three-step dance. I only want to see when my repair is done.
33 question nl | Waarom moet ik elke week een nieuwe code invullen om mijn eigen fiets te zien?
24 complaint nl 2 | Op mijn tablet blijf ik ingelogd, op mijn telefoon niet. Zelfde account.
  no@2: Op de telefoon is het niet opgelost. Ik heb de app al opnieuw geïnstalleerd, dat hielp niet.
17 complaint nl | Codes per mail duren soms tien minuten. Dan is mijn bus weg.
`,
  },
  {
    goal: 'app',
    initiative: 'quiet-notices',
    said: `
29 complaint nl 3 | Melding om 6:12 uur dat mijn fiets klaar is. Dat had ook om acht uur gemogen.
  team: Goedemorgen {name}, dat was inderdaad wel heel ijverig van ons systeem. We maken stille uren, en je kunt straks zelf kiezen wanneer je iets hoort. Aylin
20 idea en | Let me choose between a text, an email and an app notification. Now I get all three.
13 complaint nl 3 | Drie berichten over dezelfde afspraak: mail, sms en app. Eén is genoeg.
6 idea nl | Zet de herinnering in mijn agenda in plaats van nog een melding te sturen.
`,
  },
  {
    goal: 'app',
    said: `
3 complaint nl 2 | Donkere modus in de app: grijze letters op een donkergrijze knop. Ik kan niet lezen waar ik op druk.
2 idea en | Could the app show which workshop has the shortest queue right now? You already have the ticket machine.
`,
  },
  {
    goal: 'language',
    outcome: 'english',
    said: `
181 complaint en 2 | The contract I had to sign is only in Dutch. I signed it anyway because I needed a bike, but that doesn't feel right.
  team: Hi {name}, it isn't right. I've attached our own English reading of it to your account, and we are having it translated properly. Niels
  yes: I've read it now. No surprises, and that's exactly what I wanted to know.
176 complaint en 2 | Half of the booking page is in English and then suddenly: “Kies een geschikt tijdvak voor uw onderhoudsbeurt”. Excuse me?
169 question en | Is there an English version of the app? I pressed every button.
162 complaint en 1 | Got a text: “Uw fiets staat gereed, vergeet uw bon niet.” I thought it was a fine and didn't pick up my bike for four days.
  team: Oh no, {name}. From next week that text comes in the language you chose when you joined. And your bike kept the others company. Aylin
  customer: Haha, alright. At least it made friends.
  yes: Texts are in English now. No more mystery fines.
156 complaint en | I've lived here for two years and my Dutch is okay for ordering bread, but not for terms and conditions.
150 idea en | Put a small flag or a language switch at the top of the page. That's all.
143 complaint en 2 | Called and asked for English; the person tried really hard. But the email that followed was in Dutch again.
138 question nl | Onze au pair spreekt alleen Engels en Spaans. Kan zij een abonnement afsluiten of moet ik dat voor haar doen?
129 complaint en 3 | Google Translate turned “lekke band, 12 euro” into “leaking relationship, 12 euros”. Fun, but please add English prices.
  yes: My relationship no longer leaks. Thanks!
122 idea nl | Wij hebben op kantoor 40 internationale collega’s. Die willen best lid worden, maar alles is in het Nederlands.
113 complaint en 2 | The theft form is Dutch only. When you've just lost your bike, you don't need a language test on top.
102 complaint en | Everyone at Zernike speaks perfect English. The website speaks none.
  yes: Now it does, and surprisingly well.
92 idea en | International students arrive twice a year. An English sign-up page would save you hundreds of questions at the desk.
84 complaint en 2 | Booked an appointment for the wrong thing because I guessed what “spaken richten” meant. (It's not about speaking.)
`,
  },
  {
    goal: 'language',
    outcome: 'english-signs',
    said: `
70 compliment en 5 | Everything in English, all of a sudden! Booked, paid and understood it. Thank you!
62 compliment en 4 | The English contract reads like it was written by a person. I showed it to my landlord as an example.
54 complaint en 3 | Website in English: great. Signs in the workshop: still Dutch. I stood in the line for returns for twenty minutes.
  partly: Oosterpoort has signs now. Zernike, where the internationals are, doesn't yet?
45 idea en | Could the members' evening have some English? I'd like to vote, I just don't know about what.
35 compliment nl 5 | Mijn Engelse schoonzoon heeft zijn eigen abonnement geregeld zonder mij te bellen. Dat is een primeur.
`,
  },
  {
    goal: 'language',
    said: `
4 idea en | Spanish or Ukrainian next? Many of my neighbours in Vinkhuizen would love that. I can help translate.
`,
  },
]
