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
  'There is no such goal here': 'Dit doel is hier niet (meer)',
  'There is no such colleague here': 'Deze collega is hier niet (meer)',
  'A goal can’t stand under itself, also not by way of other goals': 'Een doel kan niet onder zichzelf staan, ook niet via andere doelen',
  'The last day comes before the first. Choose a later one': 'De laatste dag valt voor de eerste. Kies een latere',
  'Give a day, such as 2026-03-01': 'Geef een dag, zoals 2026-03-01',
  'Say why not: it stays with the proposal, for who made it': 'Zeg waarom niet: het blijft bij het voorstel, voor wie het deed',
  'This item is not waiting to be routed any more. Leave it out': 'Dit bericht wacht niet meer op een doel. Laat het weg',
  'Promise at least 1 working day': 'Beloof minstens 1 werkdag',
  'Promise at most 365 working days': 'Beloof hooguit 365 werkdagen',
}

export const fieldProblem: Texts['fieldProblem'] = (message) =>
  fieldProblems[message] ??
  message
    .replace(/^Keep it to (\d+) characters$/, 'Houd het bij $1 tekens')
    .replace(/^Write at least (\d+) characters$/, 'Schrijf minstens $1 tekens')
    .replace(/^Join at most (\d+) deep$/, 'Zet hooguit $1 groepen in elkaar; “niet” telt mee')
    .replace(/^Give at most (\d+) conditions side by side$/, 'Geef hooguit $1 voorwaarden naast elkaar')
    .replace(/^Give at most (\d+) comparisons in all$/, 'Geef samen hooguit $1 voorwaarden')
    .replace(/^Give at most (\d+) patterns in all$/, 'Geef samen hooguit $1 patronen')
    .replace(
      /^All rules together have at most (\d+) patterns.*$/,
      'Alle regels samen hebben hooguit $1 patronen. Zoek op woorden, of haal er een paar weg',
    )
    .replace(
      /^This pattern has (\d+) parts where (\d+) fit.*$/,
      'Dit patroon heeft $1 delen, en er passen er $2. Tel minder ver in {…}, of verdeel het over meer voorwaarden',
    )
    .replace(
      /^This is not a pattern: (.*)\. To look for a sign.*$/,
      'Dit is geen patroon: $1. Zoek je een teken zoals ( of ? zelf, zet er dan \\ voor',
    )
