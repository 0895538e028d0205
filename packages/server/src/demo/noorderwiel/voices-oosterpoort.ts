import type { Voices } from './voices.ts'

export const oosterpoort: Voices[] = [
  {
    goal: 'oosterpoort',
    outcome: 'promised-day',
    said: `
181 complaint nl 2 | Mijn fiets zou dinsdag klaar zijn. Het is nu vrijdag en ik heb nog steeds niks gehoord. Ik loop elke dag veertig minuten naar mijn werk.
  team: Dag {name}, dat had ik je zelf moeten laten weten. Je fiets wacht op een achteras die maandag binnenkomt; maandagmiddag om vier uur is hij klaar. Ik bel je als dat toch anders wordt. Groet, Jelle
  customer: Dank voor het eerlijke antwoord. Had ik dit dinsdag geweten, dan had ik een fiets geleend.
  yes: De laatste keer kreeg ik inderdaad een dag van tevoren een berichtje. Zo simpel kan het zijn.
179 complaint nl 1 | Voor de derde keer in twee maanden: beloofd “morgen klaar”, en morgen sta ik voor niets aan de balie. Dit is geen pech meer, dit is hoe jullie werken.
  team: Je hebt gelijk, {name}. Drie keer is geen toeval. Ik heb je gegevens erbij gepakt en zoek uit waar het steeds misgaat. Je hoort het van mij persoonlijk. Jelle Wiersma
  note: Drie opdrachten, drie keer een onderdeel dat we pas bestelden toen de fiets op de brug stond. Meenemen in het overleg van maandag.
  partly: Sindsdien één keer geweest en toen klopte het. Ik wacht nog even met juichen.
176 complaint en 2 | I was told my bike would be ready on Thursday. I came on Thursday. It wasn't. Nobody could tell me when it would be. Please just give people a date you can keep.
  team: Hi {name}, you are right, and I am sorry for the wasted trip. It is ready now: new chain and cassette, and the brake squeal is gone too. We are changing how we plan so that a date is a date. Jelle
  yes: Picked up another repair last week, on the day they said. Thanks for actually changing it.
174 complaint nl | Fiets niet klaar op de afgesproken dag. Graag voortaan een belletje.
171 complaint nl 2 | Jullie zeggen “we bellen als hij klaar is”. Niemand belde. Toen ik zelf belde bleek hij er al vijf dagen te staan. Zonde van de ruimte bij jullie en van mijn week zonder fiets.
168 question nl | Hoe weet ik of mijn fiets klaar is? Op de bon staat alleen “in de loop van de week”.
  team: Dag {name}, een terechte vraag: op dit moment bellen we, als we eraan denken. Dat is niet goed genoeg en we zijn bezig met iets beters. Die van jou is morgen om tien uur klaar. Samira
165 complaint en 3 | Friendly people, honestly. But “end of the week” turned into the end of the next week, and I only found out by walking in twice.
163 complaint nl 1 | Ik heb een krantenwijk. Zonder fiets geen wijk en zonder wijk geen geld. Toen ik vroeg wanneer hij klaar was zei de man achter de balie “dat weet ik ook niet hoor”. Dank je wel.
  team: {name}, dat antwoord had je nooit mogen krijgen. Je fiets staat nu vooraan en is vanmiddag klaar. Als je morgenochtend de wijk hebt, staat hij om zes uur buiten voor je klaar; bel me op het nummer van de werkplaats. Jelle
  customer: Opgehaald, rijdt weer als nieuw. Wel bedankt voor het regelen, dat had ik niet verwacht.
  yes: Netjes opgelost en nu krijg ik elke keer een sms.
160 complaint nl | De reparatie zelf is prima gedaan, maar drie dagen later dan gezegd. Ik had vrij genomen om hem op te halen.
157 idea nl | Stuur gewoon een sms’je als de fiets klaar is. Mijn kapper kan het, mijn garage kan het, jullie vast ook.
154 complaint nl 2 | Twee keer voor niets met de bus naar de Oosterpoort geweest. Eén telefoontje had me anderhalf uur gescheeld.
151 complaint en | My cargo bike was promised for Monday because I need it for the kids. It became Wednesday. I understand that things happen, but I don't understand that nobody tells you.
  team: Hi {name}, thank you for staying so reasonable about it. We found out on Monday morning that the brake fluid had not come in, and that was the moment to call you. We didn't. From this month on that call is somebody's job. Samira
148 complaint nl 2 | Beloofd: woensdag. Klaar: maandag. Reden: “het was druk”. Dat is geen reden, dat is een planning die niet klopt.
145 complaint nl | Op de bon stond 14:00 uur. Om 14:00 uur lag mijn fiets nog in onderdelen op de brug. Uiteindelijk heb ik tot kwart over vier zitten wachten, wel met koffie.
142 complaint nl 3 | Kleine moeite, groot plezier: laat even weten als het later wordt. Meer vraag ik niet.
139 complaint en 2 | Third visit, third delay. I like what you stand for as a co-op, but I'm starting to go to the shop around the corner because they say “Friday” and mean Friday.
  team: Hi {name}, that is the kind of message we put on the wall of the workshop. We don't want to lose you to the corner because of a date. In two weeks you will read here what we changed. Jelle
  yes: Came back. Friday was Friday.
135 complaint nl 1 | Dit is de tweede klacht die ik stuur. Op de eerste kreeg ik een vriendelijk antwoord en daarna bleef alles hetzelfde. Mijn fiets staat er weer drie dagen langer dan beloofd.
  team: Dag {name}, een vriendelijk antwoord is niets waard als er niets verandert; daar heb je gelijk in. Volgende week beginnen we met een planning die alleen dagen belooft waarvoor de onderdelen in huis zijn. Jelle Wiersma
  yes: Dit keer is er wél iets veranderd. Chapeau.
131 complaint nl | Weer later dan gezegd. Ik begin eraan te wennen en dat is eigenlijk het ergste.
127 complaint nl 3 | Mijn moeder (81) stond woensdag voor een dichte planning: fiets niet klaar, en de bus terug reed niet meer. Een collega van jullie heeft haar met de bakfiets thuisgebracht. Lief, maar het had niet gehoeven.
  team: Wat fijn dat Samira haar thuisbracht, en wat vervelend dat het nodig was. Doe je moeder de groeten. Haar fiets is klaar en wij brengen hem morgen langs. Jelle
`,
  },
  {
    goal: 'oosterpoort',
    outcome: 'loan-bike',
    said: `
117 idea nl | Kunnen jullie niet gewoon een paar oude fietsen klaarzetten om te lenen zolang de mijne op de brug staat? Ik betaal er best een tientje borg voor.
  team: Goed idee, {name}, en je bent niet de enige. We kijken welke ingeruilde fietsen nog veilig genoeg zijn. Samira
  yes: Ik had er vorige week een mee. Lelijk groen ding, reed als een zonnetje.
111 complaint nl 3 | Reparatie duurt drie dagen, prima, maar hoe moet ik in die drie dagen de kinderen naar school krijgen?
104 idea en | A loan bike while mine is being repaired would make this the best bike shop in town. Even a really ugly one.
  yes: It is a really ugly one and I love it.
97 idea nl | In Denemarken kreeg ik bij de fietsenmaker altijd een leenfiets mee. Zouden jullie ook moeten doen, jullie hebben er achter genoeg staan!
90 complaint nl 2 | Vier dagen zonder fiets in een stad waar de bus om de haverklap uitvalt. Dat los ik nu op met de taxi van mijn vader, maar die heeft er ook geen zin meer in.
82 question en | Do you lend bikes during repairs? I start my shift at the hospital at 6:30 and there's no bus at that hour.
  team: Hi {name}, not officially yet, but for a 6:30 shift we will find something. Come by before six tonight and ask for Samira. A proper loan scheme is in the making.
  yes: Never been late thanks to the loan bike. You people are great.
74 idea nl | Leenfietsen! Al zijn het er maar vijf. Ik wil er ook wel eentje doneren, mijn oude Batavus staat toch in de weg.
  team: Die Batavus willen we graag hebben, {name}! Breng hem langs wanneer het uitkomt; we knappen hem op en jij mag hem dopen. Jelle
  customer: Dan heet hij Bertus. Ik kom zaterdag.
  yes: Bertus gezien in de Herestraat, met een student erop die haast had. Mooi!
66 complaint en | No bike for five days is a long time when you live in Lewenborg. Consider a courtesy bike?
57 complaint nl 2 | De reparatie is netjes op tijd klaar, dat moet gezegd. Maar twee dagen zonder vervoer blijft twee dagen zonder vervoer.
48 idea nl | Leenfiets tijdens een reparatie: ik zag het bordje “binnenkort” bij de balie. Hoe snel is binnenkort?
  team: Betrapt, {name}. Binnenkort is eind deze maand: de eerste twaalf staan al in de rekken, alleen de sloten nog. Jelle
39 question nl | Ik moet mijn fiets vrijdag brengen voor een nieuw achterwiel. Kan ik dan iets meekrijgen? Ik ben mantelzorger en moet elke dag naar Helpman.
  team: Dag {name}, ja. Noem vrijdag je naam aan de balie, dan staat er een voor je klaar. Sterkte met de zorg. Samira
  yes: Stond er inderdaad, met een briefje eraan. Dat raakte me.
28 idea nl | Zou fijn zijn als de leenfietsen ook een kinderzitje hebben.
`,
  },
  {
    goal: 'oosterpoort',
    outcome: 'thanks-oosterpoort',
    said: `
173 compliment nl 5 | Samira heeft in tien minuten het piepje gevonden waar een andere zaak drie keer naar gezocht heeft. Kosten: een druppel olie en een kop koffie. Toppers!
158 compliment nl | Eerlijk advies gekregen: “deze fiets is het repareren niet meer waard, rijd hem op”. Dat zou een gewone winkel nooit zeggen.
121 compliment en 5 | Got a text the day before, bike was ready at nine sharp, and someone had even cleaned the chain guard. What a difference with last spring's chaos!
  yes: Please tell the person who cleaned the chain guard. I noticed.
116 compliment nl 5 | Sms om vijf over acht: “je fiets is klaar”. Om kwart voor negen zat ik erop. Zo hoort het.
109 compliment nl | Dank aan Jelle, die op zaterdag vijf minuten na sluitingstijd nog even mijn ketting terug op het tandwiel legde. Kleine moeite zei hij. Voor mij niet.
101 compliment nl 5 | Ik had een klacht gestuurd over te late reparaties. Nu kreeg ik bericht wat jullie eraan gedaan hebben, en het klopt ook nog. Dat heb ik van geen enkel bedrijf ooit meegemaakt.
  yes: Vooral volhouden!
95 compliment en 5 | As a woman I'm used to being talked down to in bike shops. Not here. Samira explained everything and let me do half of it myself.
88 compliment nl 4 | Fiets klaar op de dag die op de bon stond. Derde keer op rij. Ik durf er weer op te rekenen.
79 compliment nl | De koffie is slecht maar de monteurs zijn fantastisch ;-)
  note: Nieuwe koffie geregeld bij de branderij in de Oosterstraat. Henk-Jan betaalt.
71 compliment nl 5 | Mijn dochter van zes mocht zelf haar band oppompen en kreeg een “diploma”. Ze heeft het boven haar bed gehangen.
62 compliment en | Fixed my brakes while I waited and refused to charge for it because “it was one screw”. I will be telling everyone.
53 compliment nl 5 | Wat is het heerlijk opgeruimd geworden bij de Oosterpoort. En iedereen zegt gedag.
44 compliment nl | Hulde aan de jongen met de rode pet (stagiair?) die zo geduldig uitlegde waarom mijn rem sleept.
`,
  },
  {
    goal: 'oosterpoort',
    outcome: 'no-sundays',
    said: `
150 idea nl | Waarom zijn jullie op zondag dicht? Doordeweeks werk ik en op zaterdag staat er een rij tot aan de brug.
138 idea nl | Zondag open! Al is het maar van twaalf tot vier.
122 complaint nl 2 | Weer een lekke band op zondag en weer niemand die me kan helpen. In een fietsstad, nota bene.
110 idea en | Please consider opening on Sundays. For people with weekday jobs there is only Saturday and then everybody comes.
  partly: I don't like the answer but I do respect that you explained it. The evening opening helps.
96 idea nl | Een zondagdienst bij toerbeurt, zoals apotheken dat doen?
  team: Dag {name}, we hebben het er in het team over gehad en het aan de ledenraad voorgelegd. Je hoort eerlijk wat eruit komt, ook als het een nee is. Jelle
  yes: Een nee met een goede reden en een avond erbij: daar kan ik mee leven.
81 question nl | Komen jullie ooit op zondag open? Mijn buurman zegt van wel, de website zegt van niet.
`,
  },
  {
    goal: 'oosterpoort',
    initiative: 'follow-repair',
    said: `
31 idea nl | Een reparatie volgen zoals je een pakketje volgt, dat zou pas wat zijn. “Je fiets staat nu op de brug.”
26 idea en | The text message is great. Could I also see the price before I pick it up? Last time I was a bit surprised.
21 complaint nl 3 | Op tijd klaar, maar de rekening was 38 euro hoger dan aan de balie gezegd. Vooraf een berichtje had die schrik gescheeld.
  team: Dag {name}, dat had je vooraf moeten horen. Jelle heeft de extra remkabel van de rekening gehaald. Boven de vijftien euro extra bellen we voortaan eerst, en we bouwen aan een pagina waarop je het zelf ziet. Samira
  customer: Dat is heel netjes. Volgende keer betaal ik die kabel gewoon hoor, als ik het maar weet.
15 idea nl | Foto’s erbij van wat er versleten is. Dan snap ik waarom het nodig is en hoef ik jullie niet op jullie blauwe ogen te geloven.
9 question nl | Kan ik ergens zien hoe ver jullie met mijn fiets zijn zonder te bellen?
`,
  },
  {
    goal: 'oosterpoort',
    said: `
4 complaint nl 3 | Het nieuwe deurtje bij de werkplaats slaat steeds tegen mijn voorwiel. Haakje erop?
2 compliment nl 5 | Bel gerepareerd, slinger van mijn dynamo rechtgezet, “laat maar zitten”. Wat een fijne plek.
1 question en | Do you also fix e-bikes from other brands, or only the ones you lease out? Mine is a Sparta with an error code E-09.
`,
  },
]
