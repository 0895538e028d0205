import type { Words } from '../flags.ts'

const list = (words: string) =>
  words
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter(Boolean)

/**
 * Words for which a person must look, until an organisation writes its own: Dutch, English, German, French. All are looked for in every text, so none may mean something
 * harmless in another of these languages (`brand`, `press`, `pers`).
 */
export const usualFlagWords: Words = {
  safety:
    list(`gevaar, gevaarlijk*, levensgevaar*, onveilig*, gewond*, verwond*, letsel, een ongeluk, ongelukken, ongeval, ongevallen, ambulance, spoedeisende hulp, vergiftig*, in brand,
    brandgevaar, brandwond*, vlam gevat, ontploft, ontploffing, explosie, gaslucht, koolmonoxide, kortsluiting, onder stroom, schok gekregen, gestikt, stikkingsgevaar, zelfmoord,
    zelfdoding, bedreigd, bedreigt, bedreiging, mishandel*
    danger, dangerous*, unsafe, injured, injury, injuries, an accident, accidents, hospital, poison*, caught fire, on fire, exploded, explosion, gas leak, carbon monoxide, electric shock,
    electrocuted, choked, choking, suicide, suicidal, threatened, assault*
    gefahr, gefährlich*, lebensgefahr*, verletzt*, verletzung*, unfall, krankenhaus, vergift*, brandgefahr, in flammen, explodiert, stromschlag, erstickt, selbstmord,
    suizid, bedroht, bedrohung
    dangereu*, blessé*, blessure*, un accident, hôpital, empoisonn*, incendie*, a pris feu, explosé, explosion*, fuite de gaz, électrocut*, étouff*, menacé*`),
  discrimination:
    list(`discriminer*, discriminatie*, gediscrimineerd, racis*, seksis*, seksueel*, intimiderend*, ongewenste intimiteiten, homofo*, transfobie, transfoob, antisemi*,
    islamofo*, validisme, huidskleur
    discriminat*, sexis*, sexual*, harass*, homophob*, transphob*, islamophob*, ableis*, skin colour, skin color
    diskriminier*, rassis*, sexuell*, belästig*, homophob*, hautfarbe, islamfeind*
    harcèlement, harcelé*, sexuel*, xénophob*, couleur de peau`),
  legal:
    list(`advocaat, advocaten, rechtszaak, rechtbank, kort geding, aansprakelijk*, schadeclaim*, schadevergoeding, juridisch*, juridische stappen, ingebrekestelling,
    in gebreke, geschillencommissie, deurwaarder, aangifte gedaan, aangifte doen, dagvaard*, datalek, privacywet, autoriteit persoonsgegevens, oplichting, fraude
    lawyer*, attorney*, lawsuit*, sue, sued, suing, legal action, legal steps, to court, liable, liability, compensation claim, ombudsman, data breach, gdpr, fraud, scam
    anwalt, rechtsanwalt*, klage einreichen, verklagen, vor gericht, haftung, schadensersatz, rechtliche schritte, strafanzeige, datenschutz*, datenpanne, betrug, schlichtungsstelle
    mon avocat, un avocat, procès, tribunal, porter plainte, poursuites, mise en demeure, dommages et intérêts, responsabilité juridique, rgpd, fuite de données, escroquerie, arnaque`),
  press: list(`journalist*, verslaggever*, de krant, naar de pers, naar de media, persbericht, consumentenprogramma*, consumentenbond
    reporter*, newspaper*, the press, to the media, going viral
    zeitung, an die presse, verbraucherzentrale, reporterin
    journaliste*, presse écrite, à la presse, aux médias, la presse, 60 millions de consommateurs`),
}
