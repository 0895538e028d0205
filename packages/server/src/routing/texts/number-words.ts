const units = {
  nl: 'een twee drie vier vijf zes zeven acht negen',
  en: 'two three four five six seven eight nine',
  de: 'ein zwei drei vier funf sechs sieben acht neun',
  fr: 'deux trois quatre cinq six sept huit neuf',
}
const tens = {
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
  fr: 'vingt trente quarante cinquante soixante',
}
const others = `tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien honderd duizend
  ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen hundred thousand
  zehn zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn hundert tausend
  dix onze douze treize quatorze quinze seize cent mille`

/** Dutch and German write units and tens as one word. */
const joined = ({ units, tens, by }: { units: string; tens: string; by: string }) =>
  units.split(' ').flatMap((unit) => tens.split(' ').map((ten) => `${unit}${by}${ten}`))

/** The articles, which are numbers too. */
const ARTICLES = ['een', 'ein']

/** Numbers as words: Dutch, English, German, French. Without accents. */
export const numberWords: ReadonlySet<string> = new Set([
  ...[...Object.values(units), ...Object.values(tens), others]
    .join(' ')
    .split(/\s+/)
    .filter((word) => !ARTICLES.includes(word)),
  ...joined({ units: units.nl, tens: tens.nl, by: 'en' }),
  ...joined({ units: units.de, tens: tens.de, by: 'und' }),
])
