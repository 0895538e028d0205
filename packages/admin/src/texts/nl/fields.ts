import type { Texts } from '../later-en.ts'

const fieldProblems: Record<string, string> = {
  'Fill this in': 'Vul dit in',
  'This time zone is not known; use a name such as Europe/Amsterdam': 'Deze tijdzone kennen we niet; gebruik een naam zoals Europe/Amsterdam',
  'Choose a day to come': 'Kies een dag die nog komt',
  'Choose a day within a year': 'Kies een dag binnen een jaar',
  'Nobody works on this day; choose a working day': 'Op deze dag werkt niemand; kies een werkdag',
  'This is the date that was promised already': 'Deze datum was al beloofd',
  'Choose at least one day on which you work': 'Kies minstens één dag waarop jullie werken',
  'Fill this in in at least one language': 'Vul dit in minstens één taal in',
  'This measure is computed, so it takes no values': 'Deze meting wordt berekend en neemt dus geen waarden aan',
  'Give at least 2 choices': 'Geef minstens 2 keuzes',
  'Give at most 6 choices': 'Geef hooguit 6 keuzes',
  'Choose today or a later day': 'Kies vandaag of een latere dag',
  'A round must close before the next one opens': 'Een ronde moet dicht zijn voordat de volgende opengaat',
  'Ask at most once a week': 'Vraag hooguit één keer per week',
  'Ask at least twice a year': 'Vraag minstens twee keer per jaar',
  'Give at least one day': 'Geef minstens één dag',
  'Give at most 28 days': 'Geef hooguit 28 dagen',
  'Write at least one character': 'Schrijf minstens één teken',
  'This is not an e-mail address': 'Dit is geen e-mailadres',
  'This address is too long': 'Dit adres is te lang',
  'Use at least 10 characters': 'Gebruik minstens 10 tekens',
  'Use at most 200 characters': 'Gebruik hooguit 200 tekens',
  'Fill in your password': 'Vul je wachtwoord in',
  'This link is not complete': 'Deze link is niet compleet',
  'Give an address that starts with http:// or https://': 'Geef een adres dat begint met http:// of https://',
  'Give the address of a site, such as https://www.example.nl': 'Geef het adres van een site, zoals https://www.voorbeeld.nl',
  'Give a colour such as #0f6b5c': 'Geef een kleur zoals #0f6b5c',
  'Keep at least one kind': 'Houd minstens één soort over',
  'Give at least two answers to choose from': 'Geef minstens twee antwoorden om uit te kiezen',
  'Give at most eight answers to choose from': 'Geef hooguit acht antwoorden om uit te kiezen',
  'Give each answer once': 'Geef elk antwoord één keer',
  'A secret has at least 32 characters': 'Een geheim heeft minstens 32 tekens',
  'This site has a key with this name': 'Deze site heeft al een sleutel met deze naam',
  'This is no secret but a key in a file; choose another algorithm, or give the secret itself':
    'Dit is geen geheim maar een sleutel uit een bestand; kies een ander algoritme, of geef het geheim zelf',
  'This is a private key. Keep it where the tokens are signed, and give the public one':
    'Dit is een geheime sleutel. Laat die waar de tokens worden ondertekend, en geef de publieke',
  'This is no public key: give it as PEM (-----BEGIN PUBLIC KEY-----) or as JWK':
    'Dit is geen publieke sleutel: geef hem als PEM (-----BEGIN PUBLIC KEY-----) of als JWK',
  'RS256 needs an RSA key': 'RS256 vraagt een RSA-sleutel',
  'An RSA key has at least 2048 bits': 'Een RSA-sleutel heeft minstens 2048 bits',
  'ES256 needs a key on the curve P-256': 'ES256 vraagt een sleutel op de kromme P-256',
  'EdDSA needs an Ed25519 key': 'EdDSA vraagt een Ed25519-sleutel',
  'Name a key with at most 100 letters, digits and signs, without spaces':
    'Noem een sleutel met hooguit 100 letters, cijfers en tekens, zonder spaties',
  'Give at least one condition': 'Geef minstens één voorwaarde',
  'Only a rating or an attribute can be compared as a number': 'Alleen een beoordeling of een kenmerk laat zich als getal vergelijken',
  'Give a number': 'Geef een getal',
  'Give a word, a number or a list of words': 'Geef een woord, een getal of een lijst van woorden',
  'This counts to too much, or backwards. Write {2,20}, or * and + for any number.':
    'Dit telt te ver, of achteruit. Schrijf {2,20}, of * en + voor elk aantal.',
  'A pattern can’t look ahead or behind with (?=…), (?!…), (?<=…) or (?<!…). Write what it must contain, and put what it may not contain in a condition of its own under “not”.':
    'Een patroon kan niet vooruit of achteruit kijken met (?=…), (?!…), (?<=…) of (?<!…). Schrijf wat erin moet staan, en zet wat er niet in mag in een eigen voorwaarde met “alleen als dit niet zo is”.',
  'A pattern can’t refer back to what it matched before. Write out what may stand there, with | in between.':
    'Een patroon kan niet verwijzen naar wat het eerder vond. Schrijf uit wat er mag staan, met | ertussen.',
  'This goal has ended, so no feedback goes to it. Choose another, or take it up again':
    'Dit doel is afgesloten, dus er gaat geen feedback heen. Kies een ander, of pak het weer op',
  'This goal has ended. Choose another, or take it up again': 'Dit doel is afgesloten. Kies een ander, of pak het weer op',
  'A goal can’t stand under itself, also not by way of other goals': 'Een doel kan niet onder zichzelf staan, ook niet via andere doelen',
  'The last day comes before the first. Choose a later one': 'De laatste dag valt voor de eerste. Kies een latere',
  'Give a day, such as 2026-03-01': 'Geef een dag, zoals 2026-03-01',
  'Say why not: it stays with the proposal, for who made it': 'Zeg waarom niet: het blijft bij het voorstel, voor wie het deed',
  'This item is not waiting to be routed any more. Leave it out': 'Dit bericht wacht niet meer op een doel. Laat het weg',
  'Promise at least 1 working day': 'Beloof minstens 1 werkdag',
  'Promise at most 365 working days': 'Beloof hooguit 365 werkdagen',
  'One of these pictures is not here, is older than a day, or came with something else. Send the pictures again':
    'Een van deze afbeeldingen is hier niet, is ouder dan een dag of hoorde bij iets anders. Stuur de afbeeldingen opnieuw',
  'This picture is not here, is older than a day, or another outcome has it. Send it again':
    'Deze afbeelding is hier niet, is ouder dan een dag of hoort bij een ander resultaat. Stuur hem opnieuw',
  'The customer of this item erased what they said. Choose another': 'De klant van dit bericht heeft gewist wat die zei. Kies een ander',
  'This item is marked as spam. Choose another, or take that back first': 'Dit bericht staat bij de spam. Kies een ander, of haal het daar eerst uit',
  'This is the item itself, or one that was merged into it. Choose another, or merge it the other way round':
    'Dit is het bericht zelf, of een dat ermee is samengevoegd. Kies een ander, of voeg andersom samen',
  'This item has no goal yet; say which one the answer belongs to': 'Dit bericht heeft nog geen doel; zeg bij welk doel het antwoord hoort',
  'This goal has ended. Choose another, or leave it to the rules': 'Dit doel is afgesloten. Kies een ander, of laat het aan de regels over',
  'This is what the goal says already. Change the title, the target or the period':
    'Zo staat het doel er al. Verander de titel, het streven of de periode',
  'Choose another team: this is the one that goes': 'Kies een ander team: dit is het team dat verdwijnt',
  'Choose another colleague: this is the one who leaves': 'Kies een andere collega: dit is degene die weggaat',
  'This colleague has left; choose somebody else': 'Deze collega is weg; kies iemand anders',
  'This is not your password now; nothing was changed': 'Dit is niet je wachtwoord van nu; er is niets veranderd',
  'The promised date has passed. The customer is told that we are late: say that you know, and the new date is given':
    'De beloofde datum is voorbij. De klant leest dat we te laat zijn: zeg dat je dat weet, dan krijgt die de nieuwe datum',
  'Say what it must read from now on; nothing was changed': 'Zeg hoe het voortaan moet luiden; er is niets veranderd',
  'Something between {{ and }} is still to be filled in': 'Tussen {{ en }} staat nog iets dat ingevuld moet worden',
  'A note asks the customer nothing': 'Een notitie vraagt de klant niets',
  'Only a note names colleagues': 'Alleen in een notitie noem je collega’s',
  'An address is taken only when the customer wants to be mailed: ask them and send emailConsent: true, or leave the address out':
    'Een adres bewaren we alleen als de klant gemaild wil worden: vraag het en kruis het aan, of laat het adres weg',
  'An address is taken only with the consent to be mailed: send emailConsent: true, or leave the address out':
    'Een adres bewaren we alleen met toestemming om te mailen: stuur emailConsent: true, of laat het adres weg',
  'Choose at least one item': 'Kies minstens één bericht',
  'Name each picture once': 'Noem elke afbeelding één keer',
  'Share a view with a team that you are in': 'Deel een weergave met een team waar je zelf in zit',
  'Say of which team': 'Zeg van welk team',
  'Give a day that is not after “to”': 'Geef een dag die niet na “tot” ligt',
  'This key is of a domain that mail no longer comes from. Make a new one':
    'Deze sleutel is van een domein waar geen mail meer vandaan komt. Maak een nieuwe',
  'The record of this key is not in the DNS yet. Publish it, wait until it is there (up to an hour), and try again':
    'Het record van deze sleutel staat nog niet in de DNS. Publiceer het, wacht tot het er staat (hooguit een uur) en probeer het opnieuw',
  'The DNS has a record by this name, but with another key. Put the value of this key there, and try again':
    'In de DNS staat een record met deze naam, maar met een andere sleutel. Zet daar de waarde van deze sleutel, en probeer het opnieuw',
  'The DNS did not answer, so nobody knows whether the record is there. Try again in a moment':
    'De DNS gaf geen antwoord, dus niemand weet of het record er staat. Probeer het zo weer',
  'There is no such key': 'Deze sleutel is er niet',
  'Leave out the plus: what we put behind it tells whose reply it is': 'Laat de plus weg: wat wij daarachter zetten, zegt van wie een antwoord is',
  'Where its values come from can’t be changed; start another measure':
    'Waar de waarden vandaan komen kun je niet veranderen; begin een andere meting',
  'A measure of a goal belongs to the team of that goal; leave this out': 'Een meting van een doel hoort bij het team van dat doel; laat dit weg',
  'Say what is computed, and only for a measure that is': 'Zeg wat er berekend wordt, en alleen bij een meting die berekend wordt',
  'Give a time from 1900 to 2999': 'Geef een moment van 1900 tot en met 2999',
  'This is still to come. Give a time up to now; a value of a whole period stands at the day that it begins':
    'Dit moet nog komen. Geef een moment tot nu; een waarde van een hele periode staat op de dag waarop die begint',
  'Give a day or a time, such as 2026-03-01 or 2026-03-01T12:00:00Z': 'Geef een dag of een moment, zoals 2026-03-01 of 2026-03-01T12:00:00Z',
  'Give a whole number': 'Geef een heel getal',
  'Give a number from 0': 'Geef een getal vanaf 0',
  'No column has dates; say which one': 'Geen kolom heeft datums; zeg welke het is',
  'There are no values in this file': 'In dit bestand staan geen waarden',
  'There is nothing in this file': 'In dit bestand staat niets',
  'Give each measure one column': 'Geef elke meting één kolom',
  'This is a workbook. Save the sheet as CSV, or copy its cells and paste them':
    'Dit is een werkmap. Bewaar het blad als CSV, of kopieer de cellen en plak ze',
  'This is no text. Save the sheet as CSV, or copy its cells and paste them':
    'Dit is geen tekst. Bewaar het blad als CSV, of kopieer de cellen en plak ze',
  'Choose one of the answers': 'Kies een van de antwoorden',
  'Only a question with choices has these': 'Die heeft alleen een vraag met keuzes',
  'A question with choices has no number to write down': 'Een vraag met keuzes heeft geen getal om op te schrijven',
  'The site does not ask this': 'Dit vraagt de site niet',
  'This country has no such region': 'Dit land heeft geen regio die zo heet',
  'Name each day once': 'Noem elke dag één keer',
  'Wait at least 1 week': 'Wacht minstens 1 week',
  'Give a list of conditions': 'Geef een lijst van voorwaarden',
  'Ask at most five questions': 'Stel hooguit vijf vragen',
  'Answer at most five questions': 'Beantwoord hooguit vijf vragen',
  'Give each question a name of its own': 'Geef elke vraag een eigen naam',
  'Name a question with at most 40 letters, digits, dashes': 'Noem een vraag met hooguit 40 letters, cijfers en streepjes',
  'Name an attribute with at most 64 letters, digits, dots, dashes': 'Noem een kenmerk met hooguit 64 letters, cijfers, punten en streepjes',
  'Name each kind once': 'Noem elke soort één keer',
  'Name ids, or say all: true': 'Noem ids, of zeg all: true',
  'Not the name of a text': 'Zo heet geen tekst',
  'Not an id': 'Dit is geen id',
  'Not the id of a delivery': 'Dit is geen id van een verzending',
  'Not a language tag, such as nl or en-GB': 'Dit is geen taalcode, zoals nl of en-GB',
  'Write name:value': 'Schrijf naam:waarde',
  'Give ids with commas': 'Geef ids met komma’s ertussen',
  'Give columns and measures as 1:<id>,2:<id>': 'Geef kolommen en metingen als 1:<id>,2:<id>',
  'Use kind, message, pageUrl, locale, rating, site or attributes.<name>':
    'Gebruik kind, message, pageUrl, locale, rating, site of attributes.<naam>',
  'Give a condition with field, op and value, or one of all, any and not': 'Geef een voorwaarde met field, op en value, of een van all, any en not',
  'This is not a cursor of this list; take it from `next`, or leave it out':
    'Dit is geen cursor van deze lijst; neem hem uit `next`, of laat hem weg',
}

const things: Record<string, string> = {
  goal: 'Dit doel',
  colleague: 'Deze collega',
  member: 'Deze collega',
  team: 'Dit team',
  feedback: 'Dit bericht',
  site: 'Deze site',
  measure: 'Deze meting',
  initiative: 'Dit initiatief',
  key: 'Deze sleutel',
}

/** What differs by a number or a name. */
const counted: [said: RegExp, inDutch: string][] = [
  [/^Keep it to (\d+) characters$/, 'Houd het bij $1 tekens'],
  [/^Write at least (\d+) characters$/, 'Schrijf minstens $1 tekens'],
  [/^Keep it to (\d+) days$/, 'Houd het bij $1 dagen'],
  [/^Join at most (\d+) deep$/, 'Zet hooguit $1 groepen in elkaar; “niet” telt mee'],
  [/^Give at most (\d+) conditions side by side$/, 'Geef hooguit $1 voorwaarden naast elkaar'],
  [/^Give at most (\d+) comparisons in all$/, 'Geef samen hooguit $1 voorwaarden'],
  [/^Give at most (\d+) patterns in all$/, 'Geef samen hooguit $1 patronen'],
  [/^All rules together have at most (\d+) patterns.*$/, 'Alle regels samen hebben hooguit $1 patronen. Zoek op woorden, of haal er een paar weg'],
  [
    /^This pattern has (\d+) parts where (\d+) fit.*$/,
    'Dit patroon heeft $1 delen, en er passen er $2. Tel minder ver in {…}, of verdeel het over meer voorwaarden',
  ],
  [/^This is not a pattern: (.*)\. To look for a sign.*$/, 'Dit is geen patroon: $1. Zoek je een teken zoals ( of ? zelf, zet er dan \\ voor'],
  [/^Give (\w+) alone; what belongs.*$/, 'Geef $1 alleen; wat ernaast hoort, staat in een all of any om beide'],
  [/^Use (.+), several with commas$/, 'Gebruik $1, meer dan één met komma’s'],
  [/^Use (?!a)([\w ]+(?:, [\w ]+)*)$/, 'Gebruik $1'],
  [/^Between \{\{ and \}\} only these can be filled in: (.*)$/, 'Tussen {{ en }} kan alleen dit worden ingevuld: $1'],
  [/^Name at most (\d+) items, or send a filter$/, 'Noem hooguit $1 berichten, of stuur een filter'],
  [/^Name at most (\d+) colleagues$/, 'Noem hooguit $1 collega’s'],
  [/^Send at most (\d+) attributes$/, 'Stuur hooguit $1 kenmerken'],
  [/^Send at most (\d+) pictures$/, 'Stuur hooguit $1 afbeeldingen'],
  [/^An outcome has at most (\d+) pictures$/, 'Een resultaat heeft hooguit $1 afbeeldingen'],
  [/^Wait at most (\d+) weeks$/, 'Wacht hooguit $1 weken'],
  [/^Replace at most (\d+) texts in a language$/, 'Vervang in een taal hooguit $1 teksten'],
  [/^Replace texts in at most (\d+) languages$/, 'Vervang teksten in hooguit $1 talen'],
  [/^Ask for at most (\d+) periods at a time$/, 'Vraag hooguit $1 periodes tegelijk'],
  [/^Keep at most (\d+) views; take one away first$/, 'Bewaar hooguit $1 weergaven; haal er eerst een weg'],
  [/^Keep what stands before the @ to (\d+) characters.*$/, 'Houd wat voor de @ staat bij $1 tekens, dan past er nog een herkenningsteken achter'],
  [/^This line has (\d+) columns, not (\d+): (.*)$/, 'Deze regel heeft $1 kolommen in plaats van $2: $3'],
  [/^(.+) has left\. Choose a colleague who is here$/, '$1 is weg. Kies een collega die er is'],
  [/^(.+) reads along only\. Choose a colleague who can act$/, '$1 leest alleen mee. Kies een collega die iets kan doen'],
  [/^(.+) is not in (.+)\. Who takes part is in the team that owns the goal$/, '$1 zit niet in $2. Wie meedoet, zit in het team van het doel'],
  [
    /^(.+) is not in this team\. Add them to the team first.*$/,
    '$1 zit niet in dit team. Voeg die collega eerst toe, of laat het doel aan het hele team',
  ],
  [
    /^The levels go down from organisation.*; (.+) is of the level .*$/,
    'De niveaus lopen van organisatie via afdeling naar team; onder $1 past dit niveau niet',
  ],
]

export const fieldProblem: Texts['fieldProblem'] = (message) => {
  const thing = things[/^There is no such (\w+) here$/.exec(message)?.[1] ?? '']
  if (thing) return `${thing} is hier niet (meer)`
  const alike = counted.find(([said]) => said.test(message))
  return fieldProblems[message] ?? (alike ? message.replace(...alike) : message)
}
